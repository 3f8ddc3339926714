"""What stands beside the text: headers and footers, notes, text boxes and other drawings."""

from __future__ import annotations

from klarsprak.letter import Block, Role
from klarsprak.readers.docx.text import WordParagraph, clean
from klarsprak.readers.rtf.margins import Margin
from klarsprak.readers.rtf.reader import Destination, RtfReader, Step

_WORD_ART = "gtextUNICODE"
_PICTURE = "pib"


def beginning_margin(role: Role, pages: str) -> Step:
    """The step of a word that begins a header or footer, of such pages: *{\\headerf …}*."""

    def begin(reader: RtfReader, _: int | None) -> None:
        blocks: list[Block] = []

        def end(reader: RtfReader) -> None:
            words = reader.flow.words
            reader.leave_flow()
            reader.margins.add(role, pages, Margin(blocks, "".join(words)))

        if reader.claim(end):
            reader.enter_flow(role, blocks)

    return begin


def begin_note(reader: RtfReader, _: int | None) -> None:
    """*{\\footnote …}*: a note; one in hidden or deleted text is none."""
    if reader.state.is_silent:
        reader.state.destination = reader.nowhere
    elif reader.claim(_end_note):
        reader.enter_flow(Role.FOOTNOTE, [])


def make_endnote(reader: RtfReader, _: int | None) -> None:
    """*\\ftnalt*: the note stands at the letter's end."""
    reader.flow.is_endnote = True


def _end_note(reader: RtfReader) -> None:
    """Notes are read after the text, in the order of their marks."""
    note = reader.flow
    reader.leave_flow()
    (reader.endnotes if note.is_endnote else reader.footnotes).extend(note.out)


def begin_box(reader: RtfReader, _: int | None) -> None:
    """*{\\shptxt …}* or *{\\dptxbxtext …}*: a box, whose blocks come after the paragraph that it hangs on."""
    if reader.state.is_silent:
        reader.state.destination = reader.nowhere
    elif reader.claim(RtfReader.leave_flow):
        reader.enter_flow(reader.flow.role, reader.flow.after, in_box=True)


def begin_name(reader: RtfReader, _: int | None) -> None:
    """*{\\sn pib}*: the name of one of a drawing's properties."""
    reader.property = ""
    reader.state.destination = Destination(_take_name, {})


def _take_name(reader: RtfReader, text: str) -> None:
    reader.property += text.strip()


def begin_value(reader: RtfReader, _: int | None) -> None:
    """*{\\sv …}*: the value of the property: words that are drawn, or a picture."""
    if reader.property == _WORD_ART and not reader.state.is_silent:
        reader.state.destination = Destination(_add_word_art, {})
    elif reader.property != _PICTURE:
        reader.state.destination = reader.nowhere


def _add_word_art(reader: RtfReader, text: str) -> None:
    """Words that are drawn as a picture, a block of their own."""
    art = WordParagraph()
    art.add(clean(text))
    block = art.make_block("", reader.flow.role or Role.TEXT_BOX, None)
    if block is not None:
        reader.flow.after.append(block)
