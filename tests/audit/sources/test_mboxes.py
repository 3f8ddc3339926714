"""Mails of an mbox."""

from __future__ import annotations

from io import BytesIO
from mailbox import mbox
from pathlib import Path

import pytest

from klarsprak.audit.sources import mboxes
from klarsprak.audit.sources.mboxes import messages

FROM = b"From a@example.org Mon Jan  7 09:00:00 2019\n"


def split(data: bytes) -> list[bytes]:
    return list(messages(BytesIO(data)))


@pytest.mark.parametrize("end", [b"", b"\n", b"\n\n"])
def test_the_mails_of_an_mbox_are_those_that_the_standard_library_finds(tmp_path: Path, end: bytes) -> None:
    data = FROM + b"Subject: Ett\n\nHej\n\nhej\n\n" + FROM + b"Subject: Tv\xe5\n\n>From oss\n" + end
    (tmp_path / "post").write_bytes(data)
    box = mbox(tmp_path / "post", create=False)
    assert split(data) == [box.get_bytes(key) for key in box.iterkeys()]
    box.close()


def test_a_line_within_a_mail_begins_no_other() -> None:
    assert split(FROM + b"Subject: Ett\n\nHej\nFrom here\n") == [b"Subject: Ett\n\nHej\nFrom here\n"]


def test_line_ends_of_windows_part_mails_and_stay_in_them() -> None:
    data = (FROM + b"Subject: Ett\n\nHej\n\n" + FROM + b"Subject: Tv\n\nHej\n").replace(b"\n", b"\r\n")
    assert split(data) == [b"Subject: Ett\r\n\r\nHej\r\n", b"Subject: Tv\r\n\r\nHej\r\n"]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"Subject: Ett\n\nHej\n", b"\x00\xff" * 100])
def test_what_is_no_mailbox_has_no_mails(data: bytes) -> None:
    assert split(data) == []


def test_a_long_line_stays_whole_and_a_mail_that_is_too_large_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mboxes, "_PIECE", 10)
    monkeypatch.setattr(mboxes, "LARGEST_FILE", 100)
    long, other = b"x" * 95 + b"\n", b"Subject: Ett\n\nHej\n"
    assert split(FROM + long + b"\n" + FROM + other) == [long, other]
    too_large, then = split(FROM + b"x" * 500 + b"\n\n" + FROM + other)
    assert 100 < len(too_large) <= 120
    assert then == other
