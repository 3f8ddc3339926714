"""What is done with the elements of running text: runs, paragraphs, fields, content controls."""

from __future__ import annotations

from klarsprak.readers.docx.fields import WordField
from klarsprak.readers.docx.markup import Children, Element, W, child, first, is_on
from klarsprak.readers.docx.story import Story
from klarsprak.readers.docx.symbols import symbol
from klarsprak.readers.docx.text import WordParagraph

_PROPERTIES_OF_RUN, _PROPERTIES_OF_PARAGRAPH, _TEXT = W + "rPr", W + "pPr", W + "t"


def read_text(story: Story, element: Element) -> None:
    """``w:t``: text."""
    story.say_text(element)


def read_tab(story: Story, _: Element) -> None:
    """``w:tab``: a tab."""
    story.say("\t")


def read_line_break(story: Story, _: Element) -> None:
    """``w:br``: a line that the writer broke."""
    story.say("\n")


def read_hyphen(story: Story, _: Element) -> None:
    """``w:noBreakHyphen``: a hyphen that no line ends after."""
    story.say("-")


def read_symbol(story: Story, element: Element) -> None:
    """``w:sym``: a character of a symbol font."""
    story.say(symbol(element))


def read_reference(story: Story, element: Element) -> None:
    """``w:footnoteReference`` or ``w:endnoteReference``: the note is read later, in the order of the references."""
    if story.context.is_silent:
        return
    kind = str(element.tag).removeprefix(W).removesuffix("Reference")
    identity = element.get(W + "id", "")
    story.references.append((kind, identity))


def read_run(story: Story, element: Element) -> Children:
    """``w:r``: text in one style; most runs hold just one ``w:t``, which is read here and now."""
    context = story.context
    paragraph = context.paragraph
    if paragraph is not None:
        paragraph.run += 1
    if story.may_hide:
        properties = None if paragraph is None else paragraph.properties
        context.hidden = story.styles.is_hidden(first(element, _PROPERTIES_OF_RUN), properties)
    size = len(element)
    if size == 1 or (size == 2 and element[0].tag == _PROPERTIES_OF_RUN):
        text = element[-1]
        if text.tag == _TEXT:
            story.say_text(text)
            return None
    return element


def begin_paragraph(story: Story, element: Element) -> Children:
    """``w:p``: a paragraph, which goes on with the one before it where that one's mark is deleted."""
    context = story.context
    paragraph = context.unfinished or WordParagraph(context.paragraph)
    context.unfinished = None
    paragraph.begin(story.paragraphs, first(element, _PROPERTIES_OF_PARAGRAPH))
    story.paragraphs += 1
    context.paragraph = paragraph
    return element


def end_paragraph(story: Story, _: Element) -> None:
    """Its end: the paragraph is put down, unless its mark is deleted or hidden."""
    context = story.context
    paragraph = context.paragraph
    if paragraph is None:
        return
    context.paragraph = paragraph.outer
    context.hidden = False
    if story.may_hide and has_no_end(paragraph.properties):
        context.unfinished = paragraph
    else:
        story.put(paragraph)


def has_no_end(properties: Element | None) -> bool:
    """Whether a paragraph's mark is deleted or hidden, so that the next paragraph goes on in the same line."""
    mark = None if properties is None else child(properties, _PROPERTIES_OF_RUN)
    if mark is None:
        return False
    deletion = next(mark.iterchildren(W + "del", W + "moveFrom"), None)
    if deletion is not None:
        return True
    vanish = child(mark, W + "vanish")
    special = child(mark, W + "specVanish")  # Word's own, for a heading that goes on in the text
    return is_on(vanish) or is_on(special)


def leave_out_deleted(story: Story, element: Element) -> None:
    """``w:del`` or ``w:moveFrom``: text that a tracked change took away.

    Fields that begin or end in deleted text still count, or what comes after would be taken wrongly.
    """
    story.pass_by(element)
    for character in element.iter(W + "fldChar"):
        story.context.fields.turn(character)


def read_field_character(story: Story, element: Element) -> None:
    """``w:fldChar``: a field begins, turns to its result or ends; one that ends without a result shows its own."""
    field = story.context.fields.turn(element)
    if field is None or field.in_result:
        return
    story.say(field.choice)
    story.say(field.prompt, prompt=field)


def read_instruction(story: Story, element: Element) -> None:
    """``w:instrText``: what a field is to show, such as *MERGEFIELD Namn*."""
    text = element.text or ""
    story.context.fields.instruct(text)


def begin_simple_field(story: Story, element: Element) -> Children:
    """``w:fldSimple``: a field whose result stands inside it."""
    field = WordField()
    field.instruction.append(element.get(W + "instr", ""))
    field.in_result = True
    story.context.fields.begin(field)
    return element


def end_simple_field(story: Story, _: Element) -> None:
    """Its end."""
    story.context.fields.end()


def begin_control(story: Story, element: Element) -> Children:
    """``w:sdt``: a content control, which may show a prompt until somebody fills it in: *Klicka här …*."""
    properties = child(element, W + "sdtPr")
    prompting = None if properties is None else child(properties, W + "showingPlcHdr")
    story.prompts.append(story.prompt)
    if is_on(prompting):
        story.prompt = element
    return element


def end_control(story: Story, _: Element) -> None:
    """Its end."""
    story.prompt = story.prompts.pop()
