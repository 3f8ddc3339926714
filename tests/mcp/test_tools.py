"""What a model is offered, asks and is answered, by the protocol package's own client."""

from __future__ import annotations

from threading import Event
from time import sleep
from typing import Any

import anyio
import jsonschema
import pytest
from mcp import Client
from mcp.shared.exceptions import MCPError
from mcp_types import CallToolRequestParams, CallToolResult

from klarsprak.mcp import checking, guidance
from klarsprak.mcp.judge import Judge
from klarsprak.mcp.requests import LONGEST_TEXT
from klarsprak.mcp.server import _TOOLS, Desk, make_server

LETTER = "Du kommer att erhålla bidraget i maj."


def ask(judge: Judge, tool: str, **arguments: Any) -> CallToolResult:
    async def call() -> CallToolResult:
        async with Client(make_server(judge)) as client:
            return await client.call_tool(tool, arguments)

    return anyio.run(call)


def answer(judge: Judge, tool: str, **arguments: Any) -> dict[str, Any]:
    result = ask(judge, tool, **arguments)
    assert not result.is_error
    return result.structured_content


def refusal(judge: Judge, tool: str, **arguments: Any) -> str:
    result = ask(judge, tool, **arguments)
    assert result.is_error
    return result.content[0].text


def test_the_tools_are_described_in_swedish_and_change_nothing(judge: Judge) -> None:
    async def listed() -> list[Any]:
        async with Client(make_server(judge)) as client:
            return (await client.list_tools()).tools

    tools = anyio.run(listed)
    assert [tool.name for tool in tools] == ["check_text", "explain_term", "explain_section", "compare"]
    for tool in tools:
        assert tool.annotations.read_only_hint
        assert tool.annotations.idempotent_hint
        described = [*tool.input_schema["properties"].values(), *tool.output_schema["properties"].values()]
        assert all("description" in each or "$ref" in each for each in described)


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_the_instructions_and_the_prompt_say_check_rewrite_compare_check(judge: Judge, mode: str) -> None:
    async def told() -> tuple[str, str]:
        async with Client(make_server(judge), mode=mode) as client:
            (prompt,) = (await client.list_prompts()).prompts
            got = await client.get_prompt(prompt.name, {"text": LETTER})
            return client.instructions or "", got.messages[0].content.text

    instructions, prompt = anyio.run(told)
    assert instructions == guidance.INSTRUCTIONS
    for tool in ("check_text", "explain_term", "explain_section", "compare"):
        assert tool in instructions
        assert tool in prompt
    assert prompt.endswith(LETTER)


# -- check_text


def test_a_text_is_checked_with_its_remarks_in_place(judge: Judge) -> None:
    text = f"😀 {LETTER}"
    told = answer(judge, "check_text", text=text)
    assert told["verdict"] == "findings"
    (remark,) = (each for each in told["remarks"] if each["rule"] == "kanslisvenska.erhålla")
    assert text[remark["start"] : remark["end"]] == remark["words"] == "erhålla"
    assert remark["suggestions"] == ["få"]
    assert remark["level"] == "warning"
    assert told["summary"].startswith("Anmärkningar: ")


def test_only_a_whole_letter_is_told_what_it_lacks(judge: Judge) -> None:
    def packs(whole: bool) -> set[str]:
        told = answer(judge, "check_text", text=LETTER, whole=whole)
        return {remark["rule"].split(".")[0] for remark in told["remarks"]}

    assert "signatur" in packs(whole=True)
    assert "signatur" not in packs(whole=False)


def test_the_level_limits_the_remarks(judge: Judge) -> None:
    assert answer(judge, "check_text", text=LETTER, level="error")["remarks"] == []
    assert answer(judge, "check_text", text=LETTER, level="error")["verdict"] == "clean"


def test_a_text_in_another_language_is_not_clean(judge: Judge) -> None:
    told = answer(judge, "check_text", text="You will get the benefit in May if you send us the form that we sent.")
    assert told["verdict"] == "unreadable"
    assert "engelska" in told["notes"][0]


# -- explain_term


@pytest.mark.parametrize(
    ("term", "rule", "begins"),
    [
        ("vitet", "fackord.vite", "Ett vite är"),
        ("Laga kraft", "fackord.laga-kraft", "Att beslutet har fått laga kraft"),
        ("vitesbelopp", "fackord.vite", "Ett vite är"),
        ("trygghetsjouren", "egna-termer.trygghetsjour", "Trygghetsjouren är"),
    ],
)
def test_a_term_is_explained_in_any_form(judge: Judge, term: str, rule: str, begins: str) -> None:
    told = answer(judge, "explain_term", term=term)
    assert told["known"]
    assert told["meanings"][0]["rule"] == rule
    assert told["meanings"][0]["explanations"][0].startswith(begins)


@pytest.mark.parametrize(("term", "plainer"), [("erhållit", "få"), ("f.n.", "just nu"), ("bistånd", "hjälp")])
def test_a_term_has_a_plainer_word(judge: Judge, term: str, plainer: str) -> None:
    assert plainer in answer(judge, "explain_term", term=term)["meanings"][0]["plainer"]


def test_what_the_organisation_allows_is_explained_all_the_same(judge: Judge) -> None:
    assert answer(judge, "explain_term", term="LSS")["known"]


def test_an_unknown_term_is_said_to_be_unknown(judge: Judge) -> None:
    told = answer(judge, "explain_term", term="delgivnin")
    assert not told["known"]
    assert "delgivning" in told["near"]
    assert told["summary"].startswith("Reglerna känner inte till ”delgivnin”.")


# -- explain_section


def test_a_section_is_explained(judge: Judge) -> None:
    told = answer(judge, "explain_section", reference="25 § FL")
    assert told["act"] == "förvaltningslagen (2017:900)"
    assert (told["place"], told["exists"], told["in_force"]) == ("25 §", True, True)
    assert told["explanations"][0].startswith("Innan myndigheten beslutar")


@pytest.mark.parametrize(
    ("reference", "exists", "said"),
    [
        ("99 § förvaltningslagen", False, "99 § finns inte."),
        ("4 kap. 3 § SoL", True, "4 kap. 3 § finns. Programmet har ingen förklaring av den."),
        ("9 kap. 31 b § PBL", None, "Registret vet inte om 9 kap. 31 b § finns."),
        ("förvaltningslagen (2017:725)", None, "Rätt är förvaltningslagen (2017:900)."),
    ],
)
def test_what_is_not_known_is_not_made_up(judge: Judge, reference: str, exists: bool | None, said: str) -> None:
    told = answer(judge, "explain_section", reference=reference)
    assert told["exists"] is exists
    assert said in told["summary"]
    assert told["explanations"] == []


def test_a_repealed_act_is_told_with_what_applies_instead(judge: Judge) -> None:
    told = answer(judge, "explain_section", reference="socialtjänstlagen (2001:453)")
    assert told["in_force"] is False
    assert told["repealed"] == "2025-07-01"
    assert told["replaced_by"] == "socialtjänstlagen (2025:400)"


def test_an_unknown_act_is_said_to_be_unknown(judge: Judge) -> None:
    assert not answer(judge, "explain_section", reference="hittepålagen")["known"]


# -- compare


def test_what_a_rewrite_has_lost_is_told(judge: Judge) -> None:
    told = answer(
        judge,
        "compare",
        draft="Sökanden ska inkomma med intyg senast den 3 maj 2026. Beviset får inte överlåtas.",
        rewrite="Skicka intyget senast den 5 maj 2026. Beviset får överlåtas.",
    )
    assert [(each["kind"], each["change"]) for each in told["differences"]] == [
        ("date", "changed"),
        ("negation", "lost"),
    ]
    assert not told["same"]
    assert told["summary"].startswith("2 skillnader i sak att kontrollera.")


def test_the_same_in_plainer_words_is_the_same(judge: Judge) -> None:
    told = answer(judge, "compare", draft="Ansökan avslås jämlikt 9 § LSS.", rewrite="Vi säger nej enligt 9 § LSS.")
    assert told["same"]
    assert "läs båda texterna" in told["summary"]


# -- what can't be answered


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("check_text", {"text": " \n"}, "Texten är tom."),
        ("check_text", {}, "”text” saknas."),
        ("check_text", {"text": LETTER, "hole": True}, "”hole” finns inte. Menade du ”whole”?"),
        ("check_text", {"text": LETTER, "level": "fel"}, "”level” ska vara ”error”, ”warning” eller ”info”."),
        ("check_text", {"text": 5}, "”text” ska vara text."),
        ("check_text", {"text": LETTER, "whole": "ja"}, "”whole” ska vara true eller false."),
        (
            "compare",
            {"draft": "a" * (LONGEST_TEXT + 1), "rewrite": "b"},
            "”draft” är för lång. Den får ha högst 100\u00a0000 tecken. Dela upp texten.",
        ),
        ("compare", {"draft": LETTER, "rewrite": ""}, "”rewrite” är tom."),
        ("explain_term", {"term": " "}, "Skriv ordet som ska förklaras."),
    ],
)
def test_a_wrong_question_is_refused_in_swedish(
    judge: Judge, tool: str, arguments: dict[str, Any], said: str
) -> None:
    assert refusal(judge, tool, **arguments) == said


def test_an_unknown_tool_and_an_unknown_prompt_are_errors(judge: Judge) -> None:
    async def call() -> None:
        async with Client(make_server(judge)) as client:
            with pytest.raises(MCPError, match="finns inte"):
                await client.call_tool("check_txt", {})
            with pytest.raises(MCPError, match="skriv_om"):
                await client.get_prompt("rewrite", {"text": LETTER})

    anyio.run(call)


def test_a_fault_of_ours_tells_nothing_of_the_text(
    judge: Judge, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ValueError(LETTER)

    monkeypatch.setattr(checking, "_summary", fail)
    said = refusal(judge, "check_text", text=LETTER)
    captured = capsys.readouterr()
    assert said.startswith("Något gick fel i programmet")
    assert "ValueError" in captured.err
    assert "bidraget" not in said + captured.err + captured.out


# -- several at once


@pytest.mark.filterwarnings("ignore:ping is removed")  # older clients send it
def test_questions_at_once_are_all_answered_and_pings_meanwhile(judge: Judge) -> None:
    async def call() -> list[str]:
        verdicts: list[str] = []

        async def one(client: Client) -> None:
            result = await client.call_tool("check_text", {"text": LETTER * 50})
            verdicts.append(result.structured_content["verdict"])

        async with Client(make_server(judge), mode="legacy") as client, anyio.create_task_group() as group:
            for _ in range(4):
                group.start_soon(one, client)
            await anyio.sleep(0)
            await client.send_ping()
            verdicts.append("ping")
        return verdicts

    answered = anyio.run(call)
    assert sorted(answered) == ["findings"] * 4 + ["ping"]
    assert answered[-1] != "ping"


def test_the_answers_are_as_the_schemas_say(judge: Judge) -> None:
    questions = {
        "check_text": {"text": LETTER},
        "explain_term": {"term": "vite"},
        "explain_section": {"reference": "9 § FL"},
        "compare": {"draft": "Kom den 3 maj.", "rewrite": "Kom den 4 maj."},
    }

    async def listed() -> dict[str, dict[str, Any]]:
        async with Client(make_server(judge)) as client:
            return {tool.name: tool.output_schema for tool in (await client.list_tools()).tools}

    for tool, schema in anyio.run(listed).items():
        jsonschema.validate(answer(judge, tool, **questions[tool]), schema)


def test_a_question_that_is_cancelled_is_not_checked_beside_the_next(
    judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once, most, begun = [0], [0], Event()
    check = _TOOLS["check_text"]

    def run(judge: Judge, request: Any) -> Any:
        at_once[0] += 1
        most[0] = max(most[0], at_once[0])
        begun.set()
        sleep(0.1)
        answered = check.run(judge, request)
        at_once[0] -= 1
        return answered

    monkeypatch.setitem(_TOOLS, "check_text", check._replace(run=run))
    params = CallToolRequestParams(name="check_text", arguments={"text": LETTER})

    async def ask_and_leave() -> CallToolResult:
        desk = Desk(judge)
        for _ in range(4):
            begun.clear()
            async with anyio.create_task_group() as asking:
                asking.start_soon(desk.call_tool, None, params)
                with anyio.move_on_after(0.05):
                    await anyio.to_thread.run_sync(begun.wait, 0.05)
                asking.cancel_scope.cancel()
        return await desk.call_tool(None, params)

    assert not anyio.run(ask_and_leave).is_error
    assert most == [1]
