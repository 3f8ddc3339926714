"""``klarsprak mcp`` as a program of its own."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import anyio
import pytest
from mcp import Client, StdioServerParameters

from klarsprak.cli import mcp as command
from klarsprak.cli import run

INITIALIZE = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "prov", "version": "1"}},
}
PROGRAM = [sys.executable, "-m", "klarsprak", "mcp"]


def test_a_client_starts_the_program_and_is_answered() -> None:
    async def summary() -> str:
        server = StdioServerParameters(command=PROGRAM[0], args=PROGRAM[1:])
        async with Client(server) as client:
            result = await client.call_tool("explain_term", {"term": "vitet"})
            return result.structured_content["summary"]

    assert anyio.run(summary).startswith("vitet: Ett vite är")


def test_over_standard_input_it_ends_when_told_and_has_written_nothing_but_the_protocol() -> None:
    program = subprocess.Popen(PROGRAM, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert program.stdin
    assert program.stdout
    program.stdin.write(json.dumps(INITIALIZE).encode() + b"\n")
    program.stdin.flush()
    assert json.loads(program.stdout.readline())["result"]["serverInfo"]["name"] == "klarsprak"
    program.send_signal(signal.SIGTERM)
    rest, errors = program.communicate()
    assert (program.returncode, rest, errors) == (0, b"", b"")


ASKED = '{"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {"name": "%s", "arguments": {"%s": "%s"}}}'
HALF = r"vi \ud83d x"
PING = '{"jsonrpc": "2.0", "id": 9, "method": "ping"}'


LINES: list[tuple[str, int | str | None, int | None]] = [
    ("{abc}", None, -32700),
    (f"[{PING}, {PING}]", None, -32600),
    ('{"jsonrpc": "2.0", "id": 2, "method": "ping", "params": [1]}', 2, -32600),
    ('{"jsonrpc": "2.0", "id": "a", "method": "ping", "params": [1]}', "a", -32600),
    ('{"jsonrpc": "2.0", "id": 2, "params": ' + "[" * 5000 + "]" * 5000 + "}", None, -32700),
    (ASKED % ("explain_term", "term", HALF), 2, None),
    (PING, 9, None),
]
"""A line, and the number and the code of what is answered."""


def test_a_line_that_is_no_message_is_answered_and_half_a_sign_is_read() -> None:
    program = subprocess.Popen(PROGRAM, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert program.stdin
    assert program.stdout
    answers = []
    for line in (json.dumps(INITIALIZE), *(line for line, _, _ in LINES)):
        program.stdin.write(f"\n{line}\n")
        program.stdin.flush()
        answer = json.loads(program.stdout.readline())
        answers.append((answer["id"], answer.get("error", {}).get("code")))
    assert answers[1:] == [(number, code) for _, number, code in LINES]
    program.send_signal(signal.SIGTERM)
    program.communicate()


def test_over_http_it_says_where_and_ends_when_told() -> None:
    program = subprocess.Popen([*PROGRAM, "--http", "--port", "0"], stderr=subprocess.PIPE, text=True)
    assert program.stderr
    assert program.stderr.readline().startswith("klarsprak mcp: svarar på http://127.0.0.1:")
    program.send_signal(signal.SIGTERM)
    _, errors = program.communicate()
    assert (program.returncode, errors) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--http", "--host", "0.0.0.0"], "--host: 0.0.0.0 kan nås från andra datorer."),
        (["--http", "--host", "0.0.0.0", "--behind-proxy"], "--behind-proxy kräver en token."),
        (["--http", "--token-file", "finns-inte"], "finns-inte: nyckeln går inte att läsa (den finns inte)."),
        (["--behind-proxy"], "--behind-proxy, --name och --token-file gäller bara med --http."),
    ],
)
def test_a_door_left_open_is_told(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mcp", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_a_token_that_can_be_guessed_is_told_as_by_the_server(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    token = tmp_path / "token"
    token.write_text("hemlig\n", encoding="utf-8")
    told = ": nyckeln ska stå på en rad och ha minst 16 tecken, bara bokstäver och siffror."
    for arguments in (["mcp", "--http"], ["serve"]):
        assert run([*arguments, "--token-file", str(token)]) == 2
        assert f"{token}{told}" in " ".join(capsys.readouterr().err.split("\n"))
    monkeypatch.setenv("KLARSPRAK_MCP_TOKEN", "hemlig")
    assert run(["mcp", "--http"]) == 2
    assert f"KLARSPRAK_MCP_TOKEN{told}" in capsys.readouterr().err


def test_without_the_package_it_tells_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "find_spec", lambda name: None)
    assert run(["mcp"]) == 2
    wanted = "klarsprak: Paketet mcp saknas. Installera det: pip install './klarsprak[mcp]'.\n"
    assert capsys.readouterr().err == wanted
