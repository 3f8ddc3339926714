"""What is done with the words of fields, forms, pictures and objects."""

from __future__ import annotations

from klarsprak.letter import MarkKind
from klarsprak.readers.docx.elements import WRITTEN_OBJECTS
from klarsprak.readers.docx.text import clean
from klarsprak.readers.rtf.fields import RtfField
from klarsprak.readers.rtf.reader import Destination, RtfReader, Step

_OBJECT = "Ett inbäddat dokument är inte granskat. Öppna det och granska det för sig."
_FORM = "Formulärfält som ligger som objekt på sidan granskas inte."
_PART = "Ett deldokument som hör till brevet är inte granskat. Granska det för sig."


def begin_field(reader: RtfReader, _: int | None) -> None:
    """*{\\field …}*: a field."""
    if reader.claim(_end_field):
        reader.state.field = RtfField(reader.flow.said)


def _end_field(reader: RtfReader) -> None:
    """Its end: one that has shown nothing shows what it stands for by itself."""
    field = reader.state.field
    if field is None or reader.flow.said != field.said_before:
        return
    reader.say(field.choice)
    if not reader.state.is_silent:
        reader.flow.say(clean(field.prompt), reader.state.paragraph, MarkKind.PLACEHOLDER, field)


def beginning_instruction(instruction: Destination) -> Step:
    """The step of *{\\*\\fldinst …}*: what the field is to show."""

    def begin(reader: RtfReader, _: int | None) -> None:
        reader.state.destination = reader.nowhere if reader.state.field is None else instruction

    return begin


def take_instruction(reader: RtfReader, text: str) -> None:
    """More of the instruction."""
    field = reader.state.field
    if field is not None:
        field.instruct(text)


def begin_result(reader: RtfReader, _: int | None) -> None:
    """*{\\fldrslt …}*: what the field shows."""
    field = reader.state.field
    if field is not None and field.is_merge:
        reader.state.merge = field


def take_item(reader: RtfReader, text: str) -> None:
    """*{\\*\\ffl …}*: an item of a form's menu."""
    field = reader.state.field
    if field is not None:
        field.items.append(text)


def setting_form(attribute: str) -> Step:
    """The step of a word that says a number of a form's field: *\\ffres1*."""

    def set_number(reader: RtfReader, number: int | None) -> None:
        if reader.state.field is not None:
            setattr(reader.state.field, attribute, number or 0)

    return set_number


def beginning_picture(picture: Destination) -> Step:
    """The step of *{\\pict …}*: a picture, of which only the size is read."""

    def begin(reader: RtfReader, _: int | None) -> None:
        reader.state.destination = picture
        if reader.is_in_body and reader.claim(_end_picture):
            reader.pictures.begin()

    return begin


def _end_picture(reader: RtfReader) -> None:
    reader.pictures.add()


def setting_side(name: str) -> Step:
    """The step of a word that says how large a picture is: *\\picwgoal9000*."""

    def set_side(reader: RtfReader, number: int | None) -> None:
        reader.pictures.open.sides[name] = number or 0

    return set_side


def note_object(reader: RtfReader, text: str) -> None:
    """*{\\*\\objclass Word.Document.8}*: a document of its own that stands in the letter is told of."""
    if text.strip().lower().startswith(WRITTEN_OBJECTS):
        reader.problems[_OBJECT] = None


def note_part(reader: RtfReader, _: int | None) -> None:
    """*\\subdocument1*: a part of the letter that is a file of its own."""
    reader.problems[_PART] = None


def note_form(reader: RtfReader, _: int | None) -> None:
    """*\\objocx*: a field of a form, whose words stand in a program of its own."""
    reader.problems[_FORM] = None


def going_to(destination: Destination) -> Step:
    """The step of a word that begins such a group."""

    def begin(reader: RtfReader, _: int | None) -> None:
        reader.state.destination = destination

    return begin


def go_to_body(reader: RtfReader, _: int | None) -> None:
    """*{\\result …}*: what an object shows."""
    reader.state.destination = reader.body


FORM_WORDS: dict[str, Step] = {
    "fftype": setting_form("kind"),
    "ffres": setting_form("chosen"),
    "ffdefres": setting_form("usual"),
}
SIDES = ("picw", "pich", "picwgoal", "pichgoal", "picscalex", "picscaley")
