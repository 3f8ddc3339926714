"""A page's drawing instructions: most of the time that a PDF takes goes into them.

They are read in one go where they are plainly written; pdfminer's parser takes the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, stream_value
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSKeyword, keyword_name

from klarsprak.readers.pdf.fonts import FontLoader
from klarsprak.readers.pdf.objects import TooMuchError
from klarsprak.readers.pdf.parsing import ContentParser
from klarsprak.readers.pdf.plain import plain_objects

MAX_OPERANDS = 100_000
"""Most operands that wait for an operator; no operator takes more than six."""
MAX_STATES = 10_000
"""Most states of drawing that are kept; programs keep ten."""

_METHOD_NAMES = str.maketrans({"*": "_a", '"': "_w", "'": "_q"})
"""How pdfminer writes an operator's sign in the name of its method: ``f*`` is ``do_f_a``."""

Action = tuple[Callable[..., object], int]
"""What an operator calls, and how many operands it takes."""


class ContentInterpreter(PDFPageInterpreter):
    """pdfminer's interpreter, with a shorter way from the instructions to what they call."""

    rsrcmgr: FontLoader

    def execute(self, streams: Sequence[object]) -> None:
        """Draws what the streams say; raises ``TooMuchError`` where that is too much for a letter."""
        drawn = self._not_drawing_now(streams)
        for stream in drawn:
            self.rsrcmgr.allowance.drawn.take(1 + len(stream.get_data()))
        objects = plain_objects(b"\n".join(stream.get_data() for stream in drawn))
        actions: dict[object, Action] = {}
        for item in _read_slowly(drawn) if objects is None else objects:
            if not isinstance(item, PSKeyword):
                waiting = self.argstack
                if len(waiting) >= MAX_OPERANDS:
                    raise TooMuchError
                waiting.append(item)
                continue
            if item not in actions:
                actions[item] = self._find_action(item)
            method, count = actions[item]
            operands = self.pop(count)
            if len(operands) == count:  # else the file is damaged here
                method(*operands)

    def do_TJ(self, seq: Any) -> None:  # noqa: N802
        """Shows text as pdfminer does, but for a copy of how things are drawn, which the device doesn't ask for."""
        if self.textstate.font is not None:
            self.device.render_string(self.textstate, seq, self.graphicstate.ncs, self.graphicstate)

    def do_q(self) -> None:
        """Keeps how things are drawn now."""
        if len(self.gstack) >= MAX_STATES:
            raise TooMuchError
        super().do_q()

    def _not_drawing_now(self, streams: Sequence[object]) -> list[PDFStream]:
        """The streams, but for those that can't be told from others, and forms that draw themselves.

        A form XObject may say that it draws itself, or one that holds it.
        """
        wanted = [stream_value(stream) for stream in streams]
        kept = [
            stream for stream in wanted if stream.objid is not None and stream.objid not in self.parent_stream_ids
        ]
        self.stream_ids = {stream.objid for stream in kept if stream.objid is not None}
        return kept

    def _find_action(self, operator: PSKeyword) -> Action:
        """What an operator calls: pdfminer has a method for each that it knows, and no table of them."""
        name = keyword_name(operator).translate(_METHOD_NAMES)
        method = getattr(self, f"do_{name}", None)
        if method is None:
            return _do_nothing, 0
        operands = method.__code__.co_argcount - 1  # the interpreter itself aside
        return method, operands


def _read_slowly(streams: list[PDFStream]) -> Iterator[Any]:
    """The operands and operators of streams that aren't plain."""
    with suppress(PSEOF):
        parser = ContentParser(streams)
        while True:
            yield parser.nextobject()[1]


def _do_nothing() -> None:
    """Stands for an operator that nobody knows: its operands stay, as pdfminer leaves them."""
