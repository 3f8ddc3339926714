"""RTF files that hold pictures where the text should be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from klarsprak.letter import Block, ReadError
from klarsprak.readers.scanned import FEW_LETTERS, FULL_PAGE, LARGE, MOST_OF_PAGE, count_letters, outside_margins

_PAGE = 11_906.0 * 16_838
"""Area of an A4 page in square twips, 1,440 to an inch."""
_LONGEST = 100_000
_PIXEL = 15
"""Twips of a pixel, where the file doesn't say how large its picture is to be."""
_EMPTY = "Rtf-filen har ingen text. Kontrollera att det är rätt fil."
_DAMAGED = "Rtf-filen är skadad eller avkortad och har ingen text. Öppna den i Word, spara den som docx och kör igen."
_PICTURES = (
    "Rtf-filen har bilder och nästan ingen text, till exempel inskannade sidor. Skriv texten i Word, eller kör "
    "textigenkänning (OCR) på bilderna först."
)


@dataclass(slots=True)
class RtfPicture:
    """The sides of a picture in twips, and how many per cent of them are shown."""

    sides: dict[str, int] = field(default_factory=dict)

    @property
    def area(self) -> float:
        """Its area in square twips."""
        across = self._side("picwgoal", "picw") * self._per_cent("picscalex")
        return across * self._side("pichgoal", "pich") * self._per_cent("picscaley")

    def _side(self, wanted: str, pixels: str) -> float:
        """A side as it is to be, or as many pixels as there are."""
        side = self.sides.get(wanted, 0) or self.sides.get(pixels, 0) * _PIXEL
        return min(max(side, 0), _LONGEST)

    def _per_cent(self, name: str) -> float:
        """How much of a side is shown."""
        return min(max(self.sides.get(name, 100), 1), 1_000) / 100


class RtfPictures:
    """The pictures of a file's body."""

    def __init__(self) -> None:
        self.open = RtfPicture()
        """The picture that is read now."""
        self._areas: list[float] = []

    def begin(self) -> None:
        """A picture begins."""
        self.open = RtfPicture()

    def add(self) -> None:
        """It is over."""
        self._areas.append(self.open.area)

    def refuse_without_text(self, blocks: Iterable[Block], notes: Iterable[str], is_cut_off: bool) -> None:
        """Raises ``ReadError`` for a file of pictures only, and for one without any text, which may be cut off.

        ``notes`` say in Swedish what could not be read: where nothing else is there, the first of them is the reason.
        """
        own = list(blocks)
        letters = count_letters(outside_margins(own))
        if letters >= FEW_LETTERS:
            return
        if sum(self._areas) > LARGE * _PAGE or (self._areas and not letters):
            raise ReadError(_PICTURES)
        if not count_letters(own):
            raise ReadError(_DAMAGED if is_cut_off else next(iter(notes), _EMPTY))

    def note_full_pages(self) -> Iterator[str]:
        """That nobody reads a picture which fills the better part of a page: a scanned page, or a photograph."""
        if any(area > MOST_OF_PAGE * _PAGE for area in self._areas):
            yield FULL_PAGE
