"""``klarsprak rules new``: a rule to fill in, at the end of the organisation's own pack."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from klarsprak.cli.shared.choices import split_names
from klarsprak.cli.shared.errors import UsageError, one_of, say
from klarsprak.files.there import exists, is_folder

if TYPE_CHECKING:
    from klarsprak.authoring.scaffold import Sort

_LISTS = {"words", "instead", "long"}
_Many = list[str] | None


def new(
    pack: Annotated[Path, typer.Option(metavar="FIL", help="Regelpaketet. Filen skapas om den inte finns.")] = Path(
        "våra-regler.yml"
    ),
    kind: Annotated[
        str | None,
        typer.Option(metavar="SORT", help="Sorts regel: replace (annars), term, abbreviation eller pattern."),
    ] = None,
    words: Annotated[_Many, typer.Option(metavar="ORD", help="Ord som ska flaggas. Flera skrivs med komma.")] = None,
    instead: Annotated[_Many, typer.Option(metavar="ORD", help="Vad man ska skriva i stället.")] = None,
    explain: Annotated[str | None, typer.Option(metavar="MENING", help="Förklaringen av ett fackord.")] = None,
    long: Annotated[_Many, typer.Option(metavar="ORD", help="Förkortningen utskriven.")] = None,
    pattern: Annotated[_Many, typer.Option(metavar="MÖNSTER", help="Ett mönster av ord.")] = None,
    pos: Annotated[
        str | None, typer.Option(metavar="ORDKLASS", help="VERB, NOUN eller ADJ: flagga orden i alla former.")
    ] = None,
    id: Annotated[str | None, typer.Option(metavar="NAMN", help="Regelns namn. Annars görs det av orden.")] = None,
    category: Annotated[str | None, typer.Option(metavar="KATEGORI", help="Annan kategori än paketets.")] = None,
    level: Annotated[str | None, typer.Option(metavar="NIVÅ", help="error, warning eller info.")] = None,
    why: Annotated[str | None, typer.Option(metavar="MENING", help="Skälet, som skribenten får läsa.")] = None,
) -> int:
    """Skriv en ny regel, med exempel att fylla i. Programmet frågar efter det du inte anger."""
    from klarsprak.authoring.scaffold import SORTS, already, entry, header, with_rule
    from klarsprak.cli.shared.one_letter import save
    from klarsprak.files.errors import why_no_folder

    kind = one_of(
        "--kind", kind or _answer("Sorts regel: replace, term, abbreviation eller pattern", "replace"), SORTS
    )
    given = {
        "id": id,
        "words": split_names(words),
        "pattern": pattern,
        "pos": pos,
        "instead": split_names(instead),
        "explain": explain,
        "long": split_names(long),
        "category": category,
        "level": level,
        "why": why,
    }
    keys = _complete({key: value for key, value in given.items() if value}, SORTS[kind])
    if not is_folder(pack.parent):
        raise UsageError(f"{pack.parent}: {why_no_folder(pack.parent, ' Skapa den först.')}")
    top = header(pack, kind)
    text, rules = with_rule(pack, top, rule := entry(kind, keys, top))
    _beside(pack)
    save(pack, text.encode())
    name = f"{top['pack']}.{rule['id']}"
    for word, other in already(keys.get("words", []), [each for each in rules if each.name != name]):
        say(f"”{word}” finns redan i regeln {other}.")
    _tell_of(pack)
    print(f"{pack}: regeln {name}. Fyll i exemplen och prova med klarsprak rules test {pack}")
    return 0


def _tell_of(pack: Path) -> None:
    """Say so if no configuration makes the pack hold."""
    from klarsprak.config.location import find_config
    from klarsprak.config.model import load_config

    path = find_config(pack.parent)
    used = [each.resolve() for each in load_config(path).packs()] if path else []
    if not {pack.resolve(), pack.resolve().parent} & set(used):
        say(f"Paketet gäller när klarsprak.yml har raden ”regelpaket: {pack.name}”.")


def _complete(keys: dict[str, Any], sort: Sort) -> dict[str, Any]:
    """The keys with those that the kind needs too, asked for where somebody can answer."""
    asked = {key: _ask(key, question) for key, question in sort.asks.items() if key not in keys}
    every = keys | asked
    is_of_words = "instead" in every and "pattern" not in every
    if is_of_words and "pos" not in every:
        pos = _answer("Böjs ordet? Skriv VERB, NOUN eller ADJ, annars bara retur", "")
        return every | ({"pos": pos} if pos else {})
    return every


def _ask(key: str, question: str) -> Any:
    """The value of a key, from somebody at a terminal; raises ``UsageError`` where nobody is there."""
    if not sys.stdin.isatty():
        raise UsageError(f"--{key} saknas.")
    answer = typer.prompt(question, err=True)
    if key in _LISTS:
        return split_names([answer])
    return [answer] if key == "pattern" else answer


def _answer(question: str, otherwise: str) -> str:
    """What somebody at a terminal answers."""
    if not sys.stdin.isatty():
        return otherwise
    answer: str = typer.prompt(question, default=otherwise, show_default=bool(otherwise), err=True)
    return answer


def _beside(pack: Path) -> None:
    """The schema that a new pack names, so that an editor completes its keys."""
    from klarsprak.authoring.scaffold import SCHEMA_NAME
    from klarsprak.cli.shared.one_letter import save
    from klarsprak.rulebook.schema import schema_in_use

    path = pack.with_name(SCHEMA_NAME)
    if not exists(pack) and not exists(path):
        save(path, schema_in_use().encode())
