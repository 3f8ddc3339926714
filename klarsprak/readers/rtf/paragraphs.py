"""What is done with the words of running text: paragraphs, signs, what is hidden, the marks of lists."""

from __future__ import annotations

from klarsprak.readers.docx.text import clean
from klarsprak.readers.rtf.properties import PLAIN_PARAGRAPH
from klarsprak.readers.rtf.reader import RtfReader, Step


def take_text(reader: RtfReader, text: str) -> None:
    """Text of the letter, without soft hyphens and the like."""
    reader.say(clean(text))


def leave_out(reader: RtfReader, _: int | None) -> None:
    """A group without text of the letter."""
    reader.state.destination = reader.nowhere


def keep(_: RtfReader, __: int | None) -> None:
    """A group whose text is read as that around it."""


def saying(text: str) -> Step:
    """The step of a word that stands for a sign."""

    def say(reader: RtfReader, _: int | None) -> None:
        reader.say(text)

    return say


def end_paragraph(reader: RtfReader, _: int | None) -> None:
    """*\\par*: the end of a paragraph; where it is hidden or deleted, the next one goes on in the same line."""
    state = reader.state
    if not state.is_silent:
        reader.flow.end_paragraph(state.paragraph, state.paragraph.tables)


def end_section(reader: RtfReader, _: int | None) -> None:
    """*\\sect*: the end of a section, and of its last paragraph."""
    reader.flow.end_paragraph(reader.state.paragraph, reader.state.paragraph.tables)
    reader.margins.end_section()


def begin_section(reader: RtfReader, _: int | None) -> None:
    """*\\sectd*: a section that has nothing of its own yet."""
    reader.margins.has_first = False


def have_first_page(reader: RtfReader, _: int | None) -> None:
    """*\\titlepg*: the section's first page has a header and a footer of its own."""
    reader.margins.has_first = True


def have_even_pages(reader: RtfReader, _: int | None) -> None:
    """*\\facingp*: even pages have their own."""
    reader.margins.has_even = True


def begin_plain_paragraph(reader: RtfReader, _: int | None) -> None:
    """*\\pard*: nothing is said of the paragraph yet."""
    reader.state.paragraph = PLAIN_PARAGRAPH


def begin_plain(reader: RtfReader, _: int | None) -> None:
    """*\\plain*: nothing is said of the signs yet."""
    reader.state.begin_plain()


def choose_style(reader: RtfReader, number: int | None) -> None:
    """*\\s1*: the paragraph's style."""
    reader.state.paragraph = reader.state.paragraph._replace(style=number or 0)


def choose_sign_style(reader: RtfReader, number: int | None) -> None:
    """*\\cs15*: the style of signs."""
    reader.state.style = number or 0


def set_outline(reader: RtfReader, number: int | None) -> None:
    """*\\outlinelevel0*: a heading's place in the outline."""
    reader.state.paragraph = reader.state.paragraph._replace(outline=number or 0)


def choose_list(reader: RtfReader, number: int | None) -> None:
    """*\\ls3*: the paragraph stands in that list; 0 is none."""
    reader.state.paragraph = reader.state.paragraph._replace(is_listed=number != 0)


def begin_old_list_item(reader: RtfReader, _: int | None) -> None:
    """*{\\*\\pn\\pnlvlblt …}*: the paragraphs around the group are items of a list, up to the next *\\pard*."""
    around = reader.around
    around.paragraph = around.paragraph._replace(is_listed=True)


def leave_out_list_mark(reader: RtfReader, _: int | None) -> None:
    """*{\\listtext 1.\\tab}*: the mark of a list item, which is no text."""
    reader.flow.is_marked = True
    reader.state.destination = reader.nowhere


def hide(reader: RtfReader, number: int | None) -> None:
    """*\\v*: hidden text; *\\v0* ends it."""
    reader.state.is_hidden = number != 0


def delete(reader: RtfReader, number: int | None) -> None:
    """*\\deleted*: what a tracked change took away."""
    reader.state.is_deleted = number != 0


def begin_upr(reader: RtfReader, _: int | None) -> None:
    """*{\\upr{…}{\\*\\ud{…}}}*: the same twice, of which the second is in Unicode."""
    state = reader.state
    state.before = state.destination
    state.destination = state.destination._replace(take=take_nothing, words={"ud": _begin_unicode})


def _begin_unicode(reader: RtfReader, _: int | None) -> None:
    """The one in Unicode."""
    reader.state.destination = reader.state.before


def take_nothing(_: RtfReader, __: str) -> None:
    """Text that is none of the letter's."""
