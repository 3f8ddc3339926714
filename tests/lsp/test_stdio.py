"""The program itself, as an editor starts it."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from klarsprak.cli import run

LETTER = "Hej!\n\n😀 Du kommer att erhålla bidraget.\n"
PAGE = Path(__file__).parents[2] / "docs" / "handbok" / "redigerare.md"
SCRIPT = """
vim.cmd("filetype on")
vim.cmd.edit(vim.fn.fnameescape(vim.env.LETTER))
local buffer = vim.api.nvim_get_current_buf()
local function remark()
  for _, each in ipairs(vim.diagnostic.get(buffer)) do
    if each.code == "kanslisvenska.erhålla" then return each end
  end
end
local function third_line() return vim.api.nvim_buf_get_lines(buffer, 2, 3, true)[1] end

vim.wait(60000, function() return remark() ~= nil end)
local told = { first = remark() }
vim.api.nvim_win_set_cursor(0, { 3, 22 })
vim.lsp.buf.code_action({
  filter = function(action) return action.title:find("^Byt") ~= nil end, apply = true,
})
vim.wait(20000, function() return third_line():find("få") ~= nil and remark() == nil end)
told.text = vim.api.nvim_buf_get_lines(buffer, 0, -1, true)
told.is_gone = remark() == nil
io.stdout:write(vim.json.encode(told))
vim.lsp.stop_client(vim.lsp.get_clients())
vim.wait(5000, function() return #vim.lsp.get_clients() == 0 end)
vim.cmd("qa!")
"""


@pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim isn't installed")
def test_neovim_as_the_handbook_sets_it_up_shows_a_remark_and_puts_it_right(tmp_path: Path) -> None:
    (set_up,) = re.findall(r"^```lua\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    letter, script = tmp_path / "brev åt dig.md", tmp_path / "prov.lua"
    letter.write_text(LETTER, encoding="utf-8")
    script.write_text(set_up + SCRIPT, encoding="utf-8")
    told = _neovim(script, letter)
    first = told["first"]
    assert (first["source"], first["severity"], first["lnum"]) == ("klarsprak", 2, 2)
    assert LETTER.splitlines()[2].encode()[first["col"] : first["end_col"]].decode() == "erhålla"
    assert told["text"] == LETTER.replace("erhålla", "få").splitlines()
    assert told["is_gone"]


def _neovim(script: Path, letter: Path) -> dict[str, Any]:
    """What the script tells, with a home of its own, where Neovim keeps a log, and the program on the path."""
    home = letter.parent
    program = home / "klarsprak"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m klarsprak "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    folders = {"HOME": str(home), "XDG_STATE_HOME": str(home), "XDG_DATA_HOME": str(home), "LETTER": str(letter)}
    done = subprocess.run(
        ["nvim", "--headless", "--clean", "-l", str(script)],
        env={**os.environ, **folders, "PATH": f"{home}:{os.environ['PATH']}"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.stdout, done.stderr.decode()
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_nothing_but_the_protocol_is_on_standard_output_and_no_error_quotes_a_document() -> None:
    asked = {"id": 1, "method": "initialize", "params": {"capabilities": {}}}
    malformed = {"method": "textDocument/didOpen", "params": {"textDocument": {"text": "hemligt"}}}
    program = "import sys; sys.argv = ['klarsprak', 'lsp']; import klarsprak.lsp.stdio as it; make = it.make_server\n"
    program += "it.make_server = lambda: (print('Hej'), make())[1]\nfrom klarsprak.cli import main; main()"
    sent = b"".join(map(_message, (asked, malformed)))
    done = subprocess.run([sys.executable, "-c", program], input=sent, capture_output=True, timeout=60, check=False)
    _, first, second = re.split(rb"Content-Length: .*\r\n(?:.+\r\n)*\r\n", done.stdout)
    answered = json.loads(first)["result"]
    assert answered["serverInfo"]["name"] == "klarsprak"
    assert answered["capabilities"]["positionEncoding"] == "utf-16"
    assert answered["capabilities"]["textDocumentSync"]["change"] == 2
    assert json.loads(second)["params"]["message"].startswith("Något gick fel i klarsprak (")
    assert b"hemligt" not in done.stdout + done.stderr
    assert done.stderr == b"Hej\n"
    assert done.returncode == 0


def test_an_editor_that_is_gone_before_it_has_answered_is_no_fault() -> None:
    abilities = {"workspace": {"configuration": True, "didChangeConfiguration": {}}}
    asked = {"id": 1, "method": "initialize", "params": {"capabilities": abilities}}
    changed = {"method": "workspace/didChangeConfiguration", "params": {"settings": None}}
    for last in ({"method": "initialized", "params": {}}, changed):
        program = [sys.executable, "-m", "klarsprak", "lsp"]
        sent = b"".join(map(_message, (asked, last)))
        done = subprocess.run(program, input=sent, capture_output=True, timeout=60, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"workspace/configuration" in done.stdout


def _message(content: dict[str, Any]) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **content}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def test_without_the_extra_one_line_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [
        name for name in sys.modules if name.partition(".")[0] == "pygls" or name.startswith("klarsprak.lsp")
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pygls", None)
    assert run(["lsp"]) == 2
    output = capsys.readouterr()
    assert output.err == "klarsprak: lsp kräver pygls. Skriv: pip install './klarsprak[lsp]'\n"
    assert output.out == ""
