"""Fields: what their instructions do to the text around them."""

from __future__ import annotations

from klarsprak.readers.docx.markup import VAL, Element, W, child, is_on

_BUTTONS = ("MACROBUTTON", "GOTOBUTTON")
"""Fields that show their last argument."""

_TEXT_FIELD = "FORMTEXT"
_CALCULATED = ("calculated", "currentDate", "currentTime", "date")
"""Text fields of a form that Word fills in or writes in its own way."""


class WordField:
    """A field that has begun: its instruction so far, and whether its shown result has come."""

    def __init__(self, data: Element | None = None) -> None:
        self.instruction: list[str] = []
        self.in_result = False
        self._data = data

    @property
    def words(self) -> list[str]:
        """The kind of field, its first argument, and all that follows."""
        return "".join(self.instruction).split(None, 2)

    @property
    def is_merge(self) -> bool:
        """Whether its result comes from a mail merge."""
        return self.words[:1] == ["MERGEFIELD"]

    @property
    def prompt(self) -> str:
        """The text that a MACROBUTTON shows; old templates say with it what to fill in.

        *MACROBUTTON NoMacro [Skriv namn här]* shows *[Skriv namn här]*.
        """
        words = self.words
        if len(words) < 3 or words[0].upper() not in _BUTTONS:
            return ""
        return words[2].strip()

    @property
    def is_typed(self) -> bool:
        """Whether its result is what the writer has typed: that of an old form's text field.

        Word fills in all other results again, and also a form field's whose value is calculated or today's date.
        """
        words = self.words
        if not words or words[0].upper() != _TEXT_FIELD:
            return False
        field = None if self._data is None else child(self._data, W + "textInput")
        kind = None if field is None else child(field, W + "type")
        return kind is None or kind.get(VAL) not in _CALCULATED

    @property
    def choice(self) -> str:
        """What an old form field shows of its own: the item that is picked, or a box."""
        if self._data is None:
            return ""
        box = child(self._data, W + "checkBox")
        menu = child(self._data, W + "ddList")
        if box is not None:
            return _show_box(box)
        return "" if menu is None else _find_picked(menu)


class OpenFields:
    """The fields that are open at a point of a story, outermost first."""

    def __init__(self) -> None:
        self._open: list[WordField] = []
        self.blocked = False
        """Whether what comes now is an instruction, not text."""
        self.merge: WordField | None = None
        """The merge field whose result comes now."""

    @property
    def is_open(self) -> bool:
        """Whether what comes now belongs to a field."""
        return bool(self._open)

    @property
    def is_refilled(self) -> bool:
        """Whether Word fills in again what comes now, so that a change there wouldn't last."""
        return not all(field.is_typed for field in self._open)

    def begin(self, field: WordField) -> None:
        """A field starts."""
        self._open.append(field)
        self._look()

    def instruct(self, text: str) -> None:
        """More of the innermost field's instruction; what stands in a result isn't one, nor outside all fields."""
        if not self._open:
            return
        innermost = self._open[-1]
        if not innermost.in_result:
            innermost.instruction.append(text)

    def turn(self, character: Element) -> WordField | None:
        """Take a ``w:fldChar``; gives the field that it ends.

        One that turns or ends a field where none is open says nothing.
        """
        kind = character.get(W + "fldCharType")
        if kind == "begin":
            self.begin(WordField(child(character, W + "ffData")))
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
            self._look()
        elif kind == "end":
            return self.end()
        return None

    def end(self) -> WordField | None:
        """The innermost field is over; None where no field was open."""
        field = self._open.pop() if self._open else None
        self._look()
        return field

    def _look(self) -> None:
        """Find out what the open fields mean for what comes now.

        One instruction around it is enough to hide it; of merge fields the innermost one counts.
        """
        self.blocked = False
        self.merge = None
        for field in self._open:
            if not field.in_result:
                self.blocked = True
            elif field.is_merge:
                self.merge = field


def _show_box(box: Element) -> str:
    """What a box to tick looks like; before anybody has touched it, as its default says."""
    state = child(box, W + "checked")
    if state is None:
        state = child(box, W + "default")
    return "☒" if is_on(state) else "☐"


def _find_picked(menu: Element) -> str:
    """The item of a menu that is picked; the first one, before anybody has.

    Nothing where the file gives a number beyond the last item, or none.
    """
    items = [item.get(VAL, "") for item in menu.iterchildren(W + "listEntry")]
    picked = child(menu, W + "result")
    number = "0" if picked is None else picked.get(VAL, "0")
    place = int(number) if number.isdecimal() else len(items)
    return items[place] if place < len(items) else ""
