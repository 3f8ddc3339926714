"""Labels such as *Handläggare:* and *Telefon*."""

from __future__ import annotations

import re
from typing import NamedTuple

from klarsprak.signature.memory import once_a_letter
from klarsprak.signature.model import Label
from klarsprak.signature.names import name_in
from klarsprak.signature.spans import Span
from klarsprak.signature.wording import LABELS, LABELS_WITHOUT_COLON

_LINE_BREAK = re.compile(r"\s*\n\s*")
_BETWEEN_PARTS = re.compile(r"[,/|]")
_BETWEEN_LABELS = re.compile(r"\s+(?=[A-ZÅÄÖ])")
_NEXT_LABEL = re.compile(r"[A-ZÅÄÖ](?<=\s.)")
"""Where the second one begins; to look for the capital first takes half the time."""
_TITLE_BEFORE_NAME = re.compile(r"[a-zåäö-]{4,}(?:are|ör|ant|log|man|chef)\s(?=[A-ZÅÄÖ])")
_LONGEST_LABEL = 60
_SAYS_WHICH = "för "
"""Makes a name of the word before it."""


def _as_group(label: Label, pattern: str) -> str:
    """The label's pattern without its own line breaks, under its name; a space stands for any white space."""
    one_line = _LINE_BREAK.sub("", pattern).replace(" ", r"\s")
    return f"(?P<{label.name}>{one_line})"


# *Telefon:*, *(Direkt) *, *Handläggare*
_LABEL = rf"\W{{0,2}}(?:{'|'.join(map(_as_group, LABELS, LABELS.values()))})(?![\w@-])\.?(?:\s*:)?"
_PATTERN = re.compile(_LABEL, re.IGNORECASE)
_IN_LOWER_CASE = re.compile(_LABEL)
"""The same for a text in lower case, in a third of the time: of most labels the first letter alone is looked at."""
PERSONS_LABELS = (Label.PERSON, Label.NAME)
_PERSONS = re.compile("|".join(_as_group(label, LABELS[label]) for label in PERSONS_LABELS))
_OF_PERSONS = (
    *("handl", "kontakt", "referens", "beredare", "beslut", "föredragande", "upprättad", "fattat", "underteckna"),
    *("underskrift", "signera", "godkän", "avsändare", "namn", "ansvarig", "skrivet"),
)
"""One of these stands in each of them: quicker to look for."""


class Labelled(NamedTuple):
    """A label and what stands behind it on the same line, which may be nothing."""

    label: Label
    colon: bool
    rest: Span

    @property
    def is_alone(self) -> bool:
        """Whether nothing stands behind it."""
        return not self.rest.text


def split_label(span: Span) -> Labelled | None:
    """The label that the line begins with, or None.

    *Handläggare* and *Anna Ek* of *Handläggare: Anna Ek*; none in *Handläggare på Bygglovsenheten*.
    """
    match = _label_at_start(span.text)
    if not match:
        return None
    rest = _without_second_label(span.behind(match))
    labelled = Labelled(_label_of(match), match.group().endswith(":"), rest)
    is_apart = labelled.colon or labelled.is_alone
    return labelled if is_apart or _goes_without_colon(labelled) else None


@once_a_letter
def _label_at_start(text: str) -> re.Match[str] | None:
    """Where the label stands that the text begins with."""
    low = text.lower()
    has_grown = len(low) != len(text)  # a few letters of other languages do
    return _PATTERN.match(text) if has_grown else _IN_LOWER_CASE.match(low)


def leading_label(span: Span) -> Label | None:
    """What the label says that the line begins with; None where it begins with none.

    ``Label.PERSON`` for *Handläggare: Anna Ek*.
    """
    found = split_label(span)
    return found.label if found else None


def mere_label(span: Span) -> Label | None:
    """The label, if the line is one and nothing else: *Telefon:*, but not *Telefon: 0980-319 214*.

    A line below or a cell beside it may be what it labels.
    """
    found = split_label(span)
    return found.label if found and found.is_alone else None


def may_name_person(text: str) -> bool:
    """Whether a person's label may stand in the text: where none does, no name in it is known by one."""
    low = text.lower()
    return any(map(low.__contains__, _OF_PERSONS)) and _PERSONS.search(low) is not None


def is_label(span: Span) -> bool:
    """Whether the line is a label and nothing else."""
    return mere_label(span) is not None


def is_label_row(span: Span) -> bool:
    """Whether the line is two or more labels with mere spaces between them, as above the columns of a footer.

    *Postadress Telefon Besök*, but not *Telefon Anna*.
    """
    following = _NEXT_LABEL.search(span.text, 0, _LONGEST_LABEL)
    if not following:
        return False
    if not is_label(Span(span.text[: following.start()].rstrip(), span.block, span.start)):
        return False  # before the others are parted: most lines begin with no label
    return all(is_label(span._replace(text=part)) for part in _BETWEEN_LABELS.split(span.text))


def _label_of(match: re.Match[str]) -> Label:
    """The label whose group has matched, the only one in the expression that does."""
    return Label[str(match.lastgroup)]


def _without_second_label(rest: Span) -> Span:
    """Nothing where another label is all that follows, as in *Handläggare, telefon* above both.

    The first of the two counts: a name is found by its form, and a number is, too.
    """
    if rest.text.startswith((",", "/")) and is_label(rest.cut(1)):
        return rest.nothing()
    return rest


def _goes_without_colon(labelled: Labelled) -> bool:
    """Whether the label can stand with a mere space: *Telefon 0980-319 214*.

    Of persons only before a name, *Handläggare Anna Ek*, *Kontakta fiskevårdare Anna Ek*: other words make a sentence
    or a title of it.
    *Kundtjänst för avfall* names a unit.
    """
    rest = labelled.rest
    if labelled.label is Label.PERSON:
        first, *_ = _BETWEEN_PARTS.split(rest.text, maxsplit=1)
        title = _TITLE_BEFORE_NAME.match(first)
        return name_in(rest.cut(title.end() if title else 0, len(first))) is not None
    return (
        labelled.label in LABELS_WITHOUT_COLON and rest.text[0] not in ",./" and not rest.text.startswith(_SAYS_WHICH)
    )
