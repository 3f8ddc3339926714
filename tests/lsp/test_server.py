"""What an editor is told while somebody writes."""

import asyncio
from pathlib import Path
from urllib.parse import quote

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.lsp.editor import Editor, Position, at, document_edit, uri_of

pytestmark = pytest.mark.asyncio(loop_scope="module")
ERHÅLLA = "kanslisvenska.erhålla"


async def test_a_remark_stands_at_its_words(editor: Editor) -> None:
    uri = await editor.open("Hej!\n\nDu kommer att erhålla bidraget.")
    (shown,) = editor.shown(uri)
    assert shown.range == at(2, 14, 21)
    assert shown.severity is types.DiagnosticSeverity.Warning
    assert (shown.source, shown.code) == ("klarsprak", ERHÅLLA)
    assert "få" in shown.message


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("😀😀 Du kommer att erhålla bidraget.", at(0, 19, 26)),
        ("Kort rad.\r\n\r\nDu kommer att erhålla bidraget.", at(2, 14, 21)),
        ("Kort\u2028rad.\x0c\n\nDu kommer att erhålla bidraget.", at(2, 14, 21)),
        ("Du kommer att erha\u030alla bidraget.", at(0, 14, 22)),
        ("\ufeffDu kommer att erhålla bidraget.", at(0, 15, 22)),
    ],
)
async def test_places_count_as_the_editor_counts(editor: Editor, text: str, where: types.Range) -> None:
    uri = await editor.open(text)
    assert where in [shown.range for shown in editor.shown(uri)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("markdown", "# Beslut\n\nDu ska **erhålla** `erhålla` bidrag."),
        ("html", "<p>\nDu ska <b>erhålla</b>\nbidrag."),
    ],
)
async def test_markup_is_no_text(editor: Editor, language: str, text: str) -> None:
    uri = await editor.open(text, language)
    before, word, _ = text.partition("erhålla")
    line = before.count("\n")
    start = len(before) - before.rfind("\n") - 1
    assert [shown.range for shown in editor.shown(uri)] == [at(line, start, start + len(word))]


async def test_the_files_name_tells_markdown_where_the_editor_does_not(editor: Editor, tmp_path: Path) -> None:
    uri = await editor.open("Skriv `erhålla` här.", "", uri_of(tmp_path / "brev.md"))
    assert editor.shown(uri) == []


async def test_a_word_that_stands_again_is_shown_again(editor: Editor) -> None:
    uri = await editor.open("Du kommer att erhålla bidraget. Barnet kommer att erhålla en plats.")
    assert editor.rules(uri) == [ERHÅLLA, ERHÅLLA]


async def test_changes_are_put_together(editor: Editor) -> None:
    uri = await editor.open("Rad ett.\n\n😀 Du får bidraget.")
    editor.change(uri, "kommer att erhålla", at(2, 6, 9))
    editor.change(uri, "Hej!\n", at(0, 0, 0))
    await editor.wait(uri)
    assert [shown.range for shown in editor.shown(uri)] == [at(3, 17, 24)]
    editor.change(uri, "få", at(3, 17, 24))
    await editor.wait(uri)
    assert editor.shown(uri) == []


@pytest.mark.parametrize(
    "where",
    [types.Range(Position(0, 0), Position(99, 99)), types.Range(Position(0, 0), Position(0, 999)), None],
)
async def test_a_change_beyond_the_end_is_one_to_the_end(editor: Editor, where: types.Range | None) -> None:
    uri = await editor.open("Hej du")
    editor.change(uri, "Du kommer att erhålla bidraget.", where)
    await editor.wait(uri)
    assert [shown.range for shown in editor.shown(uri)] == [at(0, 14, 21)]


async def test_only_what_stands_there_in_the_end_is_told(editor: Editor) -> None:
    uri = await editor.open("Hej")
    for word in ("erhålla", "erlägga", "få"):
        editor.change(uri, f"Du kommer att {word} något.")
    await editor.wait(uri)
    assert [(said.version, said.diagnostics) for said in editor.said(uri)] == [(1, ()), (4, ())]


async def test_who_closes_a_document_is_shown_no_more_of_it(editor: Editor) -> None:
    uri = await editor.open("Du kommer att erhålla bidraget.")
    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
    await editor.more(uri)
    assert editor.shown(uri) == []


async def test_a_long_document_keeps_nobody_waiting(editor: Editor) -> None:
    short = await editor.open("Du kommer att erhålla bidraget.")
    # No two paragraphs are the same: what is said twice is looked at once.
    text = "".join(
        f"Nämnden beslutar att bifalla ansökan nummer {i} om bidrag till båtplats {i}.\n\n" for i in range(2_000)
    )
    long = asyncio.ensure_future(editor.open(text))
    await asyncio.sleep(0.1)
    assert await editor.hover(short, 0, 16)
    assert not long.done()
    await long


async def test_the_pointer_is_told_why_and_what_to_write(editor: Editor) -> None:
    uri = await editor.open("Du kommer att erhålla bidraget.")
    told = await editor.hover(uri, 0, 16)
    assert told
    assert told.range == at(0, 14, 21)
    assert isinstance(told.contents, types.MarkupContent)
    assert told.contents.kind is types.MarkupKind.Markdown
    assert told.contents.value.startswith("**Bör skrivas om.** ”erhålla”")
    assert "Förslag: **få**" in told.contents.value
    assert f"Regel: {ERHÅLLA}" in told.contents.value
    assert await editor.hover(uri, 0, 3) is None


async def test_the_menu_puts_a_suggestion_in(editor: Editor) -> None:
    uri = await editor.open("Du kommer att erhålla bidraget.")
    actions = await editor.actions(uri, at(0, 16, 16))
    action = actions["Byt ”erhålla” mot ”få”"]
    assert action.is_preferred
    assert action.kind == "quickfix"
    assert document_edit(action, uri) == (at(0, 14, 21), "få")
    assert list(await editor.actions(uri, at(0, 0, 2))) == ["Rätta alla säkra"]


async def test_words_with_markup_in_them_are_left_to_the_writer(editor: Editor) -> None:
    uri = await editor.open("Du kommer att er**hålla** bidraget.", "markdown")
    assert ERHÅLLA in editor.rules(uri)
    assert not [title for title in await editor.actions(uri, at(0, 16, 16)) if title.startswith("Byt")]


async def test_a_suggestion_over_a_line_end_keeps_it(editor: Editor) -> None:
    line = "Du får det här brevet av oss på kommunen efter att vi har prövat saken i enlighet"
    uri = await editor.open(f"{line}\nmed den ansökan som du har skickat in till oss på kommunen under hösten i år.")
    actions = await editor.actions(uri, at(0, 75, 75))
    where, new = document_edit(next(actions[title] for title in actions if title.startswith("Byt")), uri)
    assert (where.start.line, where.end.line) == (0, 1)
    assert "\n" in new


async def test_all_that_is_safe_is_put_right_at_once(editor: Editor) -> None:
    uri = await editor.open("Du kommer att erhålla bidraget. Barnet kommer att erhålla en plats.")
    actions = await editor.actions(uri, at(0, 0, 0), "source.fixAll")
    assert list(actions) == ["Rätta alla säkra"]
    edit = actions["Rätta alla säkra"].edit
    assert edit
    assert edit.document_changes
    assert [each.new_text for each in edit.document_changes[0].edits] == ["få", "få"]


async def test_the_menu_comes_for_what_stands_there_now(editor: Editor) -> None:
    uri = await editor.open("Du kommer att få bidraget.")
    editor.change(uri, "erhålla", at(0, 14, 16))
    actions = await editor.actions(uri, at(0, 14, 14), "source")
    assert list(actions) == ["Rätta alla säkra"]


async def test_a_word_may_stand_and_a_rule_be_switched_off(editor: Editor, tmp_path: Path) -> None:
    folder = tmp_path / "brev på väg"
    folder.mkdir()
    config = folder / "klarsprak.yml"
    uri = uri_of(folder / "brev åäö.txt")
    assert "%C3%A5" in uri
    await editor.open("Du kommer att erhålla bidraget.", uri=uri)
    action = (await editor.actions(uri, at(0, 14, 14)))["Låt ordet ”erhålla” stå (klarsprak.yml)"]
    assert action.edit
    assert action.edit.document_changes
    assert isinstance(action.edit.document_changes[0], types.CreateFile)
    _, text = document_edit(action, uri_of(config))
    config.write_text(text, encoding="utf-8")
    saved = types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri_of(config)))
    editor.client.text_document_did_save(saved)
    await editor.more(uri)
    assert editor.shown(uri) == []

    editor.change(uri, "Du kommer att erlägga avgiften.")
    await editor.wait(uri)
    rule = editor.rules(uri)[0]
    action = (await editor.actions(uri, at(0, 14, 14)))[f"Stäng av regeln {rule} (klarsprak.yml)"]
    where, text = document_edit(action, uri_of(config))
    assert text == f"hoppa_över:\n- {rule}\n"
    assert where == types.Range(Position(3, 0), Position(3, 0))


async def test_each_folder_has_its_own_configuration_and_faults_are_told_once(editor: Editor, tmp_path: Path) -> None:
    text = "Du kommer att erhålla bidraget."
    for name, content in (("ett", "tillåt: [erhålla]\n"), ("två", "namn: x\ntilllåt: [erhålla]\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "klarsprak.yml").write_text(content, encoding="utf-8")
    before = len(editor.client.messages)
    allowed = await editor.open(text, uri=uri_of(tmp_path / "ett" / "brev.txt"))
    broken = await editor.open(text, uri=uri_of(tmp_path / "två" / "brev.txt"))
    await editor.open(text, uri=uri_of(tmp_path / "två" / "brev2.txt"))
    assert editor.rules(allowed) == []
    assert editor.rules(broken) == [ERHÅLLA]
    (message,) = editor.client.messages[before:]
    assert "klarsprak.yml:2:1: okänd nyckel ”tilllåt”. Menade du ”tillåt”?" in message.message

    (tmp_path / "två" / "klarsprak.yml").write_text("tillåt: [erhålla]\n", encoding="utf-8")
    editor.change(broken, f"{text} ")
    await editor.wait(broken)
    assert editor.rules(broken) == []


@pytest.mark.parametrize(
    "uri",
    [
        "file:///c%3A/Users/%C3%85sa/brev.txt",
        "file://server/share/brev.txt",
        "file:///finns%20inte/br%00ev.txt",
        "vscode-userdata:/x/brev.txt",
        f"file:///tmp/{quote('a' * 300)}/brev.txt",
        "inte en uri",
    ],
)
async def test_a_document_may_lie_anywhere(editor: Editor, uri: str) -> None:
    await editor.open("Du kommer att erhålla bidraget.", uri=uri)
    assert editor.rules(uri) == [ERHÅLLA]
    assert await editor.actions(uri, at(0, 14, 14))


async def test_the_configuration_itself_is_no_letter(editor: Editor, tmp_path: Path) -> None:
    uri = uri_of(tmp_path / "klarsprak.yml")
    item = types.TextDocumentItem(uri, "yaml", 1, "# Du kommer att erhålla bidraget.")
    editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    await editor.open("Hej", uri=uri_of(tmp_path / "brev.txt"))
    assert editor.said(uri) == []


async def test_what_is_in_another_language_is_said_not_to_be_checked(editor: Editor) -> None:
    english = (
        "Thank you for your letter of 3 May. We have received it and will answer you before the end of the month."
    )
    uri = await editor.open(english)
    (shown,) = editor.shown(uri)
    assert shown.severity is types.DiagnosticSeverity.Information
    assert "granska" in shown.message
    assert shown.range == at(0, 0, 5)


async def test_the_editors_settings_hold_from_when_they_change(editor: Editor) -> None:
    uri = await editor.open("Nämnden beslutar att avslå din ansökan.\n\nDu kommer att erhålla en faktura.")
    before = len(editor.client.messages)
    try:
        for settings in ({"klarsprak": {"level": "error", "whole": True}}, {"klarsprak": {"level": "hög"}}):
            editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))
        await editor.more(uri)
        assert {shown.severity for shown in editor.shown(uri)} == {types.DiagnosticSeverity.Error}
        assert editor.shown(uri)[0].range == at(0, 0, 7)
        (message,) = await editor.told(before)
        assert "”hög” – nivån ska vara error, warning eller info." in message.message
    finally:
        settings = {"klarsprak": {"delay": 50, "level": "info"}}
        editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))
        await editor.more(uri)


async def test_nothing_is_said_of_nothing(editor: Editor) -> None:
    assert editor.shown(await editor.open("")) == []


async def test_who_asks_for_what_there_is_not_is_answered_alone(editor: Editor) -> None:
    uri = await editor.open("Hej")
    before = len(editor.client.messages)
    params = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
    with pytest.raises(JsonRpcException):
        await editor.client.text_document_document_symbol_async(params)
    await editor.hover(uri, 0, 0)
    assert editor.client.messages[before:] == []
