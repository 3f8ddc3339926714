"""Acts as the databases of law answer with them: Regeringskansliet's JSON, Riksdagen's JSON, HTML and text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, BeforeValidator, Field, ValidationError

from klarsprak.laws.imported import ImportedAct
from klarsprak.laws.register import load_register
from klarsprak.laws.statute_text import lines_of_fulltext, read_chapters, read_sections
from klarsprak.laws.titles import as_name
from klarsprak.laws.wording import Wording, read_marks

NUMBER = r"(?:1[6-9]|20)\d\d:\d{1,4}(?: s\.\s?\d+)?"
_PLAIN_NUMBER = re.compile(r"\d{4}:\d+")
_NO_CONVERSION = "Automatisk konvertering inte tillgänglig"
_CHANGED = re.compile(rf"(?:t\.\s?o\.\s?m\.?\s*)?(?:SFS\s*)?({NUMBER})")
# *SFS nr: 2017:900*, the first of the lines before an act in Riksdagen's text
_FIRST_KEY = re.compile(rf"\s*SFS[ -]nr:\s*({NUMBER})\s*$")
_KEY = re.compile(r"\s*([A-ZÅÄÖ][\wåäö/ ]+):\s*(.*)$")
_LAST_KEY = "Källa"
_LONGEST_HEAD = 40


class NotAnActError(Exception):
    """What is read holds no act; the text says in Swedish why, and what to do."""


class Statute(NamedTuple):
    """An act and how its sections are worded."""

    act: ImportedAct
    wording: Wording = Wording()


def _text_or_nothing(value: object) -> object:
    return "" if value is None else value


def _day_or_nothing(value: object) -> object:
    """*2025-07-01T00:00:00* → *2025-07-01*, "" and null are None."""
    return str(value)[:10] if value else None


_Text = Annotated[str, BeforeValidator(_text_or_nothing)]
_Day = Annotated[date | None, BeforeValidator(_day_or_nothing)]


class _FullText(BaseModel):
    text: _Text = Field(default="", alias="forfattningstext")
    amended: _Text = Field(default="", alias="andringInford")
    repealed_by: _Text = Field(default="", alias="upphavdGenom")


class _Amendment(BaseModel):
    number: _Text = Field(default="", alias="beteckning")
    day: _Day = Field(default=None, alias="ikraftDateTime")


class _GovernmentAct(BaseModel):
    """The keys that are used of an act in Regeringskansliet's database."""

    number: str = Field(alias="beteckning", pattern=rf"^{NUMBER}$")
    title: str = Field(alias="rubrik", min_length=3)
    repealed: _Day = Field(default=None, alias="upphavdDateTime")
    expires: _Day = Field(default=None, alias="tidsbegransadDateTime")
    fulltext: _FullText | None = None
    amendments: list[_Amendment] = Field(default=[], alias="andringsforfattningar")


class _ParliamentAct(BaseModel):
    """The keys that are used of an act in Riksdagen's open data."""

    number: str = Field(alias="beteckning", pattern=rf"^{NUMBER}$")
    title: str = Field(alias="titel", min_length=3)
    subtitle: _Text = Field(default="", alias="undertitel")
    older_subtitle: _Text = Field(default="", alias="subtitel")
    text: _Text = ""
    html: _Text = ""


def read_json(text: str, day: date) -> list[Statute]:
    """The acts in an answer of either database; raises ``NotAnActError``."""
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError):
        raise NotAnActError("filen är ingen hel JSON. Hämta den på nytt.") from None
    statutes = [_read_answer(act, day) for act in _answers_in(answer)]
    if not statutes:
        raise NotAnActError("svaret har ingen lag i sig. Kontrollera lagens nummer.")
    return statutes


def _answers_in(answer: Any) -> Iterator[Any]:
    """Each act of an answer: Regeringskansliet's searches give several, in *hits.hits*."""
    hits = _at(answer, "hits", "hits")
    if not isinstance(hits, list):
        yield answer
        return
    for hit in hits:
        yield _at(hit, "_source")


def _at(value: Any, *keys: str) -> Any:
    """What stands under the keys, one in the other; None where anything else does."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _read_answer(answer: Any, day: date) -> Statute:
    """The act; raises ``NotAnActError``."""
    document = _at(answer, "dokumentstatus", "dokument")
    try:
        if document is not None:
            return _from_parliament(_ParliamentAct.model_validate(document), day)
        return _from_government(_GovernmentAct.model_validate(answer), day)
    except ValidationError as error:
        raise NotAnActError(_describe(error)) from None


def _describe(error: ValidationError) -> str:
    """The first key that is wrong."""
    first = error.errors()[0]
    key = ".".join(map(str, first["loc"]))
    if not key:
        return "filen är ingen lag från Regeringskansliet eller Riksdagen. Ta bort den ur mappen."
    if first["type"] == "missing":
        return f"nyckeln {key} saknas. Filen är ingen lag från Regeringskansliet eller Riksdagen."
    return f"nyckeln {key} har ett värde som inte går att använda. Hämta filen på nytt."


def _from_government(found: _GovernmentAct, day: date) -> Statute:
    """The act in Regeringskansliet's answer, which tells whether it applies."""
    fulltext = found.fulltext or _FullText()
    ended = found.repealed or found.expires
    is_repealed = ended is not None and ended <= day
    if not fulltext.text.strip() and not is_repealed:
        raise NotAnActError("svaret har ingen lagtext. Hämta lagen från Riksdagen i stället.")
    act = ImportedAct(
        found.number,
        as_name(found.title.strip()),
        is_repealed,
        since=ended if is_repealed else None,
        amended=_number_in(fulltext.amended),
        repealed_by=_number_in(fulltext.repealed_by) if is_repealed else "",
    )
    return _with_text(act, fulltext.text, day, _days_of(found.amendments))


def _days_of(amendments: list[_Amendment]) -> dict[str, str]:
    """The day of each amendment whose number sections can bear; old ones are numbered by page, *1918:42 s.3*."""
    days = {}
    for each in amendments:
        if each.day is not None and _PLAIN_NUMBER.fullmatch(each.number):
            days[each.number] = each.day.isoformat()
    return days


def _from_parliament(found: _ParliamentAct, day: date) -> Statute:
    """The act in Riksdagen's answer, whose text tells whether it is repealed, and nothing that it isn't."""
    text = found.text if found.text.strip() else text_of_html(found.html)
    if not text.strip():
        raise NotAnActError("svaret har ingen lagtext. Hämta lagen från Regeringskansliet i stället.")
    keys, body = _split_head(text)
    amended = _number_in(found.subtitle or found.older_subtitle or keys.get("Ändrad", ""))
    return _from_keys(found.number, found.title, keys, body, amended, day)


def is_parliament_text(text: str) -> bool:
    """Whether it is an act as Riksdagen's text has it: the number is among the first lines."""
    return any(map(_FIRST_KEY.match, text.splitlines()[:_LONGEST_HEAD]))


def read_parliament_text(text: str, day: date) -> Statute:
    """The act in Riksdagen's text; raises ``NotAnActError``."""
    keys, body = _split_head(text)
    number, title = keys.get("SFS nr", ""), keys.get("Rubrik", "")
    if not title:
        shipped = load_register(None).get(number)
        if shipped is None:
            raise NotAnActError("lagens rubrik saknas före raden SFS nr. Hämta lagen som JSON i stället.")
        title = shipped.name
    return _from_keys(number, title, keys, body, _number_in(keys.get("Ändrad", "")), day)


def _from_keys(number: str, title: str, keys: dict[str, str], body: str, amended: str, day: date) -> Statute:
    """The act with what Riksdagen's head says of it."""
    ended = _as_day(keys.get("Upphävd", "") or keys.get("Tidsbegränsad", ""))
    is_repealed = True if ended is not None and ended <= day else None
    by = _number_in(keys.get("Författningen har upphävts genom", "")) if is_repealed else ""
    since = ended if is_repealed else None
    act = ImportedAct(number, as_name(title.strip()), is_repealed, since=since, amended=amended, repealed_by=by)
    return _with_text(act, body, day, {})


def _as_day(text: str) -> date | None:
    """*2025-07-01*; None for "" and what is no day."""
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def _split_head(text: str) -> tuple[dict[str, str], str]:
    """What stands before Riksdagen's text, by key, and the text.

    The title, where it has no key, is the first line.
    """
    lines = text.splitlines()
    keys: dict[str, str] = {}
    end = 0
    for i, line in enumerate(lines[:_LONGEST_HEAD]):
        match = _KEY.match(line)
        if match is not None:
            keys.setdefault(match[1].replace("SFS-nr", "SFS nr"), match[2].strip())
            end = i + 1
        if keys and _LAST_KEY in keys:
            break
    if "SFS nr" not in keys:
        return {}, text
    first = next((line.strip() for line in lines if line.strip()), "")
    if not first.startswith("SFS nr"):
        keys.setdefault("Rubrik", first)
    return keys, "\n".join(lines[end:])


def _with_text(act: ImportedAct, text: str, day: date, amendments: dict[str, str]) -> Statute:
    """The act with its chapters and sections; raises ``NotAnActError`` for a text that is none."""
    if _NO_CONVERSION.lower() in text.lower():
        raise NotAnActError(f"texten är ingen lag (”{_NO_CONVERSION}”). Hämta lagen från Riksdagen i stället.")
    lines = lines_of_fulltext(text)
    marks = read_marks(read_sections(lines), day)
    return Statute(replace(act, chapters=read_chapters(lines)), Wording(marks, amendments))


def _number_in(text: str) -> str:
    """*t.o.m. SFS 2025:1501* → *2025:1501*, "" where there is none."""
    match = _CHANGED.search(text)
    return match[1] if match else ""


def text_of_html(html: str) -> str:
    """Riksdagen's page as text: a line where the page breaks one, an empty line between its parts."""
    from lxml import html as pages  # only pages of HTML need it

    if not html.strip():
        return ""
    try:
        page = pages.fromstring(f"<div>{html}</div>")
    except ValueError:  # a declaration of the encoding
        page = pages.fromstring(f"<div>{html}</div>".encode())
    parts = "".join(_pieces(page))
    return "\n".join(" ".join(line.split()) for line in parts.split("\n"))


_UNREAD = frozenset({"style", "script", "head"})
_BLOCKS = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "li", "ul", "ol", "hr", "table", "tr", "pre"})


def _pieces(element: Any) -> Iterator[str]:
    """The text of an element and what stands in it, in order."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag not in _UNREAD and tag and "sfstoc" not in (element.get("class") or ""):
        around = "\n\n" if tag in _BLOCKS else ""
        yield "\n" if tag == "br" else around
        yield _one_line(element.text, tag)
        for child in element:
            yield from _pieces(child)
        yield around
    yield _one_line(element.tail, "")


def _one_line(text: str | None, tag: str) -> str:
    """The text as a browser shows it: a line's end is a blank, but in *pre*."""
    if not text:
        return ""
    return text if tag == "pre" else re.sub(r"\s+", " ", text)
