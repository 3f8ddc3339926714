"""Rules that lead from a word form to its lemma by the longest known ending, learned from a table of forms."""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import partial
from math import log
from pathlib import Path

import spacy_lookups_data

from klarsprak.language import suffixes


def lookup_table() -> dict[str, str]:
    """spaCy's table of Swedish forms and lemmas (from SALDO); lemmas are forms of themselves."""
    path = Path(spacy_lookups_data.__file__).parent / "data" / "sv_lemma_lookup.json.gz"
    table: dict[str, str] = json.loads(gzip.decompress(path.read_bytes()))
    for lemma in list(table.values()):
        table.setdefault(lemma, lemma)
    return table


def ending_rules(pairs: Iterable[tuple[str, str]], support: int) -> dict[str, str]:
    """The edits of the shortest endings that tell ``pairs`` of form and edit apart.

    Looking up the longest ending of a form that the result holds gives its edit.  An ending whose edit differs from
    the shorter ending's is kept if at least ``support`` forms speak for it.
    """
    rules: dict[str, str] = {}
    _split(list(pairs), "", "", support, rules)
    return rules


def _split(  # noqa: C901 - one recursion, whose conditions belong together
    pairs: list[tuple[str, str]], ending: str, inherited: str, support: int, rules: dict[str, str]
) -> None:
    counts = Counter(code for _, code in pairs)
    best, number = counts.most_common(1)[0]
    if best != inherited and number - counts[inherited] >= (support if ending else 0):
        rules[ending] = inherited = best
    if len(counts) == 1 and best == inherited:
        return
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for form, code in pairs:
        if len(form) >= len(ending):
            groups[f" {form}"[-len(ending) - 1]].append((form, code))
    for letter, group in groups.items():
        if letter != " " and len(group) >= support:
            _split(group, letter + ending, inherited, support, rules)
        elif letter == " " and len(group) >= support:
            rules[f" {ending}"] = Counter(code for _, code in group).most_common(1)[0][0]


def _paradigms(table: dict[str, str]) -> dict[str, set[str]]:
    forms: dict[str, set[str]] = defaultdict(set)
    for form, lemma in table.items():
        if form.replace("-", "").isalpha():
            forms[lemma.lower()].add(form.lower())
    return forms


def endings(form: str, lemma: str) -> str:
    """The two endings after what ``form`` and ``lemma`` share: ``na/en`` for *öppna* and *öppen*."""
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return f"{form[same:]}/{lemma[same:]}"


def _likeness(weights: dict[str, float], one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the endings that the two have is common to both; rare endings tell more than frequent ones."""
    return sum(map(weights.__getitem__, one & other)) / sum(map(weights.__getitem__, one | other))


def ending_table(paradigms: int = 100) -> dict[str, str]:
    """The lexicon that ``klarsprak.language.endings`` reads.

    Lemmas are of one paradigm if their forms have the same endings; rarer paradigms than the ``paradigms`` most
    frequent ones count as the most similar of these.
    """
    forms = _paradigms(lookup_table())
    signatures = {lemma: frozenset(endings(form, lemma) for form in group) for lemma, group in forms.items()}
    counts = Counter(signatures.values())
    frequent = {signature: i for i, (signature, _) in enumerate(counts.most_common(paradigms))}
    spread = Counter(ending for signature in signatures.values() for ending in signature)
    likeness = partial(_likeness, {ending: log(1 + len(forms) / count) for ending, count in spread.items()})
    number = {
        signature: frequent.get(signature, frequent[max(frequent, key=partial(likeness, signature))])
        for signature in counts
    }
    pairs = [
        (form, f"{number[signatures[lemma]]}:{endings(form, lemma)}")
        for lemma in sorted(forms)
        for form in sorted(forms[lemma])
    ]
    return ending_rules(pairs, support=1)


def write_ending_table(path: Path) -> None:
    """Write the lexicon to ``path``, to be looked into where it lies."""
    path.parent.mkdir(parents=True, exist_ok=True)
    suffixes.write(ending_table(), path)
