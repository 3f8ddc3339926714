"""What is done with the elements of running text: paragraphs, spans, fields, notes."""

from __future__ import annotations

from klarsprak.letter import MarkKind
from klarsprak.readers.odt.markup import FIELD, LOEXT, TEXT, Element, number
from klarsprak.readers.odt.story import OdtStory, enter_unknown

_CHECK_BOX, _IS_CHECKED = "FORMCHECKBOX", "Checkbox_Checked"
_CLOSED_CONTROLS = ("checkbox", "dropdown", "date", "picture", "combobox")
"""Content controls whose words are picked, not typed."""
_MOST_SPACES = 100
"""A row of spaces that is longer is no text; a file may claim any number."""


def begin_paragraph(story: OdtStory, element: Element) -> bool:
    """``text:p`` or ``text:h``: a paragraph, left out where its style hides it."""
    if story.styles.is_hidden("paragraph", element.get(TEXT + "style-name", "")):
        return False
    if _is_hidden_by_field(element):
        return False
    story.begin_paragraph(element)
    return True


def _is_hidden_by_field(paragraph: Element) -> bool:
    """Whether a field in the paragraph hides all of it."""
    field = paragraph.find(TEXT + "hidden-paragraph")
    return field is not None and field.get(TEXT + "is-hidden") == "true"


def end_paragraph(story: OdtStory, _: Element) -> None:
    """Its end."""
    story.end_paragraph()


def enter_span(story: OdtStory, element: Element) -> bool:
    """``text:span``: text in one style, which may hide it."""
    is_hidden = story.styles.is_hidden("text", element.get(TEXT + "style-name", ""))
    if is_hidden:
        story.note_obstacle(element)
    return not is_hidden


def go_in(_: OdtStory, __: Element) -> bool:
    """What changes nothing about the words in it."""
    return True


def leave_out(_: OdtStory, __: Element) -> bool:
    """What holds no words, and doesn't stand in the way of any: a bookmark."""
    return False


def leave_out_in_place(story: OdtStory, element: Element) -> bool:
    """What holds no words of the letter, but has its place among them."""
    story.note_obstacle(element)
    return False


def read_spaces(story: OdtStory, element: Element) -> bool:
    """``text:s``: spaces in a row."""
    story.say(element, " " * min(number(element, TEXT + "c"), _MOST_SPACES))
    return False


def read_tab(story: OdtStory, element: Element) -> bool:
    """``text:tab``: a tab."""
    story.say(element, "\t")
    return False


def read_line_break(story: OdtStory, element: Element) -> bool:
    """``text:line-break``: a line that the writer broke."""
    story.say(element, "\n")
    return False


def read_change_mark(story: OdtStory, element: Element) -> bool:
    """``text:change`` and the like: someone has changed something with tracking on."""
    story.turn_change(element)
    return False


def read_note(story: OdtStory, element: Element) -> bool:
    """``text:note``: a footnote or endnote, which is read after the text."""
    story.note_obstacle(element)
    if not story.is_in_deletion:
        story.notes.append(element)
    return False


def begin_hidden_text(story: OdtStory, element: Element) -> bool:
    """``text:hidden-text``: a field that shows its words only where its condition doesn't hold."""
    is_shown = element.get(TEXT + "is-hidden") == "false"
    return is_shown and enter_unknown(story, element)


def begin_placeholder(story: OdtStory, element: Element) -> bool:
    """``text:placeholder``: a prompt of a template, such as *<Namn>*."""
    story.context.marks.append((MarkKind.PLACEHOLDER, element))
    return enter_unknown(story, element)


def begin_input(story: OdtStory, element: Element) -> bool:
    """``text:text-input``: a field to write in; as long as it shows its own description nobody has."""
    description = element.get(TEXT + "description", "").strip()
    if description and description == "".join(map(str, element.itertext())).strip():
        story.context.marks.append((MarkKind.PLACEHOLDER, element))
    return enter_unknown(story, element)


def begin_merge_field(story: OdtStory, element: Element) -> bool:
    """``text:database-display``: what a mail merge fills in."""
    story.context.marks.append((MarkKind.FIELD, element))
    return enter_unknown(story, element)


def begin_control(story: OdtStory, element: Element) -> bool:
    """``loext:content-control``: a content control, which may show a prompt until somebody fills it in."""
    if element.get(LOEXT + "showing-place-holder") == "true":
        story.context.marks.append((MarkKind.PLACEHOLDER, element))
        return enter_unknown(story, element)
    if any(element.get(LOEXT + kind) == "true" for kind in _CLOSED_CONTROLS):
        return enter_unknown(story, element)
    return True


def begin_word_field(story: OdtStory, element: Element) -> bool:
    """``field:fieldmark-start``: a field that came from Word, with its instruction first and then its result."""
    context = story.context
    pieces = 0 if context.paragraph is None else len(context.paragraph.pieces)
    context.fields.append(element)
    context.instructions.append((context.paragraph, pieces))
    return False


def turn_word_field(story: OdtStory, _: Element) -> bool:
    """``field:fieldmark-separator``: what stood before it was the instruction, and isn't shown."""
    context = story.context
    if context.instructions:
        paragraph, pieces = context.instructions[-1]
        if paragraph is not None and paragraph is context.paragraph:
            paragraph.drop_from(pieces)
    return False


def end_word_field(story: OdtStory, element: Element) -> bool:
    """``field:fieldmark-end``: its end."""
    context = story.context
    if context.instructions:
        context.instructions.pop()
        context.fields.pop()
    story.note_obstacle(element)
    return False


def read_form_field(story: OdtStory, element: Element) -> bool:
    """``field:fieldmark``: an old form's box to tick; other such fields show what stands after them."""
    if element.get(FIELD + "type", "").endswith(_CHECK_BOX):
        ticked = any(item.get(FIELD + "name") == _IS_CHECKED and _is_true(item) for item in element)
        story.say(element, "☒" if ticked else "☐")
    return False


def _is_true(parameter: Element) -> bool:
    """Whether a field's parameter is on."""
    return parameter.get(FIELD + "value") == "true"
