"""What stops a letter is the organisation's choice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from klarsprak import readers
from klarsprak.checker import Checker
from klarsprak.config.choices import GateChoices
from klarsprak.config.model import Config, load_config
from klarsprak.files.errors import FileError
from klarsprak.finding import Category, Finding, FindingPlace, Level, Report, Signature
from klarsprak.gate.verdict import decide
from klarsprak.letter import Role

SIGNED = Signature("Mirjam Ekeroth", "handläggare", "Socialförvaltningen", "Box 115", "0980-319 245")
PLACE = FindingPlace(0, Role.PARAGRAPH, 0, 3)


def finding(level: Level, category: Category = Category.KANSLISVENSKA, place: FindingPlace | None = PLACE) -> Finding:
    return Finding("prov.regel", category, level, "", (), "Hemliga ord.", "", "", place)


def letter(*findings: Finding, file: str = "brev.docx", **more: object) -> Report:
    return Report(file, "docx", findings=list(findings), **{"signature": SIGNED, **more})  # type: ignore[arg-type]


def reasons(*reports: Report, **choices: object) -> tuple[str, ...]:
    return decide(reports, GateChoices.model_validate(choices)).reasons


NO_PHONE = letter(
    finding(Level.ERROR, Category.SIGNATUR, None),
    signature=Signature("Mirjam Ekeroth", "handläggare", "Socialförvaltningen", "Box 115"),
)


def test_an_error_stops_a_letter_and_a_warning_does_not() -> None:
    assert decide([letter(finding(Level.WARNING), finding(Level.INFO))], GateChoices()).passes
    verdict = decide([letter(finding(Level.WARNING), finding(Level.ERROR, Category.LAGRUM))], GateChoices())
    assert verdict.reasons == ("1 anmärkning måste rättas först: lagrum (1).",)
    assert [each.category for each in verdict.findings] == [Category.LAGRUM]


def test_the_organisation_chooses_the_level_that_stops_a_letter() -> None:
    assert reasons(letter(finding(Level.WARNING)), level="warning")
    assert not reasons(letter(finding(Level.INFO)), level="warning")


def test_the_organisation_chooses_the_categories_that_stop_a_letter() -> None:
    both = letter(finding(Level.ERROR, Category.MALLREST), finding(Level.ERROR, Category.LAGRUM))
    assert reasons(both) == ("2 anmärkningar måste rättas först: mallrest (1) och lagrum (1).",)
    assert reasons(both, categories="lagrum") == ("1 anmärkning måste rättas först: lagrum (1).",)
    assert not reasons(both, categories=["ton"])


def test_the_organisation_chooses_the_parts_that_a_signature_must_have() -> None:
    assert reasons(NO_PHONE) == ("1 anmärkning måste rättas först: signatur (1).",)
    assert reasons(NO_PHONE, signature=["name", "phone"]) == ("Underskriften saknar telefonnummer.",)
    assert not reasons(NO_PHONE, signature=["name"])
    assert not reasons(NO_PHONE, signature=[])


def test_a_chosen_part_of_the_signature_is_asked_for_whatever_the_rules_say() -> None:
    unsaid = letter(signature=NO_PHONE.signature)
    assert reasons(unsaid, signature=["phone"], categories=["lagrum"]) == ("Underskriften saknar telefonnummer.",)


def test_a_chosen_part_is_not_asked_for_in_letters_that_need_no_such_part() -> None:
    autoreply = letter(signature=replace(NO_PHONE.signature, demanded=("unit",)))
    assert not reasons(autoreply, signature=["phone"])


def test_a_type_of_letter_is_always_held_or_exempt_and_held_goes_first() -> None:
    refusal = letter(finding(Level.ERROR), letter_types=("avslag", "information"))
    assert reasons(refusal, exempt=["information"]) == ()
    assert reasons(refusal, exempt=["information"], hold=["avslag"]) == (
        "Brev av typen avslag ska alltid läsas av någon innan de skickas.",
    )


def test_what_cant_be_read_is_held_whatever_the_choices() -> None:
    broken = Report("brev.docx", "docx", error="Filen är trasig.")
    assert reasons(broken, categories=["ton"], exempt=["svar"]) == ("Filen är trasig.",)
    assert reasons() == ("Det finns inget brev i filen.",)


def test_a_part_that_cant_be_read_stops_a_letter_unless_the_organisation_says_otherwise() -> None:
    scanned = letter(notes=["Sidan 2 är en bild och är inte granskad."])
    assert reasons(scanned) == ("Sidan 2 är en bild och är inte granskad.",)
    assert not reasons(scanned, pass_unchecked_parts=True)


def test_all_letters_in_a_mail_must_pass_but_only_the_mail_must_be_signed() -> None:
    leaflet = letter(*NO_PHONE.findings, file="svar.eml#broschyr.pdf", signature=Signature())
    assert not reasons(letter(file="svar.eml"), leaflet)
    assert not reasons(letter(file="svar.eml"), leaflet, signature=["phone"])
    bad = letter(finding(Level.ERROR), file="svar.eml#beslut.docx")
    assert reasons(letter(file="svar.eml"), bad) == (
        "Bilagan beslut.docx: 1 anmärkning måste rättas först: kanslisvenska (1).",
    )


def test_reasons_hold_no_words_of_the_letter() -> None:
    assert "Hemliga" not in "".join(reasons(letter(finding(Level.ERROR), finding(Level.ERROR))))


def test_the_checker_tells_the_types_that_the_gate_asks_for() -> None:
    text = "Avslag på ansökan om färdtjänst\n\nNämnden avslår din ansökan om färdtjänst."
    read = next(readers.read_bytes(text.encode(), "brev.txt"))
    asked = Checker(Config.model_validate({"gate": {"hold": "avslag"}, "ignore": "arendegang"}))
    assert asked.check(read).letter_types == ("avslag",)
    assert Checker().check(read).letter_types == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("gate:\n  level: hög\n", ":2:10: gate.level: ”hög” – nivån ska vara error, warning eller info."),
        ("gate:\n  categories: [lagrumm]\n", ":2:16: ”lagrumm” är inget värde för gate.categories. Menade du"),
        (
            "gate:\n  signature: [telefn]\n",
            ":2:15: gate.signature: ”telefn” – delen finns inte. Menade du ”telefon”?",
        ),
        ("gate:\n  levels: error\n", ":2:3: okänd nyckel ”levels”. Menade du ”level”?"),
        ("gate:\n  hold: [avslagg]\n", ":2:10: ”avslagg” är ingen brevtyp. Menade du ”avslag”?"),
    ],
)
def test_a_fault_in_the_choices_is_told_where_it_stands(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "klarsprak.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileError) as caught:
        Checker(load_config(path))
    assert str(caught.value).removeprefix(str(path)).startswith(says)
