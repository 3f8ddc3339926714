"""What a letter is decides what its signature must hold."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from klarsprak.finding import Occasion
from klarsprak.letter import Block, Cell, Envelope, Letter, Role
from klarsprak.signature import find


def occasion(text: str, format: str = "text") -> Occasion:
    return find(Letter("brev", format, [Block(line) for line in text.strip().splitlines() if line], [])).occasion


TEXTS = yaml.safe_load((Path(__file__).parent / "occasions.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: case["case"])
def test_what_a_text_is(case: dict[str, str]) -> None:
    assert occasion(case["text"]) == case["is"]


SIGNED = "Med vänlig hälsning\nAnna Ek\nRektor\nTallskolan\n"


@pytest.mark.parametrize(
    "text",
    [
        "Autosvar: ditt mejl\nTack för ditt mejl.",
        "Automatiskt svar\nJag läser ditt mejl på måndag.",
        "Hej!\nDet här är ett automatiskt svar. Vi läser ditt mejl i morgon.",
        "Tack!\nDetta meddelande har skickats automatiskt.\nKontaktcenter",
    ],
)
def test_an_autoreply_is_known_by_what_it_says(text: str) -> None:
    assert occasion(text) is Occasion.AUTOREPLY


def test_a_writer_who_is_away_answers_by_machine_but_only_in_a_short_mail() -> None:
    away = "Hej!\nJag är på semester till och med den 3 augusti.\nMed vänlig hälsning\nAnna Ek"
    assert occasion(away, "email") is Occasion.AUTOREPLY
    assert occasion(away, "docx") is Occasion.LETTER
    assert occasion(f"{away}\n{'Vi skriver mer. ' * 40}", "email") is Occasion.LETTER


def test_a_letter_about_autoreplies_is_a_letter() -> None:
    assert occasion(f"Hej!\nDu frågade varför du fick ett autosvar från oss.\n{SIGNED}") is Occasion.LETTER
    assert occasion(f"Frånvaro\nDin son har varit borta i tio dagar.\n{SIGNED}") is Occasion.LETTER


@pytest.mark.parametrize(
    "line",
    [
        "Beslutet är godkänt digitalt, saknar därför underskrift.",
        "Godkänt digitalt och saknar därför namnunderskrift.",
        "Dokumentet är elektroniskt undertecknat.",
        "Detta beslut har signerats digitalt.",
        "Elektroniskt undertecknat",
    ],
)
def test_a_decision_that_is_approved_digitally_is_known(line: str) -> None:
    assert occasion(f"Du får skolskjuts.\nAnna Ek\nHandläggare\n{line}") is Occasion.DIGITAL


@pytest.mark.parametrize(
    "line",
    [
        "Din ansökan saknar underskrift.",
        "Du kan skriva under digitalt med e-legitimation.",
        "Ni kan få beslutet digitalt om ni vill.",
    ],
)
def test_the_readers_own_signature_is_another_thing(line: str) -> None:
    assert occasion(f"{line}\n{SIGNED}") is Occasion.LETTER


@pytest.mark.parametrize(
    "title", ["Överklagandehänvisning", "Hur man överklagar", "Så här överklagar du beslutet", "Bilaga 2"]
)
def test_an_appendix_stands_alone(title: str) -> None:
    assert occasion(f"{title}\nSkriv till nämnden inom tre veckor.") is Occasion.APPENDIX
    assert occasion(f"Beslut\nDu får skolskjuts.\n{SIGNED}{title}\nSkriv till nämnden.") is Occasion.LETTER


def test_what_comes_with_a_mail_is_an_appendix_unless_it_is_a_letter() -> None:
    def enclosed(*lines: str) -> Occasion:
        return find(Letter("mejl.eml#bilaga.docx", "docx", [Block(line) for line in lines], [])).occasion

    assert enclosed("Så fungerar tillståndet", "Lägg kortet i bilens framruta.") is Occasion.APPENDIX
    assert enclosed("Hej Ylva!", "Lägg kortet i bilens framruta.") is Occasion.LETTER
    assert enclosed("Beslut om tillstånd", "Lägg kortet i bilens framruta.") is Occasion.LETTER


def test_a_form_has_blanks_to_fill_in() -> None:
    form = "Ansökan om färdtjänst\nNamn: ____________\nAdress: ____________"
    assert occasion(form) is Occasion.FORM
    assert occasion(f"Ansökan om färdtjänst\nVi har fått din ansökan.\n{SIGNED}") is Occasion.LETTER
    assert occasion("Samtycke\nJag vill att ni ringer.\n☐ Ja\n☐ Nej\nUnderskrift\nNamnförtydligande") is Occasion.FORM


def test_the_blanks_of_a_form_may_be_cells() -> None:
    blocks = [Block("Anmälan om skada", Role.HEADING)]
    for row, label in enumerate(("Namn", "Telefon", "När?")):
        blocks += [Block(label, cell=Cell(0, row, 0)), Block("", cell=Cell(0, row, 1))]
    assert find(Letter("brev", "docx", blocks, [])).occasion is Occasion.FORM


def test_some_empty_cells_make_no_form_of_a_long_text() -> None:
    blocks = [Block("Stadgar för bygdegården", Role.HEADING), *(Block("Styrelsen har möte.") for _ in range(30))]
    blocks += [Block("", cell=Cell(0, row, 0)) for row in range(5)]
    assert find(Letter("brev", "docx", blocks, [])).occasion is Occasion.LETTER


def test_a_report_speaks_to_nobody() -> None:
    report = "Tillsynsrapport om badplatserna\nVattnet var rent vid alla badplatser i juni."
    assert occasion(report) is Occasion.REPORT
    assert occasion(f"{report}\nDu får gärna ringa oss.") is Occasion.LETTER
    assert occasion(f"{report}\n{SIGNED}") is Occasion.LETTER


def test_a_unit_signs_where_no_person_does() -> None:
    assert occasion("Vi lagar gatan.\nHälsningar\nGatuenheten\nBox 5, 123 62 Tallvik") is Occasion.UNIT
    assert occasion(f"Vi lagar gatan.\n{SIGNED}") is Occasion.LETTER


@pytest.mark.parametrize("instead", ["[Namn]", "Anna", "Rektor"])
def test_a_name_that_is_not_whole_is_no_unit_that_signs(instead: str) -> None:
    assert occasion(f"Vi lagar gatan.\nHälsningar\n{instead}\nGatuenheten") is Occasion.LETTER


def test_a_notice_is_nobodys() -> None:
    assert occasion("Hej!\nDu har fått ett nytt beslut i e-tjänsten.") is Occasion.NOTICE
    assert occasion(f"Hej!\nDu har fått ett nytt beslut i e-tjänsten.\n{SIGNED}") is Occasion.LETTER
    assert occasion("Hej!\nDu har fått ett beslut från nämnden.\nHälsningar\nAnna") is Occasion.LETTER
    assert occasion("Hej!\nDu får svar i morgon.") is Occasion.LETTER


def test_a_record_is_written_to_nobody() -> None:
    row = "Ärendenummer\n2019-114\nAvgörande\n2019-04-02\nAvdelning\nResor"
    assert occasion(row) is Occasion.RECORD
    assert occasion(f"{row}\nDu kan läsa mer på webben.") is Occasion.LETTER
    assert occasion(f"{row}\n{SIGNED}") is Occasion.LETTER


MACHINES = [
    Envelope("norrlida kommun <noreply@norrlida.example>"),
    Envelope("no-reply@norrlida.example"),
    Envelope("svara-inte@norrlida.example"),
    Envelope("forskola@norrlida.example", reply_to="donotreply@norrlida.example"),
    Envelope("forskola@norrlida.example", auto_submitted="auto-generated"),
    Envelope("forskola@norrlida.example", precedence="bulk"),
    Envelope("forskola@norrlida.example", is_list=True),
]
PEOPLE = [None, Envelope("anna.ek@norrlida.example"), Envelope("anna.ek@norrlida.example", auto_submitted="no")]
UNSIGNED = ["Hej!", "Förskolan har stängt på fredag, för då ska personalen gå en kurs."]


def of_mail(envelope: Envelope | None, *lines: str) -> Occasion:
    return find(Letter("mejl.eml", "email", [Block(line) for line in lines], [], envelope)).occasion


@pytest.mark.parametrize("envelope", MACHINES)
def test_a_mail_that_a_system_has_sent_is_a_notice_unless_somebody_signs_it(envelope: Envelope) -> None:
    assert of_mail(envelope, *UNSIGNED) is Occasion.NOTICE
    assert of_mail(envelope, *UNSIGNED, *SIGNED.splitlines()) is Occasion.LETTER
    assert of_mail(envelope, *UNSIGNED, "Hälsningar", "Anna") is Occasion.LETTER


@pytest.mark.parametrize("envelope", PEOPLE)
def test_a_persons_mail_without_signature_is_a_letter(envelope: Envelope | None) -> None:
    assert of_mail(envelope, *UNSIGNED) is Occasion.LETTER


def test_what_a_machine_answers_is_an_autoreply_whoever_signs_it() -> None:
    envelope = Envelope("anna.ek@norrlida.example", auto_submitted="auto-replied")
    assert of_mail(envelope, "Hej! Jag läser mejl på måndag.", *SIGNED.splitlines()) is Occasion.AUTOREPLY


@pytest.mark.parametrize(
    "text",
    [
        "Hej!\nVi har tagit emot din ansökan om skolskjuts.",
        "Hej!\nTack för din felanmälan! Den har fått ärendenummer 4711.",
        "Hej,\nni har ett lov som snart går ut. Hör av er till byggnadsnämnden om ni behöver mer tid.",
        "Ny inloggning\nNågon har loggat in på ditt konto från en ny dator.",
        "Påminnelse: du har tid hos skolsköterskan i morgon kl. 10. Avboka på 0980-319 214.",
        "Hej! Svaret på din fråga ligger på Mina sidor.",
        "Hej …,\nförskolan … har fått ett nytt namn.\nHälsningar,\n…",
        "Från: no-reply@norrlida.example\nFörskolan har stängt på fredag.",
    ],
)
def test_notices_are_known_by_what_they_say(text: str) -> None:
    assert occasion(text) is Occasion.NOTICE
    assert occasion(f"{text}\n{SIGNED}") is Occasion.LETTER


@pytest.mark.parametrize(
    "text",
    [
        "Hej!\nVi har tagit emot din ansökan. Ring oss.\nHälsningar\nBygglovsenheten\nTel 0980-319 214",
        f"Hej!\nVi har tagit emot din ansökan. {'Nu ska vi läsa alla papper som du har skickat. ' * 8}",
        "Hej!\nHär kommer lite mer om skolans nya lokaler.",
        "Kalendern …\nVi tar … med oss till nästa möte.",
    ],
)
def test_what_somebody_has_written_is_no_notice(text: str) -> None:
    assert occasion(text) is not Occasion.NOTICE


def test_a_document_with_contents_or_versions_is_a_report_and_its_writers_sign_nothing() -> None:
    chapter = "Parkerna\nParkerna ska vara trygga.\n" * 20
    assert occasion(f"Program för parker\nInnehåll\n{chapter}") is Occasion.REPORT
    assert occasion(f"Program för parker\nRevisionshistorik\n1.0\nUtredare Anna Ek\n{chapter}") is Occasion.REPORT
    assert occasion(f"Innehåll\nDu hittar allt om skolan här.\n{SIGNED}") is Occasion.LETTER


def test_rules_and_pages_of_the_web_are_written_to_nobody() -> None:
    assert occasion("Norrlida kommuns författningssamling\nDu får inte bada i dammen.") is Occasion.RECORD
    menu = "Hej! Vad söker du?\n" + "Skola\nBygga och bo\n" * 40
    assert occasion(menu, "html") is Occasion.RECORD
    assert occasion(f"{menu}{SIGNED}", "html") is Occasion.LETTER


def test_a_form_that_is_filled_in_has_questions_and_answers() -> None:
    assert occasion("Hälsa\nFråga\nHar du astma?\nSvar\nNej") is Occasion.FORM


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Vi har fått papperen.", False),
        ("Vi har fått papperen. Skicka resten till Norrlida kommun.", False),
        ("Det här kommer från Norrlida kommun.", True),
        ("Vi har fått papperen.\nHälsningar\nNorrlida vatten", True),
        ("Norrlida kommun\nVi har fått papperen.", True),
        ("Vi har fått papperen. Hälsningar, Norrlida vatten", True),
    ],
)
def test_a_message_tells_whose_it_is_or_does_not(text: str, says: bool) -> None:
    blocks = [Block(line) for line in (*text.splitlines(), "Vi skriver mer i ett brev. " * 12)]
    assert find(Letter("brev", "text", blocks, [])).names_sender is says


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Ring oss på 0980-319 245.", True),
        ("Ring oss på +46 980 31 92 45.", True),
        ("Skriv till hamn@norrlida.example.", True),
        ("Chatta med oss på webben.", True),
        ("Skriv en fråga under Diskussion.", True),
        ("Vårt telefonnr: 0980-319 245", True),
        ("Från noreply@norrlida.example", False),
        ("Från no-reply@norrlida.example", False),
        ("Objektsnr 0412-1202", False),
        ("Avtalsnummer: 0310-22415", False),
        ("Svara inte på det här mejlet.", False),
        ("Från: hamn@norrlida.example. Den här brevlådan läses inte.", False),
        ("Från: hamn@norrlida.example. Adressen bevakas ej.", False),
        ("Kontakta hamnkontoret före 2026-03-02 klockan 08.00–16.00.", False),
    ],
)
def test_a_message_tells_how_to_reach_somebody_or_does_not(text: str, tells: bool) -> None:
    assert find(Letter("brev", "text", [Block(text)], [])).tells_how_to_reach is tells


@pytest.mark.parametrize("label", ["Objektsnr", "Ärendenummer:", "Avtalsnummer: \n"])
def test_what_stands_in_the_block_before_is_no_label_of_a_number(label: str) -> None:
    assert find(Letter("brev", "text", [Block(label), Block("0980-319 214")], [])).tells_how_to_reach


@pytest.mark.parametrize(("signer", "tells"), [("Eva Ek", False), ("Bo Åkesson", True)])
def test_the_readers_own_mail_is_no_way_to_reach_somebody(signer: str, tells: bool) -> None:
    head = ("Ekvalla Parkering", "Bo Åkesson", "bo.akesson@post.example", "Du får rätt.")
    end = ("Med vänlig hälsning", signer, "Handläggare")
    blocks = [Block(text) for text in (*head, *end)]
    assert find(Letter("brev", "text", blocks, [])).tells_how_to_reach is tells
    blocks = [Block("\n".join(head)), Block("\n".join(end))]
    assert find(Letter("brev", "text", blocks, [])).tells_how_to_reach is tells


@pytest.mark.parametrize(("sender", "tells"), [("hamn@ekvalla.example", True), ("<noreply@ekvalla.example>", False)])
def test_a_mail_is_answered_to_the_address_that_it_comes_from(sender: str, tells: bool) -> None:
    mail = Letter("brev", "email", [Block("Bryggan är lagad.")], [], envelope=Envelope(sender))
    assert find(mail).tells_how_to_reach is tells


def test_a_text_message_need_not_say_whose_it_is_for_the_telephone_does() -> None:
    assert find(Letter("brev", "text", [Block("Vattnet är på igen.")], [])).names_sender


@pytest.mark.parametrize(("last", "says"), [("…", False), ("Norrlida vatten", True)])
def test_a_field_below_the_closing_phrase_is_no_sender(last: str, says: bool) -> None:
    blocks = [Block("Hej!"), Block("Vi skriver mer i ett brev. " * 12), Block("Hälsningar"), Block(last)]
    assert find(Letter("brev", "text", blocks, [])).names_sender is says
