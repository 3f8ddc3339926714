"""The joint between a paragraph and the next line of its column, and what can be measured there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from klarsprak.readers.pdf.page import PrintedLine
from klarsprak.readers.pdf.paragraph import PrintedParagraph
from klarsprak.readers.pdf.style import UsualStyle
from klarsprak.readers.text.hyphens import SOFT_HYPHEN
from klarsprak.swedish import SENTENCE_STOPS

_SENTENCE_END = re.compile(rf"[{SENTENCE_STOPS}:][”\"’)]?$")


@dataclass(slots=True)
class Joint:
    """Where a line comes below those of a paragraph; ``edge`` is where a full line ends, in points."""

    paragraph: PrintedParagraph
    below: PrintedLine
    edge: float
    style: UsualStyle

    @property
    def above(self) -> PrintedLine:
        """The paragraph's last line."""
        return self.paragraph.lines[-1]

    @property
    def pitch(self) -> float:
        """In ems."""
        return self.above.pitch_to(self.below)

    @property
    def step(self) -> float:
        """How far to the right the lower line begins, in points."""
        return self.below.x0 - self.above.x0

    @property
    def room(self) -> float:
        """What the upper line would have left free after the lower one's first word, in points."""
        word = self.below.text.split(" ", 1)[0]
        letters = max(len(self.below.text), 1)
        word_width = self.below.width * (len(word) + 1) / letters
        return self.edge - self.above.x1 - word_width

    @property
    def is_broken(self) -> bool:
        """Whether the writer ended the upper line: the next word would have found room on it.

        A hyphen was put where the word is cut, however much room that leaves.
        """
        if self.above.stretched:
            return True
        is_cut = self.above.text.endswith(("-", SOFT_HYPHEN))
        return self.room > 0.5 * self.below.size and not is_cut

    @property
    def ends_sentence(self) -> bool:
        """Whether the upper line ends a sentence."""
        return ends_sentence(self.above.text)


def ends_sentence(text: str) -> bool:
    """Whether a line ends with the end of a sentence, or with a colon.

    *… senast den 14 april.*, *”Vad händer nu?”* and *Skicka med:* do.
    """
    return _SENTENCE_END.search(text) is not None
