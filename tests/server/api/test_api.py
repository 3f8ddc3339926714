"""The API as a program meets it."""

from __future__ import annotations

import io
import json
import pickle
import subprocess
import sys
import tempfile
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator
from starlette.applications import Starlette
from starlette.testclient import TestClient

from klarsprak.config.model import Config
from klarsprak.live.checking import LiveChecker
from klarsprak.pool.checks import InThread, OverloadedError, TimeLimitError
from klarsprak.readers import read_bytes
from klarsprak.server.api.openapi import document
from klarsprak.server.api.questions import RefusedError
from klarsprak.server.api.routes import routes
from klarsprak.server.settings import ServerSettings

LETTERS = Path(__file__).parents[3] / "corpora/letters"
TEXT = "😀 Hej!\n\nDu kommer att erha\u030alla bidraget. Beslutet får laga kraft i mars. Ett erforderligt belopp."


def client_of(checks: Any, settings: ServerSettings | None = None) -> TestClient:
    app = Starlette(routes=routes())
    app.state.checks = checks
    app.state.settings = settings or ServerSettings(largest_text=20_000, largest_file=300_000)
    return TestClient(app)


@pytest.fixture(scope="module")
def client(checker: LiveChecker) -> TestClient:
    return client_of(InThread(checker))


def holds(name: str, data: Any) -> None:
    """The data is as the description says."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": document()["components"]}
    Draft202012Validator(schema).validate(data)


def file_of(name: str) -> dict[str, Any]:
    return {"file": (name, (LETTERS / name).read_bytes())}


def utf16(text: str, span: dict[str, int]) -> str:
    """The stretch as a browser cuts it out."""
    return text.encode("utf-16-le")[2 * span["start"] : 2 * span["end"]].decode("utf-16-le")


def test_a_text_is_checked_and_its_words_can_be_found_as_a_browser_counts(client: TestClient) -> None:
    answer = client.post("/api/1/check", json={"text": TEXT}).json()
    holds("report", answer)
    (letter,) = answer["letters"]
    words = {each["text"]: utf16(TEXT, each["place"]["span"]) for each in letter["findings"] if each["place"]}
    assert words["erhålla"] == "erha\u030alla"
    assert words["laga kraft"] == "laga kraft"
    assert any(each["rule"].startswith("signatur.") for each in letter["findings"])


def test_the_same_word_again_has_a_span_too(client: TestClient) -> None:
    text = "Du kommer att erhålla bidraget.\n\n😀 Alla kommer att erhålla bidraget."
    answer = client.post("/api/1/check", json={"text": text, "whole": False}).json()
    (finding,) = [each for each in answer["letters"][0]["findings"] if each["text"] == "erhålla"]
    assert [utf16(text, each["place"]["span"]) for each in finding["also"]] == ["erhålla"]


def test_a_paragraph_is_not_told_what_a_letter_lacks(client: TestClient) -> None:
    answer = client.post("/api/1/check", json={"text": TEXT, "whole": False}).json()
    assert all(each["place"] for each in answer["letters"][0]["findings"])


def test_the_level_limits_what_is_told(client: TestClient) -> None:
    answer = client.post("/api/1/check", json={"text": TEXT, "level": "error"}).json()
    assert {each["level"] for each in answer["letters"][0]["findings"]} == {"error"}


@pytest.mark.parametrize("name", ["beslut-bygglov.docx", "svar-buller.pdf", "allergikost.eml", "elevresor.txt"])
def test_a_file_is_checked_in_a_form_and_as_it_is(client: TestClient, name: str) -> None:
    formed = client.post("/api/1/check", files=file_of(name))
    raw = client.post(f"/api/1/check?name={name}", content=(LETTERS / name).read_bytes())
    assert formed.json() == raw.json()
    holds("report", raw.json())
    assert raw.json()["letters"][0]["verdict"] != "unreadable"


def test_a_file_that_can_not_be_read_says_so(client: TestClient) -> None:
    answer = client.post("/api/1/check?name=bild.png", content=b"\x89PNG\r\n\x00").json()
    holds("report", answer)
    assert answer["letters"][0]["error"] == "Filen är en bild. Programmet kan bara läsa text."


MAIL = (
    b"From: a@example.se\r\nTo: b@example.se\r\nSubject: Brev\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nHej! Se bilagan.\r\n"
    b"--x\r\nContent-Type: text/plain; name=bilaga.txt\r\nContent-Disposition: attachment; filename=bilaga.txt\r\n"
    b"\r\nDu kommer att erh\xc3\xa5lla bidraget.\r\n--x--\r\n"
)


def test_a_mail_s_attachments_are_letters_of_their_own(client: TestClient) -> None:
    answer = client.post("/api/1/text?name=brev.eml", content=MAIL).json()
    holds("texts", answer)
    assert [each["file"] for each in answer["letters"]] == ["brev.eml", "brev.eml#bilaga.txt"]
    assert answer["letters"][1]["text"] == "Du kommer att erhålla bidraget."


def test_the_text_of_a_document_has_paragraphs_lists_and_rows(client: TestClient) -> None:
    (letter,) = client.post("/api/1/text", files=file_of("beslut-bygglov.docx")).json()["letters"]
    assert "Datum\n2025-06-03\n\nDiarienummer" in letter["text"]
    assert "veckor:\n\n- ett förslag till kontrollplan\n- en ritning" in letter["text"]
    assert letter["text"].count("Postadress") == 1


@pytest.mark.parametrize("name", ["beslut-bygglov.docx", "svar-buller.pdf", "beslut-fardtjanst-1998.txt"])
def test_the_text_of_a_file_gets_the_file_s_remarks(client: TestClient, name: str) -> None:
    (letter,) = client.post("/api/1/text", files=file_of(name)).json()["letters"]
    of_text = client.post("/api/1/check", json={"text": letter["text"]}).json()
    of_file = client.post("/api/1/check", files=file_of(name)).json()
    told = [
        sorted((each["rule"], each["text"]) for each in told["letters"][0]["findings"]) for told in (of_text, of_file)
    ]
    assert told[0] == told[1]


def test_a_text_file_keeps_its_lines(client: TestClient) -> None:
    (letter,) = client.post("/api/1/text?name=a.txt", content="Hej\r\n\r\ndu  där\n".encode()).json()["letters"]
    assert letter["text"] == "Hej\r\n\r\ndu  där\n"


@pytest.mark.parametrize("mode", ["comments", "changes"])
def test_remarks_are_written_into_a_docx_made_of_the_text(client: TestClient, mode: str) -> None:
    answer = client.post("/api/1/annotate", json={"text": TEXT, "mode": mode})
    assert answer.headers["content-disposition"].endswith(".docx")
    (letter,) = read_bytes(answer.content, "brev.docx")
    texts = [block.text for block in letter.blocks]  # type: ignore[union-attr]
    assert texts[0] == "😀 Hej!"
    word = "få" if mode == "changes" else "erhålla"
    assert texts[1].startswith(f"Du kommer att {word} bidraget.")


@pytest.mark.parametrize("name", ["beslut-bygglov.docx", "svar-buller.pdf", "allergikost.eml", "elevresor.txt"])
def test_remarks_are_written_into_files(client: TestClient, name: str) -> None:
    answer = client.post("/api/1/annotate", files=file_of(name))
    suffix = "pdf" if name.endswith("pdf") else "docx"
    assert (
        answer.headers["content-disposition"] == f"attachment; filename*=UTF-8''{Path(name).stem}.granskad.{suffix}"
    )
    assert next(iter(read_bytes(answer.content, f"x.{suffix}"))).format == suffix


@pytest.mark.parametrize("what", ["annotate", "fix"])
@pytest.mark.parametrize("name", ["beslut-bygglov.docx", "svar-buller.pdf", "elevresor.txt"])
def test_nothing_is_written_into_a_file_that_only_holds_letters(client: TestClient, what: str, name: str) -> None:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as package:
        package.write(LETTERS / name, name)
    answer = client.post(f"/api/1/{what}", files={"file": ("brev.zip", packed.getvalue())})
    assert answer.status_code == 422
    assert answer.json()["error"].endswith("Spara brevet för sig och välj den filen.")


def test_the_copy_of_a_mail_tells_what_is_attached_and_not_in_it(client: TestClient) -> None:
    mail = EmailMessage()
    mail["Subject"] = "Ditt ärende"
    mail.set_content("Hej Kim!\n\nDu får svar av oss i maj.\n")
    mail.add_attachment("Hej! Här är ett brev.", filename="brev.txt")
    mail.add_attachment(b"1;2", maintype="application", subtype="octet-stream", filename="tal.xlsx")
    answer = client.post("/api/1/annotate", files={"file": ("mejl.eml", bytes(mail))})
    comments = ZipFile(io.BytesIO(answer.content)).read("word/comments.xml").decode()
    assert "Bilagan tal.xlsx är inte granskad." in comments
    assert "Brevet brev.txt i filen är inte granskat här." in comments


def test_safe_suggestions_are_put_into_a_text(client: TestClient) -> None:
    answer = client.post("/api/1/fix", json={"text": "Du kommer att erhålla bidraget."}).json()
    holds("fixed", answer)
    assert answer == {"text": "Du kommer att få bidraget.", "changes": 1}


def test_safe_suggestions_are_put_into_a_file(client: TestClient) -> None:
    answer = client.post("/api/1/fix", files=file_of("beslut-bygglov.docx"))
    assert int(answer.headers["klarsprak-changes"]) > 0
    (letter,) = read_bytes(answer.content, "brev.docx")
    assert "enligt kommunens taxa" in " ".join(block.text for block in letter.blocks)  # type: ignore[union-attr]
    text = client.post("/api/1/fix?name=a.txt", content="Du kommer att erhålla det.\r\n".encode("cp1252"))
    assert text.content == "Du kommer att få det.\r\n".encode("cp1252")


def test_no_changes_are_made_in_a_pdf(client: TestClient) -> None:
    answer = client.post("/api/1/fix", files=file_of("svar-buller.pdf"))
    assert answer.status_code == 422
    assert answer.json()["error"].startswith("I en pdf går det inte att göra ändringar.")


@pytest.mark.parametrize("name", ["kanslisvenska.erhålla", "erhålla", "kanslisvenska"])
def test_a_rule_is_told(client: TestClient, name: str) -> None:
    answer = client.get(f"/api/1/rules/{name}").json()
    holds("rules", answer)
    assert "kanslisvenska.erhålla" in [rule["name"] for rule in answer["rules"]]


def test_a_rule_that_there_is_not_is_told_as_such(client: TestClient) -> None:
    answer = client.get("/api/1/rules/kanslisvenska.erhålle")
    assert answer.status_code == 404
    assert answer.json()["error"].endswith("Menade du ”kanslisvenska.erhålla”?")


def test_the_organisation_is_told(client: TestClient) -> None:
    holds("sender", client.get("/api/1/sender").json())


def post(path: str, **request: Any) -> tuple[str, dict[str, Any]]:
    return path, request


WRONG = [
    (400, *post("/api/1/check", content=b"{", headers={"content-type": "application/json"})),
    (400, *post("/api/1/check", content=b"[" * 100_000, headers={"content-type": "application/json"})),
    (400, *post("/api/1/check", json=[])),
    (400, *post("/api/1/check", json={"text": 1})),
    (400, *post("/api/1/check", json={"text": "Hej", "whole": "ja"})),
    (400, *post("/api/1/check", json={"text": "Hej", "level": "värst"})),
    (400, *post("/api/1/annotate", json={"text": "Hej", "mode": "x"})),
    (400, *post("/api/1/check", files={"fel": ("a.txt", b"Hej")})),
    (400, *post("/api/1/check", content=b"--x", headers={"content-type": "multipart/form-data"})),
    (400, *post("/api/1/check", content=b"--y\r\n", headers={"content-type": "multipart/form-data; boundary=x"})),
    (400, *post("/api/1/check?name=", content=b"Hej")),
    (413, *post("/api/1/check", json={"text": "a" * 20_001})),
    (413, *post("/api/1/check", files={"file": ("a.txt", b"a" * 400_000)})),
    (413, *post("/api/1/check?name=a.txt", content=b"a" * 300_001)),
    (415, *post("/api/1/check", content=b"Hej")),
    (415, *post("/api/1/text", json={"text": "Hej"})),
    (422, *post("/api/1/check", json={"text": " \n"})),
    (422, *post("/api/1/annotate", json={"text": ""})),
    (422, *post("/api/1/annotate", files={"file": ("a.png", b"\x89PNG\r\n\x00")})),
    (404, *post("/api/1/annat", content=b"Hej")),
]


@pytest.mark.parametrize(("status", "path", "request_"), WRONG)
def test_what_is_wrong_is_told_in_a_sentence(client: TestClient, status: int, path: str, request_: Any) -> None:
    answer = client.post(path, **request_)
    assert answer.status_code == status
    holds("error", answer.json())
    assert answer.json()["error"].endswith(".")
    assert answer.headers["cache-control"] == "no-store"


def test_another_method_is_told(client: TestClient) -> None:
    answer = client.get("/api/1/check")
    assert (answer.status_code, answer.json()) == (405, {"error": "Den här adressen svarar bara på POST."})


def test_a_body_that_lies_about_its_length_is_stopped(client: TestClient) -> None:
    answer = client.post("/api/1/check?name=a.txt", content=(b"a" * 100_000 for _ in range(10)))
    assert answer.status_code == 413


def test_a_busy_server_says_when_to_come_again() -> None:
    class Busy:
        async def ask(self, *_: Any) -> Any:
            raise OverloadedError("Många granskar just nu. Försök igen om en stund.")

    answer = client_of(Busy()).post("/api/1/check", json={"text": "Hej"})
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "2"
    assert answer.json() == {"error": "Många granskar just nu. Försök igen om en stund."}


def test_a_text_that_takes_too_long_is_not_to_be_sent_again() -> None:
    class Slow:
        async def ask(self, *_: Any) -> Any:
            raise TimeLimitError("Texten tog för lång tid.")

    answer = client_of(Slow()).post("/api/1/check", json={"text": "Hej"})
    assert answer.status_code == 503
    assert "retry-after" not in answer.headers


def test_half_a_surrogate_pair_is_no_trouble(client: TestClient) -> None:
    body = b'{"text": "\\ud83d Du kommer att erh\\u00e5lla bidraget."}'
    for path in ("/api/1/fix", "/api/1/check"):
        answer = client.post(path, content=body, headers={"content-type": "application/json"})
        assert answer.status_code == 200
        assert answer.json()


def test_the_event_loop_loads_nothing_of_what_workers_do() -> None:
    heavy = [f"klarsprak.server.api.{name}" for name in ("checking", "texts", "writing", "rules")]
    code = f"import sys, klarsprak.server.api.routes; sys.exit(any(map(sys.modules.__contains__, {heavy})))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_nothing_of_a_letter_is_laid_on_disk(
    checker: LiveChecker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    opened: list[str] = []
    real = tempfile.TemporaryFile

    def spy(*arguments: Any, **named: Any) -> Any:
        opened.append("a file without a name")
        return real(*arguments, **named)

    monkeypatch.setattr(tempfile, "TemporaryFile", spy)
    client = client_of(InThread(checker), ServerSettings())
    picture = io.BytesIO(b"\x89PNG\r\n" + bytes(3_000_000))
    client.post("/api/1/check", files={"file": ("stor.png", picture)})
    client.post("/api/1/annotate", files=file_of("beslut-bygglov.docx"))
    assert opened == []
    assert list(tmp_path.iterdir()) == []


def test_a_term_is_explained_in_the_organisation_s_words() -> None:
    own = LiveChecker(Config.model_validate({"terms": {"laga kraft": "Ingen kan överklaga längre."}}))
    client = client_of(InThread(own))
    answer = client.post("/api/1/check", json={"text": TEXT, "whole": False}).json()
    assert "Ingen kan överklaga längre." in json.dumps(answer, ensure_ascii=False)
    assert "Ingen kan överklaga längre." in client.get("/api/1/rules/laga kraft").text


def test_who_has_the_letter_open_is_told_the_text_of_its_blocks(client: TestClient) -> None:
    asked = {"files": file_of("beslut-bygglov.docx"), "data": {"blocks": "true"}}
    answer = client.post("/api/1/check", **asked).json()  # type: ignore[arg-type]
    holds("report", answer)
    (letter,) = answer["letters"]
    placed = [finding for finding in letter["findings"] if finding["place"]]
    cut = [letter["blocks"][place["block"]][place["start"] : place["end"]] for place in (f["place"] for f in placed)]
    assert placed
    assert [" ".join(words.split()) for words in cut] == [finding["text"] for finding in placed]


def test_without_asking_nobody_is_told_of_blocks(client: TestClient) -> None:
    assert "blocks" not in client.post("/api/1/check", files=file_of("beslut-bygglov.docx")).json()["letters"][0]
    asked = {"files": file_of("beslut-bygglov.docx"), "data": {"blocks": "ja"}}
    assert client.post("/api/1/check", **asked).status_code == 400  # type: ignore[arg-type]


def test_the_description_is_openapi() -> None:
    openapi_spec_validator = pytest.importorskip("openapi_spec_validator")
    openapi_spec_validator.validate(document())


def test_the_description_tells_of_every_address() -> None:
    told = {path.replace("{name}", "{name:path}") for path in document()["paths"]}
    assert told == {route.path for route in routes()[:-1]}  # type: ignore[attr-defined]


def test_the_description_tells_how_any_address_may_refuse() -> None:
    for path, operations in document()["paths"].items():
        for operation in operations.values():
            assert {"401", "403", "429", "500"} <= set(operation["responses"]), path


def test_a_refusal_crosses_to_another_process() -> None:
    error = pickle.loads(pickle.dumps(RefusedError(422, "Texten är tom.")))
    assert (error.status, error.message) == (422, "Texten är tom.")
