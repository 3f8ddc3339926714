"""Letter → the parts of its signature block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from klarsprak.finding import SIGNATURE_PARTS
from klarsprak.letter import Letter, Role
from klarsprak.signature import phones
from klarsprak.signature.labels import split_label
from klarsprak.signature.lines import lines
from klarsprak.signature.model import Found, Kind, Label, Line, Part, Piece, Span
from klarsprak.signature.pieces import Classifier
from klarsprak.signature.reading import Candidates, Rank, read_letterhead, read_signature, same_person
from klarsprak.signature.zones import Zones, find_zones, on_behalf_unit

_DECIDED_BY = re.compile(
    r"\b(?:beslutet?|ärendet)\b[^.]{0,60}?\b(?:fattats?|fattades|tagits|avgjorts|beslutats|undertecknats)\s(?:digitalt\s)?av\s(?P<who>[^.\n]+)",
    re.IGNORECASE,
)
# The words of a sentence up to a number; a full stop ends it only before a capital letter ("tel. 0980-…" goes on).
_GOES_ON = r"(?:[^.!?\n]|\.(?!\s+(?-i:[A-ZÅÄÖ])))"
_I = r"\b(?:jag|mig|min|mitt|undertecknad\w*)\b"
_MINE_BEFORE = re.compile(
    rf"{_I}(?P<between>{_GOES_ON}{{0,70}})$"
    rf"|{_I}{_GOES_ON}{{0,60}}[.!?]\s+(?P<label>(?:mitt\s)?(?:direkt|mobil)?(?:telefon|tel|tfn|nummer|numret)[^.!?\d]{{0,20}})\.?\s?$",
    re.IGNORECASE,
)
_RING = re.compile(r"\b(?:ring\w*|telefon|tel\.?|tfn|nummer)\W+(?:gärna|då|på|till|är|\s)*$", re.IGNORECASE)
_MINE_AFTER = re.compile(rf"{_GOES_ON}{{0,40}}\b(?:jag|mig)\b", re.IGNORECASE)
_NOT_MINE = re.compile(
    r"växel|kundtjänst|kontaktcenter|\bjour|polis|\b(?:han|hon|de|hans|hennes|dig|din|ditt)\b", re.IGNORECASE
)


def find(
    letter: Letter,
    *,
    switchboards: Sequence[str] = (),
    units: Sequence[str] = (),
    addresses: Sequence[str] = (),
) -> Found:
    """The signature block of the letter.

    ``switchboards`` are numbers that are nobody's own; ``units`` and ``addresses`` are the organisation's own ones,
    which are found whatever they look like.
    """
    all_lines, zones = find_zones(lines(letter))
    classifier = Classifier(frozenset(unit.lower() for unit in units), tuple(addresses))
    found = Candidates()
    _read_zones(classifier.pieces(all_lines), zones, found)
    _read_body(all_lines, zones, classifier, found)
    if zones.on_behalf and (unit := on_behalf_unit(zones.on_behalf)):
        found.add("unit", Rank.BEHALF, unit.part())
    _drop_switchboards(found, phones.normalised(switchboards))
    return _choose(found)


def _read_zones(pieces: list[Piece], zones: Zones, found: Candidates) -> None:
    def of(numbers: list[int]) -> list[Piece]:
        wanted = set(numbers)
        return [piece for piece in pieces if piece.line in wanted]

    read_signature(of(zones.sign), found)
    read_letterhead(of(zones.boxes), Rank.BOX, found, ours=True)
    read_letterhead(of(zones.header), Rank.HEADER, found, ours=True)
    read_letterhead(of(zones.head), Rank.HEAD, found, ours=False)
    read_letterhead(_sender(of(zones.tail), closed=zones.closed), Rank.TAIL, found, ours=False)
    read_letterhead(of(zones.footer), Rank.FOOTER, found, ours=True)


def _sender(pieces: list[Piece], *, closed: bool) -> list[Piece]:
    """The pieces from the sender's name on; below a signature, lists of copies may name units, too."""
    starts = {Kind.ORGANISATION} if closed else {Kind.ORGANISATION, Kind.UNIT}
    start = next((at for at, piece in enumerate(pieces) if piece.kind in starts), len(pieces))
    return pieces[start:]


def _read_body(all_lines: list[Line], zones: Zones, classifier: Classifier, found: Candidates) -> None:
    """Labels such as *Handläggare:* anywhere, who decided, and the number that the writer asks the reader to ring."""
    signed = found.best("name")
    signer = signed[1].text if signed else None
    for number in [*zones.head, *zones.body]:
        line = all_lines[number]
        label = split_label(line.span)
        labelled = (label and label.label is Label.PERSON and label.colon) or line.label is Label.PERSON
        if labelled and number in zones.body:
            read_letterhead(classifier.pieces([line]), Rank.CONTACT, found, ours=True)
            continue
        _read_decided(line.span, classifier, found)
        for part in _own_numbers(line.span, signer):
            found.add("phone", Rank.SENTENCE, part)


def _read_decided(span: Span, classifier: Classifier, found: Candidates) -> None:
    match = _DECIDED_BY.search(span.text)
    if not match:
        return
    who = Line(span.cut(match.start("who"), match.end("who")), Role.PARAGRAPH, 0)
    pieces = classifier.pieces([who])
    name = next((piece for piece in pieces if piece.kind is Kind.NAME), None)
    if name:
        found.add("name", Rank.SENTENCE, name.span.part())
        for piece in pieces:
            if piece.kind is Kind.TITLE:
                found.add("title", Rank.SENTENCE, piece.span.part())


def _own_numbers(span: Span, signer: str | None) -> Iterator[Part]:
    """The numbers in a sentence that the writer says *mig* or *jag* in, or that follow the writer's name."""
    if not any(char.isdigit() for char in span.text):
        return
    named = re.compile(rf"\b{re.escape(signer)}\b(?P<between>{_GOES_ON}{{0,50}})$", re.IGNORECASE) if signer else None
    for number in phones.find_numbers(span.text, labelled=False):
        before, after = span.text[: number.start], span.text[number.end :]
        mine = _MINE_BEFORE.search(before) or (named and named.search(before))
        if (mine and not _NOT_MINE.search(mine["between"] or "")) or (
            _RING.search(before) and _MINE_AFTER.match(after)
        ):
            yield span.cut(number.start, number.end).part()


def _drop_switchboards(found: Candidates, known: frozenset[str]) -> None:
    kept = []
    for rank, part in found.parts.get("phone", []):
        if phones.e164(part.text) in known and phones.without_extension(part.text) == part.text:
            found.switchboards.append(part)
        else:
            kept.append((rank, part))
    found.parts["phone"] = kept
    if found.switchboards or found.shared:
        text = (found.switchboards + found.shared)[0].text
        found.why["phone"] = f"{text} går till växeln eller en gemensam telefon, inte direkt till den som skriver."


def _choose(found: Candidates) -> Found:
    result = Found()
    signed = found.best("name")
    if signed and signed[0] is Rank.SIGN:
        _drop_other_people(found, signed[1])
    elif not signed and not found.best("phone") and found.shared and found.best("unit"):
        # A letter that a customer service signs has no other number.
        found.add("phone", Rank.FOOTER, found.shared[0])
    for part in SIGNATURE_PARTS:
        best = found.best(part)
        setattr(result, part, best[1] if best else None)
    result.why = {part: why for part, why in found.why.items() if getattr(result, part) is None}
    return result


def _drop_other_people(found: Candidates, signer: Part) -> None:
    """Beside a signer, the title of another contact person is not the signer's, nor a number in their box."""
    others = [part for rank, part in found.parts["name"] if rank is not Rank.SIGN]
    if others and not any(same_person(part, signer) for part in others):
        found.parts["title"] = [entry for entry in found.parts["title"] if entry[0] is Rank.SIGN]
        found.parts["phone"] = [entry for entry in found.parts["phone"] if entry[0] is not Rank.TITLED]
