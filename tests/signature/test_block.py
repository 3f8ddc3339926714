"""The block as it should look, and what the rules say of a letter that lacks something."""

from __future__ import annotations

from klarsprak.finding import Level, Report
from klarsprak.rulebook import packs
from klarsprak.signature.block import PROMPTS
from tests.support import check, texts

RULES = packs.load([path for path in packs.shipped() if path.stem == "signatur"])
EKVALLA = {"name": "Ekvalla kommun", "switchboards": "0980-319 200", "addresses": "Box 115, 123 21 Ekvalla"}
SIGNED = "Det är klart.\nMed vänlig hälsning\nAnna Ek\nRektor\nTallskolan\n"


def report(text: str, **config: object) -> Report:
    return check(RULES, text, **config)


def told(found: Report) -> list[str]:
    return [finding.rule.removeprefix("signatur.") for finding in found.findings]


def block(found: Report) -> list[str]:
    blocks = {suggestion for finding in found.findings for suggestion in finding.suggestions}
    assert len(blocks) == 1  # every finding shows the same
    return blocks.pop().splitlines()


def test_the_block_is_filled_in_from_the_letter() -> None:
    assert block(report(SIGNED + "anna.ek@tallvik.example")) == [
        "Anna Ek",
        "Rektor",
        "Tallskolan",
        "[din adress]",
        "Telefon [ditt eget telefonnummer]",
        "anna.ek@tallvik.example",
    ]


def test_what_may_be_anothers_is_left_to_the_writer_where_nobody_has_signed() -> None:
    text = (
        "# Beslut\nVi beviljar dig färdtjänst i ett år.\nEkvalla den 3 mars 2026\n"
        "# Så begär du omprövning\nSkriv till nämnden inom 14 dagar.\nVuxennämnden\nvuxennamnden@ekvalla.example\n"
    )
    assert "vuxennamnden@ekvalla.example" not in block(report(text))


def test_the_configuration_fills_in_what_it_knows() -> None:
    text = "Det är klart.\nHälsningar\nAnna Ek"
    assert block(report(text, organisation={**EKVALLA, "units": "Tekniska kontoret"})) == [
        "Anna Ek",
        "[din befattning]",
        "Tekniska kontoret, Ekvalla kommun",
        "Box 115, 123 21 Ekvalla",
        "Telefon [ditt eget telefonnummer]",
    ]


def test_the_block_has_the_address_whose_street_the_letter_names() -> None:
    addresses = ["Box 115, 123 21 Ekvalla", "Skolgatan 6, 123 22 Ekvalla"]
    organisation = {"addresses": addresses}
    assert block(report(SIGNED, organisation=organisation))[3] == "[din adress]"
    visit = f"{SIGNED}Besöksadress: Skolgatan 6"
    assert block(report(visit, organisation=organisation))[3] == "Skolgatan 6, 123 22 Ekvalla"


def test_a_part_that_nobody_asks_for_is_not_asked_for() -> None:
    assert block(report("Det är klart.\nHälsningar\nAnna Ek", signature=["name", "title"])) == [
        "Anna Ek",
        "[din befattning]",
    ]


def test_what_nobody_fills_in_is_told_as_a_rest_of_the_template() -> None:
    rules = packs.load([path for path in packs.shipped() if path.stem == "mallrest"])
    for prompt in PROMPTS.values():
        assert texts(check(rules, prompt.replace("[", "[[").replace("]", "]]"))) == [prompt]


def test_a_switchboards_number_is_a_warning_and_no_error() -> None:
    found = report(f"{SIGNED}Box 115, 123 21 Ekvalla\nTelefon 0980-319 200", organisation=EKVALLA)
    assert told(found) == ["växel"]
    assert found.findings[0].level is Level.WARNING
    assert "0980-319 200 går till växeln" in found.findings[0].message


def test_the_letter_itself_may_tell_which_number_is_the_switchboards() -> None:
    text = f"{SIGNED}Box 115, 123 21 Ekvalla\nTelefon 0980-319 200\nVäxel 0980-319 200"
    assert told(report(text)) == ["växel"]


def test_a_signature_without_any_number_is_an_error() -> None:
    assert told(report(f"{SIGNED}Box 115, 123 21 Ekvalla")) == ["telefon"]


def test_a_visiting_address_is_enough_only_where_the_configuration_says_so() -> None:
    text = f"{SIGNED}Besöksadress: Skolgatan 6, Ekvalla\nTelefon 0980-319 214"
    found = report(text)
    assert told(found) == ["adress"]
    assert "Skolgatan 6, Ekvalla är bara en besöksadress." in found.findings[0].message
    assert told(report(text, signature={"visiting_address": True})) == []


def test_the_configuration_says_what_each_sort_of_letter_must_hold() -> None:
    unit = "Vi lagar gatan.\nHälsningar\nGatuenheten\nBox 5, 123 62 Tallvik\nTelefon 0980-319 214"
    assert told(report(unit)) == ["namn"]
    assert told(report(unit, signature={"unit": ["unit", "phone"]})) == []
    appendix = "Överklagandehänvisning\nSkriv till nämnden inom tre veckor."
    assert told(report(appendix)) == []
    assert told(report(appendix, signature={"appendix": ["unit"]})) == ["enhet"]


def test_each_part_says_where_it_stands_and_what_it_was_known_by() -> None:
    reasons = report(f"{SIGNED}Telefon: 0980-319 214\nÖppet måndag–fredag 9–16").signature.reasons
    assert reasons["name"] == "i underskriften, har formen av ett personnamn"
    assert reasons["phone"] == "i underskriften, vid ”Telefon” eller liknande"
    assert reasons["hours"] == "i underskriften, vid ”Öppettider” eller liknande"
