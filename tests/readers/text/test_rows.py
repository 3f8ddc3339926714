"""Lines that are rows of a list though no sign begins them."""

from __future__ import annotations

from klarsprak.letter import Role
from klarsprak.readers.text.columns import place_line
from klarsprak.readers.text.paragraphs import lay_out


def blocks(text: str) -> list[tuple[str, Role]]:
    lines = [place_line(line, number)[0] for number, line in enumerate(text.splitlines(), 1)]
    return [(block.text, block.role) for block in lay_out(lines)]


def test_lines_that_begin_with_one_word_after_a_colon_are_items() -> None:
    rows = [
        "att båten ligger vid sin egen brygga hela sommaren",
        "att den är torr och fri från olja och bensin när vi kommer",
        "att ägaren är medlem i klubben",
    ]
    found = blocks("\n".join(["För att få en plats i hamnen till sommaren krävs:", *rows]))
    assert found[1:] == [(row, Role.LIST_ITEM) for row in rows]


def test_lines_that_begin_with_a_day_and_a_colon_are_rows() -> None:
    rows = [
        "mån 2 mars: vi river den gamla bryggan (Dyk Syd)",
        "tis 3–fre 6 mars: fläkten går dygnet runt i båthuset",
        "mån 9 mars: nya plankor",
    ]
    assert [text for text, _ in blocks("\n".join(rows))] == rows


def test_text_that_is_wrapped_goes_on_though_two_lines_begin_alike() -> None:
    lines = [
        "Klubben vill att alla båtar ligger vid sin egen brygga i sommar och",
        "att ingen målar dem där medan andra badar, och vi hoppas förstås",
        "att det går bra.",
    ]
    assert len(blocks("\n".join(lines))) == 1
