"""What the ledger and the command say of an archive package."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.audit.sources.packing import DATA, Handling, in_folder, in_tar, in_zip, package
from tests.audit.support import audit, letter, rows

pytestmark = pytest.mark.usefixtures("archive")
LETTERS = {f"{number}.txt": letter(number).encode() for number in range(4)}
CASES = {
    "BN 2024-118": [
        Handling((f"{DATA}/0.txt",), dates={"sent": "2024-02-14"}),
        Handling((f"{DATA}/1.txt",), "incoming", {"received": "2024-01-02"}, "Ansökan"),
        Handling((f"{DATA}/2.txt",), dates={"sent": "2023-05-01"}, type="Följebrev", unit="Miljönämnden"),
    ]
}


@pytest.mark.parametrize(
    "hold",
    [
        lambda files: in_folder(files, Path("arkiv/paket")),
        lambda files: in_zip(files, Path("arkiv/paket.zip")),
        lambda files: in_tar(files, Path("arkiv/paket.tgz")),
    ],
    ids=["mapp", "zip", "tar"],
)
def test_the_ledger_holds_what_the_register_says(
    hold: Callable[[dict[str, bytes]], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("arkiv").mkdir()
    hold(package(LETTERS, CASES))
    assert audit() == 0
    assert (
        "  2 granskas inte: kopior och rapporter från klarsprak, och i arkivpaket det som inte är utgående"
        in capsys.readouterr().out
    )
    told = [(Path(row["file"]).name, row["date"], row["case"], row["unit"], row["types"]) for row in rows(capsys)]
    assert told == [
        ("0.txt", "2024-02-14", "BN 2024-118", "Byggnadsnämnden", "['Beslut']"),
        ("2.txt", "2023-05-01", "BN 2024-118", "Miljönämnden", "['Följebrev']"),
    ]
    # All records on request, and without them again: what is passed over now is no longer counted.
    assert audit("--all-records") == 0
    assert len(rows(capsys)) == 4
    assert audit() == 0
    assert "2 finns inte längre bland arkivets brev" in capsys.readouterr().out
    assert len(rows(capsys)) == 2


def test_a_broken_package_is_told_and_the_rest_of_it_read(capsys: pytest.CaptureFixture[str]) -> None:
    files = package(LETTERS)
    files[f"{DATA}/1.txt"] += b"!"
    del files[f"{DATA}/2.txt"]
    in_folder(files, Path("arkiv/paket"))
    assert audit() == 0
    said = {Path(row["file"]).name: row["error"] for row in rows(capsys)}
    assert said.pop("1.txt").startswith("Kontrollsumman")
    assert said.pop("2.txt").endswith("men finns inte i paketet.")
    assert said == {"0.txt": "", "3.txt": ""}


def test_a_package_of_which_nothing_can_be_read_ends_as_other_unread_archives_do() -> None:
    in_folder(package({"a.txt": b"a"}) | {f"{DATA}/a.txt": b"b"}, Path("arkiv/paket"))
    assert audit() == 2


def test_a_register_that_was_changed_changes_the_ledger(capsys: pytest.CaptureFixture[str]) -> None:
    in_folder(package(LETTERS, CASES), Path("arkiv/paket"))
    assert audit() == 0
    in_folder(package(LETTERS, {"BN 1": CASES["BN 2024-118"]}), Path("arkiv/paket"))
    assert audit() == 0
    assert {row["case"] for row in rows(capsys)} == {"BN 1"}
