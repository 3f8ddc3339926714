"""Mailboxes of Outlook's.  Nothing that we have writes one, so that messages are made of what libpff would give."""

from __future__ import annotations

import struct
import sys
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from klarsprak.audit.sources import psts
from klarsprak.audit.sources.archive import read_archive
from klarsprak.audit.sources.source import ClosedError
from klarsprak.letter import Letter
from klarsprak.readers import read_bytes
from tests.audit.sources import mailbox

TEXT = "Hej Kim!\r\n\r\nDu får bidrag för färdtjänst på Ängö.\r\n"


def entry(number: int, value: str | bytes | int | datetime) -> SimpleNamespace:
    kinds = {str: 0x1F, bytes: 0x102, int: 0x3, datetime: 0x40}
    data = value.encode("utf-16-le") if isinstance(value, str) else value
    data = value.to_bytes(4, "little") if isinstance(value, int) else data
    return SimpleNamespace(
        entry_type=number, value_type=kinds[type(value)], data=data, get_data_as_datetime=lambda: value
    )


def thing(values: dict[int, Any], **others: Any) -> SimpleNamespace:
    return SimpleNamespace(record_sets=[SimpleNamespace(entries=[entry(*each) for each in values.items()])], **others)


def folder(messages: list[Any], folders: list[Any], name: str = "") -> SimpleNamespace:
    return SimpleNamespace(
        name=name,
        record_sets=[],
        number_of_sub_messages=len(messages),
        get_sub_message=lambda number: messages[number],
        number_of_sub_folders=len(folders),
        get_sub_folder=lambda number: folders[number],
    )


def test_each_message_is_a_letter_with_its_day_and_what_is_attached() -> None:
    attached = thing({0x3707: "bilaga.txt", 0x3705: 1}, size=3, read_buffer=lambda size: b"Hej"[:size])
    inner = thing({0x37: "Förra", 0x1000: "Hej igen!"}, attachments=[])
    mail = thing({0x3001: "Förra", 0x3705: 5}, size=0, read_buffer=bytes, number_of_sub_items=1)
    mail.get_sub_item = lambda number: inner
    values = {
        0x1A: "IPM.Note",
        0x37: "Svar på din ansökan",
        0x1000: TEXT,
        0xC1A: "Åsa",
        0x39: datetime(2024, 3, 1, 9),
    }
    message = thing(values, identifier=17, attachments=[attached, mail])
    sent = folder([message, SimpleNamespace()], [], "Skickat/2024")
    found = dict(psts._in_folder(folder([], [sent]), "", 0))
    assert found["Skickat_2024/2.eml"] == "Mejlet i brevlådan är trasigt."
    data = found["Skickat_2024/17.eml"]
    assert isinstance(data, bytes)
    assert b"Date: Fri, 01 Mar 2024 09:00:00" in data
    letters = [each for each in read_bytes(data, "17.eml") if isinstance(each, Letter)]
    assert [each.source for each in letters] == ["17.eml", "17.eml#bilaga.txt", "17.eml#Förra.eml"]
    assert [block.text for block in letters[0].blocks] == [
        "Svar på din ansökan",
        "Hej Kim!",
        "Du får bidrag för färdtjänst på Ängö.",
    ]


MAILS = ["IPM.Note", "IPM.Note.SMIME", "REPORT.IPM.Note.NDR", "IPM.Schedule.Meeting.Request", ""]
OTHERS = ["IPM.Appointment", "IPM.Contact", "IPM.Task", "IPM.StickyNote"]


@pytest.mark.parametrize(
    ("kind", "is_letter"), [*((kind, True) for kind in MAILS), *((kind, False) for kind in OTHERS)]
)
def test_what_a_mailbox_has_beside_mails_is_no_letter(kind: str, is_letter: bool) -> None:
    message = thing({0x1A: kind, 0x37: "Påskafton", 0x1000: TEXT}, identifier=5, attachments=[])
    assert len(dict(psts._in_folder(folder([message], []), "", 0))) == is_letter


def in_box(folder: Path, data: bytes) -> dict[str, str]:
    """The text of each mail and of what is attached to it, or the reason why there is none."""
    pytest.importorskip("pypff")
    (folder / "arkiv.pst").write_bytes(data)
    found = {}
    for source in read_archive([str(folder)]):
        name = source.name.partition("arkiv.pst")[2]
        try:
            letters = list(read_bytes(source.read()[0], name))
        except ClosedError as error:
            found[name] = str(error)
        else:
            found |= {each.source: each.blocks[-1].text for each in letters if isinstance(each, Letter)}
    return found


SENT = [
    mailbox.Mail(
        {0x1A: "IPM.Note", 0x37: "Svar", 0xE07: 0x11, 0x1000: TEXT}, [mailbox.file("a.txt", b"Hej Bo!" * 300)]
    ),
    mailbox.Mail({0x1A: "IPM.Note", 0x37: "Beslut", 0x1000: "Du får bygglov."}),
]
BOX = mailbox.box({"Skickat": SENT, "Arkiv": []})


def test_a_mailbox_is_read_by_its_folders(tmp_path: Path) -> None:
    assert in_box(tmp_path, BOX) == {
        "/Skickat/2097188.eml": "Du får bidrag för färdtjänst på Ängö.",
        "/Skickat/2097188.eml#a.txt": "Hej Bo!" * 300,
        "/Skickat/2097220.eml": "Du får bygglov.",
    }


def test_a_folder_that_has_lost_a_mail_says_so(tmp_path: Path) -> None:
    """The count that the folder keeps is the only thing that tells of it."""
    count, more = (struct.pack("<HHI", 0x3602, 0x3, number) for number in (2, 3))
    found = in_box(tmp_path, BOX.replace(count, more))
    assert found.pop("/Skickat") == "Mappen i brevlådan är trasig: det finns fler mejl i den än de som gick att läsa."
    assert found == in_box(tmp_path, BOX)


def test_a_mail_that_has_lost_its_files_says_so(tmp_path: Path) -> None:
    mail = mailbox.Mail({0x1A: "IPM.Note", 0xE07: 0x11, 0x1000: TEXT})
    found = in_box(tmp_path, mailbox.box({"Skickat": [mail]}))
    assert found["/Skickat/2097188.eml#bilagor"].startswith("Mejlet i brevlådan har bilagor")


def _places(data: bytes, what: bytes) -> list[int]:
    return [at for at in range(len(data)) if data.startswith(what, at)]


@pytest.mark.parametrize("number", [0x21, 0x122, 0x12D, 0x8022, 0x802D, 0x802E, 0x200024])
def test_a_mailbox_without_one_of_its_nodes_is_never_clean(number: int, tmp_path: Path) -> None:
    """The store, the folder of all, its table, a folder, its tables, a mail."""
    data = BOX
    for place in _places(BOX, number.to_bytes(8, "little")):
        data = data[:place] + (0x6F6F6F).to_bytes(8, "little") + data[place + 8 :]
    said = in_box(tmp_path, data)
    is_whole = said.keys() == in_box(tmp_path, BOX).keys()
    assert is_whole or any("trasig" in why or "Det finns inga" in why for why in said.values())


def reason(folder: Path) -> str:
    (source,) = read_archive([str(folder)])
    with pytest.raises(ClosedError) as caught:
        source.read()
    return str(caught.value)


@pytest.mark.parametrize("data", [b"", b"Hej", b"!BDN" + b"\0" * 600, b"!BDN" + b"\xff" * 2000])
def test_a_broken_mailbox_is_told(data: bytes, tmp_path: Path) -> None:
    pytest.importorskip("pypff")
    (tmp_path / "arkiv.pst").write_bytes(data)
    assert reason(tmp_path) == psts.BROKEN


def test_without_the_library_the_mailbox_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypff", None)
    (tmp_path / "arkiv.pst").write_bytes(b"!BDN")
    assert reason(tmp_path) == psts.MISSING
