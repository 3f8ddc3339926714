"""What tells a table from columns of text."""

from __future__ import annotations

import pytest

from klarsprak.readers.pdf.bands import make_bands
from klarsprak.readers.pdf.gutters import cut_columns, find_cuts
from klarsprak.readers.pdf.order import in_order
from klarsprak.readers.pdf.page import RuledLine
from klarsprak.readers.pdf.tables import TABLE_SIGNS, CutBand, TableSign, find_table_sign
from tests.readers.pdf.typeset import LEFT, PITCH, TOP, typeset

TEXT_IN_COLUMNS = """
Den som har fått beslutet får    Du måste ha ditt brev hos oss
överklaga det. Skriv då till     inom tre veckor från den dag
oss och berätta varför du        då du fick del av beslutet.
tycker att det är fel, och       Skriv också vad du vill att
vad du vill ändra på. Vi vill    vi ska ändra. Skicka med det
gärna veta hur du tänker här.    som du tycker är av vikt här.
"""
GLOSSARY = """
Bygglov       Ett tillstånd att bygga, som du söker hos
              nämnden innan du börjar bygga.
Granne        Vi frågar dina grannar vad de tycker om det
              som du vill bygga.
Slutbesked    Ett papper på att allt är klart och att du
              får flytta in.
Tomt          Marken runt ditt hus, som du själv äger och
              får använda som du vill.
"""
EXAMPLES = {
    "ruled": """
Ärende      Bygglov
Sökande     Olle Sten
Dag         3 mars
""",
    "labels only": """
Namn:       Anna Berg
Adress:     Svängen 2
""",
    "few rows": """
Olle Sten         Datum
Svängen 2         2025-03-17
998 22 Solberga
""",
    "text in columns": TEXT_IN_COLUMNS,
    "glossary": GLOSSARY,
    "labels": """
Har du barn?      Ja, två
Bor du ensam?     Nej
Ditt yrke         Snickare
""",
    "airy": """
Hyra        4 500 kr
El          300 kr
Vatten      200 kr
""",
    "many columns": """
Månad     Timmar    Avgift
April     12        1 200 kr
Maj       10        1 000 kr
""",
    "other": """
Handläggare     Inga Holm
Per Ål          Svängen 2
031-390 06 21   998 22 Solberga
""",
}


@pytest.mark.parametrize("sign", TABLE_SIGNS, ids=lambda sign: sign.name)
def test_each_sign_decides_its_example(sign: TableSign) -> None:
    lines = typeset(EXAMPLES[sign.name], pitch=2 * PITCH if sign.name == "airy" else PITCH)
    (band,) = make_bands(lines)
    frames = [RuledLine(LEFT - 4, 500, TOP + 10 - number * PITCH) for number in range(4)]
    ruled = frames if sign.name == "ruled" else []
    columns = cut_columns(band, find_cuts(band))
    assert find_table_sign(CutBand(band, columns, ruled)) is sign


def test_a_table_is_read_row_by_row_and_columns_one_after_the_other() -> None:
    read = [column.lines[0].text for column in in_order(typeset(EXAMPLES["labels only"]), [], edge=500)]
    assert read == ["Namn:", "Anna Berg", "Adress:", "Svängen 2"]
    read = [column.lines[0].text for column in in_order(typeset(EXAMPLES["other"]), [], edge=500)]
    assert read == ["Handläggare", "Inga Holm"]
