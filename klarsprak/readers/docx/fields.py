"""Fields: what their instructions do to the text around them."""

from __future__ import annotations

from klarsprak.readers.docx.markup import VAL, Element, W, child, is_on


class Field:
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
        """The text that a MACROBUTTON shows; old templates say with it what to fill in."""
        words = self.words
        return words[2].strip() if len(words) == 3 and words[0].upper() in ("MACROBUTTON", "GOTOBUTTON") else ""

    @property
    def choice(self) -> str:
        """What an old form field shows of its own: the item that is picked, or a box."""
        if self._data is None:
            return ""
        box = child(self._data, W + "checkBox")
        if box is not None:
            return _box(box)
        menu = child(self._data, W + "ddList")
        return "" if menu is None else _picked(menu)


class Fields:
    """The fields that are open at a point of a story, outermost first."""

    def __init__(self) -> None:
        self._open: list[Field] = []
        self.blocked = False
        """Whether what comes now is an instruction, not text."""
        self.merge: Field | None = None
        """The merge field whose result comes now."""

    @property
    def is_open(self) -> bool:
        """Whether what comes now belongs to a field."""
        return bool(self._open)

    def begin(self, field: Field) -> None:
        """A field starts."""
        self._open.append(field)
        self._look()

    def instruct(self, text: str) -> None:
        """More of the instruction."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].instruction.append(text)

    def turn(self, character: Element) -> Field | None:
        """Take a ``w:fldChar``; gives the field that it ends."""
        kind = character.get(W + "fldCharType")
        if kind == "begin":
            self.begin(Field(child(character, W + "ffData")))
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
            self._look()
        elif kind == "end":
            return self.end()
        return None

    def end(self) -> Field | None:
        """The innermost field is over; None where no field was open."""
        field = self._open.pop() if self._open else None
        self._look()
        return field

    def _look(self) -> None:
        self.blocked = not all(field.in_result for field in self._open)
        self.merge = next((field for field in reversed(self._open) if field.in_result and field.is_merge), None)


def _box(box: Element) -> str:
    state = child(box, W + "checked")
    return "☒" if is_on(state if state is not None else child(box, W + "default")) else "☐"


def _picked(menu: Element) -> str:
    items = [item.get(VAL, "") for item in menu.iterchildren(W + "listEntry")]
    picked = child(menu, W + "result")
    number = picked.get(VAL, "0") if picked is not None else "0"
    return items[int(number)] if number.isdecimal() and int(number) < len(items) else ""
