"""What is done with the elements around the text: tables, lists, sections, text boxes, pictures."""

from __future__ import annotations

from klarsprak.letter import Cell
from klarsprak.readers.odt.markup import LOEXT, OFFICE, TABLE, TEXT, XLINK, Element, number
from klarsprak.readers.odt.story import OdtStory, OdtTable

_HIDDEN_ROWS = ("collapse", "filter")
_FORM = "Formulärfält som ligger som objekt på sidan granskas inte."
_ELSEWHERE = "Text som hämtas från en annan fil är inte granskad. Öppna filen och granska den för sig."
_SOURCES = (TEXT + "section-source", OFFICE + "dde-source")
"""What a section begins with whose text comes from elsewhere."""
_FLOATING = LOEXT + "may-break-between-pages"


def begin_table(story: OdtStory, _: Element) -> bool:
    """``table:table``: a table."""
    story.context.tables.append(OdtTable(next(story.tables)))
    return True


def end_table(story: OdtStory, _: Element) -> None:
    """Its end."""
    story.context.tables.pop()


def begin_row(story: OdtStory, element: Element) -> bool:
    """``table:table-row``: a row, left out where it is hidden."""
    if element.get(TABLE + "visibility") in _HIDDEN_ROWS:
        return False
    if story.context.tables:
        table = story.context.tables[-1]
        table.row += 1
        table.column = 0
    return True


def begin_cell(story: OdtStory, element: Element) -> bool:
    """``table:table-cell``: a cell; one outside any table makes no valid file, but its words count all the same."""
    context = story.context
    if not context.tables:
        return True
    table = context.tables[-1]
    context.cells.append((Cell(table.number, max(table.row, 0), table.column), len(context.out)))
    table.column += number(element, TABLE + "number-columns-repeated")
    return True


def end_cell(story: OdtStory, element: Element) -> None:
    """Its end: an empty cell is a block too, so that a label without its value can be seen."""
    context = story.context
    if not context.cells:
        return
    cell, before = context.cells.pop()
    if len(context.out) == before:
        story.put_empty(element, cell)


def pass_covered_cell(story: OdtStory, element: Element) -> bool:
    """``table:covered-table-cell``: a place that a neighbouring cell spreads over."""
    if story.context.tables:
        story.context.tables[-1].column += number(element, TABLE + "number-columns-repeated")
    return False


def begin_list(story: OdtStory, _: Element) -> bool:
    """``text:list``: a list, which may stand in another."""
    story.context.lists += 1
    return True


def end_list(story: OdtStory, _: Element) -> None:
    """Its end."""
    story.context.lists -= 1


def begin_section(story: OdtStory, element: Element) -> bool:
    """``text:section``: a part of the text, left out where it is hidden."""
    if element.get(TEXT + "display") == "none" or element.get(TEXT + "is-hidden") == "true":
        return False
    story.context.sections.append(_told(story))
    return True


def end_section(story: OdtStory, element: Element) -> None:
    """Its end: its text may come from another file, and is told of where LibreOffice hasn't fetched it yet."""
    before = story.context.sections.pop()
    if before == _told(story) and _is_elsewhere(source_of(element)):
        story.problems[_ELSEWHERE] = None


def _told(story: OdtStory) -> tuple[int, int, int]:
    """How many paragraphs, drawings and footnotes there are so far."""
    return len(story.context.out), story.drawings, len(story.notes)


def source_of(section: Element) -> Element | None:
    """What says where a section's text comes from; None where the writer wrote it there."""
    first = next(section.iterchildren("*"), None)
    return first if first is not None and first.tag in _SOURCES else None


def _is_elsewhere(source: Element | None) -> bool:
    """Whether a section's text comes from another file or program, not from another section of the letter."""
    if source is None:
        return False
    return source.tag == OFFICE + "dde-source" or source.get(XLINK + "href", "") != ""


def begin_box(story: OdtStory, element: Element) -> bool:
    """A drawing of any kind: what stands in it comes after the paragraph that it hangs on."""
    story.note_obstacle(element)
    story.drawings += 1
    story.open_context(element, in_box=not _is_floating_table(element))
    return True


def _is_floating_table(element: Element) -> bool:
    """Whether LibreOffice has put a frame around a table that text may flow around: it is a table all the same."""
    parent = element.getparent()
    return any(item is not None and item.get(_FLOATING) == "true" for item in (element, parent))


def note_object(story: OdtStory, element: Element) -> bool:
    """``draw:object``: a chart, a formula or a sheet; only the manifest tells which."""
    story.objects.append(element)
    return False


def note_floating_frame(story: OdtStory, element: Element) -> bool:
    """``draw:floating-frame``: another file, shown in a frame."""
    story.note_obstacle(element)
    story.problems[_ELSEWHERE] = None
    return False


def note_form_control(story: OdtStory, element: Element) -> bool:
    """``draw:control``: a field of a form, whose words stand elsewhere."""
    story.note_obstacle(element)
    story.problems[_FORM] = None
    return False
