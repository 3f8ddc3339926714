"""``klarsprak gate mail``: a message goes on unchanged, goes back, or waits; nothing else ever happens to it."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from klarsprak.gate.mail.attempts import Attempts
from klarsprak.gate.mail.check import examiner
from klarsprak.gate.mail.message import Way, handle
from klarsprak.gate.mail.signals import Stopped
from klarsprak.gate.mail.terms import HELD, LATER, FailedError, LaterError, Terms
from tests.gate.mail.mails import BAD, GOOD, SECRET, command, mail
from tests.gate.support import CLEAN, FLAWED
from tests.waiting import wait_for

Capture = pytest.CaptureFixture[bytes]


@pytest.fixture(autouse=True, scope="module")
def _model() -> None:
    """The process that checks is forked from this one: what is loaded here, is loaded there."""
    examiner(None, Path.cwd()).warm()


@pytest.fixture(autouse=True, scope="module")
def _counted_apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What fails in a test is no attempt at somebody's mail."""
    before, tempfile.tempdir = tempfile.tempdir, str(tmp_path_factory.mktemp("state"))
    yield
    tempfile.tempdir = before


def deal(data: bytes, way: Way | None = None, sender: str | None = "mirjam@ekvalla.example", **terms: object) -> int:
    return handle(BytesIO(data), sender, Terms(**terms), way or Way())  # type: ignore[arg-type]


def told(capture: Capture) -> str:
    """What standard error holds; nothing stands on standard output."""
    out, err = capture.readouterr()
    assert out == b""
    return err.decode()


def test_a_mail_that_passes_comes_out_as_it_went_in(capfdbinary: Capture) -> None:
    assert deal(GOOD) == 0
    assert capfdbinary.readouterr() == (GOOD, b"")


@pytest.mark.parametrize(
    "data",
    [
        GOOD.replace(b"\n", b"\r\n"),
        GOOD.rstrip(b"\n"),
        GOOD + b"\n\n\n",
        GOOD.replace(b"utf-8", b"iso-8859-1").decode().encode("latin-1"),
        b"Received: from [127.0.0.1]\n\tby post.ekvalla.example\n" + GOOD,
        GOOD.replace(b"Hej", b"Hej\0\x1a\xff."),
        GOOD + b"." * 100_000,
    ],
    ids=["crlf", "no last line end", "empty lines", "latin-1", "received", "odd bytes", "long line"],
)
def test_no_byte_is_changed_whatever_the_mail_looks_like(data: bytes, capfdbinary: Capture) -> None:
    code = deal(data)
    out = capfdbinary.readouterr().out
    assert (code, out) in [(0, data), (HELD, b"")]


def test_a_mail_with_flaws_goes_back_with_what_to_do(capfdbinary: Capture) -> None:
    assert deal(BAD) == HELD
    assert told(capfdbinary) == (
        "5.7.1 Ditt mejl är inte skickat. 1 anmärkning måste rättas först: signatur (1). Telefonnummer saknas i "
        "underskriften. Skriv ditt eget nummer. Rätta mejlet och skicka det igen.\n"
    )


def test_the_notice_says_where_but_not_what_since_mail_systems_log_it(capfdbinary: Capture) -> None:
    assert deal(mail(CLEAN.replace(b"Du", f"[{SECRET} fyll i]\n\nDu".encode()))) == HELD
    notice = told(capfdbinary)
    assert "Se rad 3 (mallrest)." in notice
    assert SECRET.lower() not in notice.lower()


def test_the_notice_can_quote_the_mail_and_end_with_advice(capfdbinary: Capture) -> None:
    data = mail(CLEAN.replace(b"Du", b"[fyll i]\n\nDu"))
    assert deal(data, quote=True, advice="Frågor? Ring 0980-319 200.") == HELD
    notice = told(capfdbinary)
    assert "”[fyll i]” är kvar från mallen." in notice
    assert notice.endswith("Rätta mejlet och skicka det igen. Frågor? Ring 0980-319 200.\n")


def test_the_notice_tells_the_gravest_first(tmp_path: Path, capfdbinary: Capture) -> None:
    choices = tmp_path / "klarsprak.yml"
    choices.write_text("gate: {level: warning}\n", encoding="utf-8")
    data = mail(CLEAN.replace(b"Du", "Du har erhållit svar om [belopp].\n\nDu".encode()))
    assert deal(data, quote=True, config=choices) == HELD
    notice = told(capfdbinary)
    assert 0 < notice.index("”[belopp]” är kvar från mallen.") < notice.index("”erhållit” är kanslisvenska.")


def test_letters_attached_are_checked_too(capfdbinary: Capture) -> None:
    good = mail(brev_txt=CLEAN)
    assert deal(good) == 0
    assert capfdbinary.readouterr().out == good
    assert deal(mail(brev_txt="Du får [belopp] kronor i månaden.\n".encode())) == HELD
    assert "Bilagan brev.txt: 1 anmärkning måste rättas först: mallrest (1)." in told(capfdbinary)


def test_an_attachment_that_nobody_has_checked_stops_the_mail(tmp_path: Path, capfdbinary: Capture) -> None:
    data = mail(kalkyl_xlsx=b"PK\x03\x04 a table")
    assert deal(data) == HELD
    assert "Bilagan kalkyl.xlsx är inte granskad." in told(capfdbinary)
    choices = tmp_path / "klarsprak.yml"
    choices.write_text("gate: {pass_unchecked_parts: true}\n", encoding="utf-8")
    assert deal(data, config=choices) == 0


def test_names_of_attachments_cannot_break_the_notice(capfdbinary: Capture) -> None:
    data = mail(**{f"\u2028\u202e{'lång' * 3000}_xlsx": b"x"})
    assert deal(data) == HELD
    notice = told(capfdbinary)
    assert len(notice.encode()) < 4096
    assert notice[:-1].isprintable()
    assert notice.endswith(" … Rätta mejlet och skicka det igen.\n")


def test_what_stops_a_mail_is_the_organisations_choice(tmp_path: Path, capfdbinary: Capture) -> None:
    choices = tmp_path / "klarsprak.yml"
    choices.write_text("gate: {signature: []}\n", encoding="utf-8")
    assert deal(BAD, config=choices) == 0
    choices.write_text("gate: {level: warning}\n", encoding="utf-8")
    assert deal(mail(CLEAN.replace(b"Du f", "Du erhåller ett bidrag. Du f".encode())), config=choices) == HELD
    assert "kanslisvenska (1)" in capfdbinary.readouterr().err.decode()


def test_the_null_senders_mail_passes_unchecked_since_it_cannot_go_back(capfdbinary: Capture) -> None:
    assert deal(BAD, sender="") == 0
    assert capfdbinary.readouterr() == (BAD, b"")


@pytest.mark.parametrize(
    ("sender", "head"),
    [
        ("no-reply@ekvalla.example", b""),
        ("mirjam@ekvalla.example", b"Auto-Submitted: auto-replied\n"),
        ("mirjam@ekvalla.example", b"List-Id: <nytt.ekvalla.example>\n"),
        (None, b"Content-Type: multipart/encrypted; boundary=x\n"),
        (None, b"Content-Type: multipart/signed; boundary=x\n"),
    ],
)
def test_what_the_proxy_passes_unread_passes_here_too(sender: str | None, head: bytes, capfdbinary: Capture) -> None:
    assert deal(head + BAD, sender=sender) == 0
    assert capfdbinary.readouterr() == (head + BAD, b"")


@pytest.mark.parametrize("sender", ["<>", "<no-reply@ekvalla.example>"])
def test_an_envelopes_address_may_come_with_its_brackets(sender: str, capfdbinary: Capture) -> None:
    assert deal(BAD, sender=sender) == 0
    assert capfdbinary.readouterr() == (BAD, b"")


def test_an_encrypted_text_passes_since_nobody_here_can_read_it(capfdbinary: Capture) -> None:
    data = b"Subject: x\n\n-----BEGIN PGP MESSAGE-----\n\nhQEMA\n"
    assert deal(data) == 0
    assert capfdbinary.readouterr() == (data, b"")


def test_a_mail_without_a_known_sender_is_checked() -> None:
    assert deal(BAD, sender=None) == HELD


def test_the_next_command_gets_the_mail_and_its_arguments_without_a_shell(
    tmp_path: Path, capfdbinary: Capture
) -> None:
    next_one = command(tmp_path, 'printf "%s\\n" "$@" > arguments; cat > message')
    arguments = ("-f", "", "--", "$(touch a)@example.org", "b c@example.org", "--then")
    assert deal(GOOD, Way((str(next_one), *arguments))) == 0
    assert (tmp_path / "message").read_bytes() == GOOD
    assert (tmp_path / "arguments").read_text() == "\n".join(arguments) + "\n"
    assert not (tmp_path / "a").exists()
    assert capfdbinary.readouterr() == (b"", b"")


def test_the_next_command_is_not_run_for_a_mail_that_is_held(tmp_path: Path) -> None:
    assert deal(BAD, Way((str(command(tmp_path, "touch ran")),))) == HELD
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(("script", "code"), [("exit 67", 67), ("exit 75", 75), ("exit 78", 78), ("exit 0", 0)])
def test_the_next_commands_code_is_ours(script: str, code: int, tmp_path: Path) -> None:
    assert deal(GOOD, Way((str(command(tmp_path, script)),)), sender="") == code


@pytest.mark.parametrize(
    ("script", "reason"),
    [("exit 1", "slutkod 1"), ("exit 200", "slutkod 200"), ("kill -SEGV $$", "signal 11"), ("kill $$", "signal 15")],
)
def test_a_command_that_fails_in_its_own_way_leaves_the_mail_for_later(
    script: str, reason: str, tmp_path: Path, capfdbinary: Capture
) -> None:
    next_one = command(tmp_path, script)
    assert deal(GOOD, Way((str(next_one),)), sender="") == LATER
    assert told(capfdbinary) == f"klarsprak: mejlet väntar: {next_one}: kommandot misslyckades ({reason}).\n"


def test_a_command_that_is_not_there_leaves_the_mail_for_later(tmp_path: Path, capfdbinary: Capture) -> None:
    assert deal(GOOD, Way((str(tmp_path / "borta"),)), sender="") == LATER
    assert "borta: kommandot går inte att köra (den finns inte)." in told(capfdbinary)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("gate: {level: hög}\n", "klarsprak.yml:1:15: gate.level: "),
        ("gate: [\n", "klarsprak.yml:"),
        ("rule_packs: [borta.yml]\n", "borta.yml”"),
        (None, "klarsprak.yml: filen går inte att läsa (den finns inte)."),
    ],
)
def test_a_configuration_that_cannot_be_used_leaves_the_mail_for_later(
    text: str | None, reason: str, tmp_path: Path, capfdbinary: Capture
) -> None:
    choices = tmp_path / "klarsprak.yml"
    if text is not None:
        choices.write_text(text, encoding="utf-8")
    assert deal(GOOD, config=choices) == LATER
    assert reason in told(capfdbinary)


def test_a_check_that_takes_too_long_leaves_the_mail_for_later(capfdbinary: Capture) -> None:
    assert deal(GOOD, time_limit=0.001) == LATER
    assert told(capfdbinary) == "klarsprak: mejlet väntar: granskningen tog mer än 0.001 sekunder.\n"


def test_no_mail_is_no_mail_that_passes(capfdbinary: Capture) -> None:
    assert deal(b"") == LATER
    assert told(capfdbinary) == "klarsprak: mejlet väntar: inget mejl kom på standard in.\n"


ODD = st.one_of(
    st.binary(min_size=1, max_size=2000),
    st.binary(max_size=400).map(lambda noise: GOOD + noise),
    st.tuples(st.integers(0, len(BAD)), st.binary(max_size=40)).map(lambda at: BAD[: at[0]] + at[1] + BAD[at[0] :]),
    st.lists(
        st.sampled_from([b"Content-Type: multipart/mixed; boundary=a\n", b"\n", b"--a\n", b"--a--\n", b"From: x\n"])
    )
    .map(b"".join)
    .filter(bool),
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=ODD)
def test_whatever_comes_goes_on_unchanged_or_not_at_all(data: bytes, capfdbinary: Capture) -> None:
    capfdbinary.readouterr()
    code = deal(data)
    out, err = capfdbinary.readouterr()
    assert code in (0, HELD, LATER)
    assert out == (data if code == 0 else b"")
    assert bool(err) == (code != 0)


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "stoppade"
    folder.mkdir()
    yield folder
    assert not [path for path in folder.iterdir() if path.name.startswith(".")], "something half written is left"


def test_what_is_held_can_be_kept_whole_with_its_report(held: Path, capfdbinary: Capture) -> None:
    assert deal(BAD, Way(hold=held)) == HELD
    (folder,) = held.iterdir()
    assert {path.name for path in folder.iterdir()} == {"mejl.eml", "rapport.html"}
    assert (folder / "mejl.eml").read_bytes() == BAD
    assert "Telefonnummer saknas" in (folder / "rapport.html").read_text(encoding="utf-8")
    assert folder.stat().st_mode & 0o077 == 0
    assert told(capfdbinary).startswith("5.7.1 ")


def test_what_a_killed_process_left_half_held_is_swept(held: Path, capfdbinary: Capture) -> None:
    for name, hours in (("0" * 32, 2), ("1" * 32, 0)):
        half = held / f".{name}.tmp"
        half.mkdir()
        (half / "mejl.eml").write_bytes(BAD)
        os.utime(half, (time.time() - hours * 3600,) * 2)
    assert deal(BAD, Way(hold=held)) == HELD
    hidden = [path for path in held.iterdir() if path.name.startswith(".")]
    assert [path.name for path in hidden] == [f".{'1' * 32}.tmp"]
    shutil.rmtree(hidden[0])


def test_mails_that_are_held_in_the_same_second_are_all_kept(held: Path) -> None:
    for number in range(4):
        assert deal(mail(FLAWED, subject=f"{number}"), Way(hold=held)) == HELD
    assert len({path.read_bytes() for path in held.glob("*/mejl.eml")}) == 4


def test_what_passes_is_not_kept(held: Path) -> None:
    assert deal(GOOD, Way(hold=held)) == 0
    assert not list(held.iterdir())


def test_a_mail_that_cannot_be_kept_waits(tmp_path: Path, capfdbinary: Capture) -> None:
    assert deal(BAD, Way(hold=tmp_path / "borta")) == LATER
    assert told(capfdbinary).endswith("borta: går inte att skriva i (mappen finns inte).\n")


@pytest.mark.parametrize("script", ["exec sleep 3", "trap '' TERM; sleep 3; sleep 3"])
def test_a_next_command_that_hangs_is_ended_and_the_mail_waits(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: Capture
) -> None:
    monkeypatch.setattr("klarsprak.gate.mail.passing.LONGEST", 0.3)
    monkeypatch.setattr("klarsprak.gate.mail.passing._GRACE", 0.3)
    program = command(tmp_path, script)
    assert deal(GOOD, Way(then=(str(program),))) == LATER
    assert "kommandot blev inte klart på 0.3 sekunder." in told(capfdbinary)


def failing(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """From now on the check fails so."""

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("klarsprak.gate.mail.message.check", fail)


def test_a_mail_that_always_fails_goes_back_after_so_many_attempts(
    tmp_path: Path, held: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: Capture
) -> None:
    failing(monkeypatch, FailedError("granskningen dog (kod -9)."))
    state, way = tmp_path / "state", Way(("cat", "--", "bo@example.org"), held)
    state.mkdir()
    codes = [deal(GOOD, way, attempts=3, state=state) for _ in range(5)]
    assert codes == [LATER, LATER, LATER, HELD, LATER], "after a notice it is a mail like any other"
    notice = next(line for line in told(capfdbinary).splitlines() if line.startswith("5.7.1"))
    assert "Programmet klarar inte att granska mejlet. Det har gjort 3 försök." in notice
    (kept,) = held.iterdir()
    assert (kept / "mejl.eml").read_bytes() == GOOD
    assert "Det har gjort 3 försök." in (kept / "rapport.html").read_text(encoding="utf-8")
    assert SECRET not in (kept / "rapport.html").read_text(encoding="utf-8")


def test_attempts_are_counted_for_a_mail_to_its_receivers_and_nothing_of_it_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, FailedError("granskningen dog (kod -9)."))
    for way in (Way(("cat", "a@example.org")), Way(("cat", "b@example.org")), Way(("cat", "b@example.org"))):
        deal(GOOD, way, attempts=3, state=tmp_path)
    assert sorted(file.read_bytes() for file in tmp_path.iterdir()) == [b".", b".."]
    assert all(len(file.name) == 64 and int(file.name, 16) for file in tmp_path.iterdir())
    assert {file.stat().st_mode & 0o077 for file in tmp_path.iterdir()} == {0}


@pytest.mark.parametrize("error", [LaterError("klarsprak.yml: rad 2."), Stopped()])
def test_a_failure_that_is_ours_is_no_attempt(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, error)
    assert [deal(GOOD, attempts=1, state=tmp_path) for _ in range(4)] == [LATER] * 4


def test_an_attempt_that_ends_us_counts_too(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path, [GOOD])
    assert [attempts.begin() for _ in range(3)] == [1, 2, 3]
    attempts.forget()
    assert attempts.begin() == 1


def test_where_attempts_cannot_be_counted_the_mail_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, FailedError("granskningen dog (kod -9)."))
    others = tmp_path / "others"
    others.mkdir()
    others.chmod(0o777)
    (tmp_path / "link").symlink_to(tmp_path)
    for state in (others, tmp_path / "link", tmp_path / "borta" / "långt borta"):
        assert [deal(GOOD, attempts=1, state=state) for _ in range(3)] == [LATER] * 3


def test_what_is_counted_of_mails_that_are_gone_is_swept(tmp_path: Path) -> None:
    old, other = tmp_path / ("0" * 64), tmp_path / "läs mig"
    for file in (old, other):
        file.touch()
        os.utime(file, (time.time() - 8 * 86_400,) * 2)
    Attempts(tmp_path, [GOOD]).begin()
    assert (old.exists(), other.exists()) == (False, True)


def test_a_command_that_hangs_ends_with_all_that_it_has_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: Capture
) -> None:
    monkeypatch.setattr("klarsprak.gate.mail.passing.LONGEST", 0.3)
    monkeypatch.setattr("klarsprak.gate.mail.passing._GRACE", 0.3)
    next_one = command(tmp_path, "sleep 60 & echo $! > child; wait")
    assert deal(GOOD, Way((str(next_one),)), sender="") == LATER
    child = int((tmp_path / "child").read_text())
    wait_for(lambda: is_gone(child))


def is_gone(process: int) -> bool:
    """Whether it has ended, whoever is to hear of it."""
    try:
        return "\nState:\tZ" in Path(f"/proc/{process}/status").read_text()
    except FileNotFoundError:
        return True
