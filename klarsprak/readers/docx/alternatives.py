"""What is done with text boxes, drawn words, and the branches that Word writes for programs of different age."""

from __future__ import annotations

from klarsprak.letter import Role
from klarsprak.readers.docx.markup import MC, A, Children, Element, child
from klarsprak.readers.docx.story import Story, StoryContext
from klarsprak.readers.docx.text import clean

_UNDERSTOOD = (
    "http://schemas.microsoft.com/office/",
    "http://schemas.openxmlformats.org/",
    "http://purl.oclc.org/ooxml/",
)
"""How the names begin that Word understands."""


def begin_alternatives(story: Story, element: Element) -> Children:
    """``mc:AlternateContent``: branches with the same words, of which Word shows one."""
    shown = find_shown_branch(element)
    if shown is not None:
        story.shown.add(shown)
    return element


def find_shown_branch(alternatives: Element) -> Element | None:
    """The branch of an ``mc:AlternateContent`` that Word shows: the first that it understands."""
    for choice in alternatives.iterchildren(MC + "Choice"):
        if _is_understood(choice):
            return choice
    return child(alternatives, MC + "Fallback")


def _is_understood(choice: Element) -> bool:
    """Whether Word knows all that a branch requires, such as *wps* for its own text boxes."""
    for prefix in choice.get("Requires", "").split():
        name = choice.nsmap.get(prefix, "")
        if not name.startswith(_UNDERSTOOD):
            return False
    return True


def begin_branch(story: Story, element: Element) -> Children:
    """``mc:Choice`` or ``mc:Fallback``: one of the branches."""
    if element in story.shown:
        return element
    story.pass_by(element)
    return None


def begin_box(story: Story, element: Element) -> Children:
    """``w:txbxContent``: a text box, whose blocks come after the paragraph that it hangs on."""
    context = story.context
    if context.is_silent:
        story.pass_by(element)
        return None
    story.outer.append(context)
    out = context.out if context.paragraph is None else context.paragraph.after
    story.context = StoryContext(out, in_box=True)
    return element


def end_box(story: Story, _: Element) -> None:
    """Its end."""
    story.finish()
    story.context = story.outer.pop()


def read_word_art(story: Story, element: Element) -> Children:
    """``v:textpath``: words drawn as a picture, a block of their own."""
    _put_aside(story, clean(element.get("string", "")))
    return element


def read_drawn_text(story: Story, element: Element) -> None:
    """``a:txBody``: what a shape pasted from PowerPoint or Excel says, a block for each of its paragraphs."""
    for paragraph in element.iterchildren(A + "p"):
        _put_aside(story, "".join(map(_drawn, paragraph.iter(A + "t", A + "br"))))


def _drawn(element: Element) -> str:
    """What an ``a:t`` or ``a:br`` shows."""
    return "\n" if element.tag == A + "br" else clean(element.text or "")


def _put_aside(story: Story, text: str) -> None:
    """Put words that are drawn down as a block of their own, if they are shown where they stand."""
    context = story.context
    paragraph = context.paragraph
    if paragraph is None or context.is_silent:
        return
    art = paragraph.aside()
    art.add(text)
    block = art.make_block(story.part, story.role or Role.TEXT_BOX, None)
    if block is not None:
        paragraph.after.append(block)
