"""``abbreviation``: which short forms are written out, and what is offered in their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.authoring.examples import parse
from klarsprak.checker import Checker
from klarsprak.letter import Block, Letter, Role
from tests.support import check, rules, texts

EVERY = """\
- {id: m-m, kind: abbreviation, category: forkortning, words: [m.m., m m], long: med mera, once: false,
   examples: [{flag: x}]}
- {id: mvh, kind: abbreviation, category: forkortning, words: [mvh, MVH], long: Med vänlig hälsning, once: false,
   in_labels: true, examples: [{flag: x}]}
"""
ONCE = """\
- {id: lss, kind: abbreviation, category: forkortning, words: LSS, long: lagen om stöd och service,
   examples: [{flag: x}]}
- {id: ivo, kind: abbreviation, category: forkortning, words: [IVO, Ivo], long: Inspektionen för vård och omsorg,
   examples: [{flag: x}]}
- {id: lov, kind: abbreviation, category: forkortning, words: LOV, long: lagen om valfrihetssystem,
   examples: [{flag: x}]}
- {id: sn, kind: abbreviation, category: forkortning, words: SN, long: socialnämnden, known_by: nämnden för sociala,
   examples: [{flag: x}]}
- {id: fk, kind: abbreviation, category: forkortning, words: FK, long: Försäkringskassan, examples: [{flag: x}]}
"""


@pytest.mark.parametrize(
    "text",
    [
        "Du får stödet enligt lagen om stöd och service (LSS). Ansök enligt LSS.",
        "Du får stödet enligt LSS (lagen om stöd och service).",
        "LSS ger dig stöd. Det är lagen om stöd och service.",
        "Du får stödet enligt lagen (1993:387) om stöd och service. Ansök enligt LSS.",
        "Vi följer lag (1993:387) om stöd och service, LSS, i beslutet.",
        "Jag har talat med LSS-handläggaren Mirjam.",
        "Du har sökt en tjänst som LSS-handläggare hos oss.",
        "Vi har flyttat din bil, LSS 41B, till hamnen.",
        "LSS-provet är redan taget. Det är ett prov på vattnet.",
        "Vi väntar på Inspektionen för vård och omsorgs beslut. IVO svarar i maj.",
        "Servicenämnden (SN) beslutar. SN möts i maj.",
        "SN, som betyder servicenämnden, möts i maj.",
        "Nämnden för sociala frågor möts i maj. SN beslutar då.",
    ],
)
def test_a_short_form_that_is_written_out_is_let_be(tmp_path: Path, text: str) -> None:
    assert texts(check(rules(tmp_path, ONCE), text)) == []


@pytest.mark.parametrize(
    ("text", "flagged", "suggestions"),
    [
        ("Du får stödet enligt LSS från maj.", "LSS", "lagen om stöd och service"),
        ("LSS ger dig rätt till stöd.", "LSS", "Lagen om stöd och service"),
        ("Vi väntar på IVO:s beslut i maj.", "IVO:s", "Inspektionen för vård och omsorgs"),
        ("Det är sagt i SN (se bilaga 2).", "SN", "socialnämnden"),
        ("Du kan söka pengar hos FK.", "FK", "Försäkringskassan"),
        ("Spara kvitton m.m. till i maj.", "m.m.", "med mera"),
        ("Spara kvitton m m till i maj.", "m m", "med mera"),
        ("Spara alla dina kvitton m.m.", "m.m.", "med mera."),
        ("Spara alla kvitton m.m. Vi ringer i maj.", "m.m.", "med mera."),
    ],
)
def test_the_long_form_fits_where_the_short_form_stood(
    tmp_path: Path, text: str, flagged: str, suggestions: str
) -> None:
    finding = check(rules(tmp_path, EVERY + ONCE), text).findings[0]
    assert (finding.text, finding.suggestions) == (flagged, (suggestions,))


def test_a_noun_with_words_after_it_has_no_genitive_to_offer(tmp_path: Path) -> None:
    (finding,) = check(rules(tmp_path, ONCE), "Vi följer LSS:s regler för båtresor.").findings
    assert (finding.text, finding.suggestions) == ("LSS:s", ())
    assert "lagen om stöd och services" not in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Du behöver söka lov innan du bygger.",
        "BESLUT OM LOV FÖR DITT PLANK",
        "Ärendet har nummer SN 2024/118 hos oss.",
        "Ärendet har nummer SN 2024-118 hos oss.",
        "Dnr SN 2024.118",
        "Skriv värdet i fältet <SN> så hittar vi det.",
        "Du skriver att ”SN är för långsam”.",
    ],
)
def test_words_headlines_and_case_numbers_that_are_no_short_forms_are_let_be(tmp_path: Path, text: str) -> None:
    assert texts(check(rules(tmp_path, ONCE), text)) == []


def test_a_short_form_in_a_table_or_at_the_foot_is_let_be(tmp_path: Path) -> None:
    blocks = [Block("SN", Role.TABLE_CELL), Block("SN, Box 1, 123 45 Ekvalla", Role.FOOTER), Block("Enheten SN")]
    assert texts(Checker(rules=rules(tmp_path, ONCE)).check(Letter("x", "docx", blocks, []))) == []


def test_a_title_of_no_style_is_text_to_be_read(tmp_path: Path) -> None:
    assert texts(check(rules(tmp_path, ONCE), "Ansökan om stöd enligt LSS för ditt barn")) == ["LSS"]
    assert texts(check(rules(tmp_path, ONCE), "Enheten för stöd enligt LSS och annat")) == []


def test_a_short_form_in_a_line_of_words_is_hard_but_for_the_name_of_a_form(tmp_path: Path) -> None:
    assert texts(check(rules(tmp_path, ONCE), "Närvarande: mentor, kurator, LSS")) == ["LSS"]
    assert texts(check(rules(tmp_path, ONCE), "Kontaktperson LSS")) == ["LSS"]
    assert texts(check(rules(tmp_path, ONCE), "Myndighetsenheten LSS")) == []  # what the unit is called
    assert texts(check(rules(tmp_path, ONCE), "Skriv på blankett LSS 704 idag")) == []


def test_a_spelling_with_stops_may_stand_in_capitals(tmp_path: Path) -> None:
    rule = (
        "- {id: enl, kind: abbreviation, category: forkortning, words: enl., long: enligt, examples: [{flag: x}]}\n"
    )
    assert texts(check(rules(tmp_path, rule), "# LOV ENL. LAGEN OM HUS")) == ["ENL."]


def test_a_rule_can_look_at_short_lines_too(tmp_path: Path) -> None:
    assert texts(check(rules(tmp_path, EVERY), "Välkommen hit på tisdag.\nMvh\nIda Lövgren")) == ["Mvh"]
    assert texts(check(rules(tmp_path, EVERY), "Välkommen hit på tisdag.\nMVH\nIda Lövgren")) == ["MVH"]


def test_a_short_form_that_needs_one_explanation_is_flagged_once(tmp_path: Path) -> None:
    assert texts(check(rules(tmp_path, ONCE), "Du får stöd enligt LSS. Ansök enligt LSS i maj.")) == ["LSS"]


def test_the_organisation_may_allow_a_short_form(tmp_path: Path) -> None:
    assert texts(check(rules(tmp_path, ONCE), "Du får stöd enligt LSS från maj.", allow=["LSS"])) == []


UNKNOWN = """\
- {id: okänd, kind: abbreviation, category: forkortning, capitals: true, once: false,
   but_not: [EU], examples: [{flag: x}]}
"""


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Din LSS-handläggare ringer dig i maj.", ["LSS-handläggare"]),
        ("Du träffar KRT i maj. Sedan hör KRT och UVAS av sig.", ["KRT", "UVAS"]),
        ("Det är UVAS:s besked som gäller, och NBAB-avtalet.", ["UVAS", "NBAB-avtalet"]),
        ("Kommunens råd för trygghet (KRT) möts i EU den 3 maj. KRT svarar.", []),
        ("Du bor på rad BK 12 och har 500 GB i hus XIV.", []),
        ("BESLUT OM STÖD TILL UVAS", []),
    ],
)
def test_capitals_that_no_rule_knows_are_flagged_once_each(tmp_path: Path, text: str, flagged: list[str]) -> None:
    assert texts(check(rules(tmp_path, ONCE + UNKNOWN), text)) == flagged


def test_a_long_form_far_away_explains_nothing(tmp_path: Path) -> None:
    between = "Vi har tittat på din ansökan i lugn och ro. " * 6
    text = f"Lagen om stöd och service gäller dig. {between} Du får stödet enligt LSS."
    assert texts(check(rules(tmp_path, ONCE), text)) == ["LSS"]


@pytest.mark.parametrize("stops", ["t.ex.", "t. ex.", "t.ex", "t. ex", "T.ex.", "T. ex.", "T. ex"])
def test_a_short_form_of_several_words_is_known_however_its_stops_are_put(tmp_path: Path, stops: str) -> None:
    rule = EVERY.replace("[m.m., m m], long: med mera", "t.ex., long: till exempel")
    assert texts(check(rules(tmp_path, rule), f"{stops} kan du ringa oss i dag.")) == [stops]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Beslutet står i SN § 12 från mötet.", ["SN"]),
        ("Beslutet står i protokollet SN 2024-05-12 från mötet.", ["SN"]),
        ("Beslutet har nummer SN 2024/12 hos oss.", []),
        ("Beslutet har nummer SN 2024-05 hos oss.", []),
    ],
)
def test_a_committee_before_a_section_or_a_day_is_a_short_form_and_before_a_case_number_none(
    tmp_path: Path, text: str, flagged: list[str]
) -> None:
    assert texts(check(rules(tmp_path, ONCE), text)) == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Du får stöd enligt LSS.\nLagen om stöd och service (LSS) gäller dig.", ["LSS"]),
        ("# Ansökan enligt LSS\nLagen om stöd och service (LSS) gäller dig.", []),
        ("KRT svarar dig i maj.\nKommunens råd för trygghet (KRT) möts varje vecka.", ["KRT"]),
        ("# Svar från KRT\nKommunens råd för trygghet (KRT) möts varje vecka.", []),
        ("Du får stöd enligt LSS.\nHär skriver vi en LSS. Det är en plan för hur du får hjälp.", ["LSS"]),
        ("Här skriver vi en LSS. Det är en plan för hur du får hjälp.\nDu får stöd enligt LSS.", []),
    ],
)
def test_what_the_letter_says_later_explains_nothing_but_in_its_heading(
    tmp_path: Path, text: str, flagged: list[str]
) -> None:
    assert texts(check(rules(tmp_path, ONCE + UNKNOWN), text)) == flagged


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Vi bygger ut VA-nätet i maj.", "vatten- och avloppsnätet för VA-nätet"),
        ("VA-taxan gäller från maj.", "taxan för vatten och avlopp för VA-taxan"),
        ("VA-taxans belopp gäller från maj.", "vatten och avlopp för VA” i ”VA-taxans"),
        ("Du betalar för VA från maj.", "vatten och avlopp för VA"),
        ("Vi gräver för VA- och elnätet i maj.", "vatten och avlopp för VA-"),
    ],
)
def test_a_compound_is_written_out_as_a_whole_where_the_rule_says_how(tmp_path: Path, text: str, says: str) -> None:
    found = rules(
        tmp_path,
        "- {id: va, kind: abbreviation, category: forkortning, words: VA, long: vatten och avlopp,\n"
        "   message: '{suggestion} för {text}', examples: [{flag: x}],\n"
        "   in_compounds: {nät*: 'vatten- och avlopps{head}', '*': '{head} för vatten och avlopp'}}\n",
    )
    assert [finding.message for finding in check(found, text).findings] == [says]


@pytest.mark.parametrize(
    ("text", "suggestions"),
    [
        ("Du ska visa ett s.k. intyg i hamnen.", ("så kallat",)),
        ("Hamnen har s.k. gästplatser i juli.", ("så kallade",)),
        ("Det är en s.k. bojplats i hamnen.", ("så kallad",)),
        ("Vi kommer s.k. i maj.", ("så kallad", "så kallat", "så kallade")),
    ],
)
def test_an_adjective_is_written_out_as_the_noun_after_it_asks(
    tmp_path: Path, text: str, suggestions: tuple[str, ...]
) -> None:
    found = rules(
        tmp_path,
        "- {id: s-k, kind: abbreviation, category: forkortning, words: s.k., once: false, safe: true,\n"
        "   long: [så kallad, så kallat, så kallade], message: '{suggestion}', examples: [{flag: x}]}\n",
    )
    (finding,) = check(found, text).findings
    assert finding.suggestions == suggestions


KNOWN = """\
- {id: brf, kind: abbreviation, category: forkortning, words: BRF, long: bostadsrättsförening,
   known_to: bostadsrättsförening, examples: [{flag: x}]}
- {id: okänd, kind: abbreviation, category: forkortning, capitals: true, known_to: vårdpersonal, message: x,
   examples: [{flag: x}]}
"""


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Brf Måsen\nTallgatan 2\n512 95 Norrlida\n\nEr BRF får en ny brygga.", []),
        ("Eva Berg\nTallgatan 2\n512 95 Norrlida\n\nDin BRF får en ny brygga.", ["BRF"]),
        ("Hej! Vi behöver ett intyg om KRT för er patient.", []),
        ("Hej! Vi behöver ett intyg om KRT för din båt.", ["KRT"]),
    ],
)
def test_a_short_form_is_let_be_where_its_readers_know_it(tmp_path: Path, text: str, flagged: list[str]) -> None:
    pack = rules(tmp_path, KNOWN)
    found = Checker(rules=pack).check(parse(text).letter).findings
    assert [each.text for each in found] == flagged
