"""Letter → the parts of its signature block."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from klarsprak.finding import SIGNATURE_PARTS
from klarsprak.letter import Letter, Role
from klarsprak.signature import phones
from klarsprak.signature.candidates import Candidates, Rank
from klarsprak.signature.letterhead import read_contacts, read_letterhead
from klarsprak.signature.lines import lines
from klarsprak.signature.model import Found, Kind, Line, Part, Piece
from klarsprak.signature.pieces import Classifier
from klarsprak.signature.sentences import decided_by, own_numbers
from klarsprak.signature.signers import read_signature
from klarsprak.signature.zones import Zones, find_zones, is_prose, on_behalf_unit


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
    _read_zones(all_lines, zones, classifier, found)
    _read_body(all_lines, zones, classifier, found)
    if zones.on_behalf and (unit := on_behalf_unit(zones.on_behalf)):
        found.add("unit", Rank.BEHALF, unit.part())
    _drop_switchboards(found, phones.normalised(switchboards))
    return _choose(found)


def _read_zones(all_lines: list[Line], zones: Zones, classifier: Classifier, found: Candidates) -> None:
    def pieces(numbers: list[int]) -> list[Piece]:
        return classifier.pieces([all_lines[number] for number in numbers])

    read_signature(pieces(zones.sign), found)
    read_letterhead(pieces(zones.boxes), Rank.BOX, found, ours=True)
    read_letterhead(pieces(zones.header), Rank.HEADER, found, ours=True)
    read_letterhead(pieces(zones.head), Rank.HEAD, found, ours=False)
    read_letterhead(_sender(pieces(zones.tail), closed=zones.closed), Rank.TAIL, found, ours=False)
    read_letterhead(pieces(zones.footer), Rank.FOOTER, found, ours=True)


def _sender(pieces: list[Piece], *, closed: bool) -> list[Piece]:
    """The pieces from the sender's name on; below a signature, lists of copies may name units, too."""
    starts = {Kind.ORGANISATION} if closed else {Kind.ORGANISATION, Kind.UNIT}
    start = next((at for at, piece in enumerate(pieces) if piece.kind in starts), len(pieces))
    return pieces[start:]


def _read_body(all_lines: list[Line], zones: Zones, classifier: Classifier, found: Candidates) -> None:
    """Contact persons in the midst of the letter, who decided, and the number that the writer answers at."""
    body = [all_lines[number] for number in zones.body]
    for prose, run in groupby(body, key=lambda line: is_prose(line.span.text)):
        if not prose:
            read_contacts(classifier.pieces(list(run)), found)
    signed = found.best("name")
    for line in [*(all_lines[number] for number in zones.head), *body]:
        if who := decided_by(line.span):
            _read_decided(classifier.pieces([Line(words, Role.PARAGRAPH, 0) for words in who]), found)
        for part in own_numbers(line.span, signed[1].text if signed else None):
            found.add("phone", Rank.SENTENCE, part)


def _read_decided(pieces: list[Piece], found: Candidates) -> None:
    name = next((piece for piece in pieces if piece.kind is Kind.NAME), None)
    if name:
        found.add("name", Rank.SENTENCE, name.span.part())
        for piece in pieces:
            if piece.kind is Kind.TITLE:
                found.add("title", Rank.SENTENCE, piece.span.part())


def _drop_switchboards(found: Candidates, known: frozenset[str]) -> None:
    kept = []
    for rank, part in found.parts.get("phone", []):
        if phones.is_among(part.text, known):
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
    if others and not any(part.text.casefold() == signer.text.casefold() for part in others):
        found.parts["title"] = [entry for entry in found.parts["title"] if entry[0] is Rank.SIGN]
        found.parts["phone"] = [entry for entry in found.parts["phone"] if entry[0] is not Rank.TITLED]
