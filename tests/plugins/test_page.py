"""What the handbook shows of the library and of plugins is what the example holds, runs, and answers so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.plugins.support import EXAMPLE, PACK, ROOT, Program, install_example

HANDBOOK = ROOT / "docs" / "handbok"
PAGE = (HANDBOOK / "bibliotek.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(?:python|toml|yaml)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
SHOWN = [block.removeprefix("# ").split("\n", 1) for block in BLOCKS if block.startswith("# ")]
"""A file's name, and what the page shows of it."""
SCRIPTS = [block for block in BLOCKS if not block.startswith("# ")]
LETTER = "# Svar\n\nDu behöver att att ringa.\n"


def transcript(page: str, command: str) -> str:
    """The answer that a page of the handbook shows to a command."""
    shown = (HANDBOOK / page).read_text(encoding="utf-8")
    (answer,) = re.findall(rf"^```console\n\$ {re.escape(command)}\n(.*?)^```$", shown, re.MULTILINE | re.DOTALL)
    return str(answer)


@pytest.mark.parametrize(("name", "text"), SHOWN, ids=[name for name, _ in SHOWN])
def test_the_page_shows_what_stands_in_the_example(name: str, text: str) -> None:
    assert text in (EXAMPLE / name).read_text(encoding="utf-8")


def test_the_page_shows_a_part_of_every_file_that_a_plugin_needs() -> None:
    files = (path for path in EXAMPLE.rglob("*.*") if path.is_file() and path.suffix != ".pyc")
    names = {path.relative_to(EXAMPLE).as_posix() for path in files}
    assert {name for name, _ in SHOWN} == names - {"klarsprak_exempel/__init__.py"}


def test_the_pages_scripts_run(program: Program, capsys: pytest.CaptureFixture[str]) -> None:
    assert Path.cwd() == program.letters
    Path("brev").mkdir()
    Path("brev", "brev.txt").write_text("Du erhåller bidraget i maj.", encoding="utf-8")
    names = {"texts": ["Du erhåller bidraget i maj."]}
    for script in SCRIPTS:
        exec(script, names)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "1 4 erhåller ”erhåller” är kanslisvenska. Skriv hellre ”får”."
    assert lines[1].startswith(str(Path("brev", "brev.txt")))
    assert [finding.text for finding in names["report"].findings] == ["erhåller"]


def test_the_commands_answer_as_the_handbook_shows(program: Program) -> None:
    install_example(program.target)
    settings = f"select: [upprepning]\nrule_packs: ['{PACK.as_posix()}']\n"
    (program.letters / "klarsprak.yml").write_text(settings, encoding="utf-8")
    (program.letters / "brev.md").write_text(LETTER, encoding="utf-8")
    assert program("check", "brev.md", "--format", "md").out == transcript(
        "bibliotek.md", "klarsprak check brev.md --format md"
    )
    shown = transcript("it.md", "klarsprak check brev.docx --show-settings")
    assert program("check", "brev.md", "--show-settings").out.startswith(shown)
