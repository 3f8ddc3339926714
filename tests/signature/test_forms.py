"""The expressions that the parts of a signature are known by: what each is for, and what it must leave alone."""

from __future__ import annotations

import re

import pytest

from klarsprak import phrases
from klarsprak.letter import Role
from klarsprak.signature import body, digital, labels, names, phones, sentences, stretches, units, wording
from klarsprak.signature.address_forms import addresses_in, is_beside_address
from klarsprak.signature.closing import closing_rest, on_behalf
from klarsprak.signature.digital import says_approved_digitally
from klarsprak.signature.labels import is_label_row, leading_label, split_label
from klarsprak.signature.memory import once_a_letter, reading_letter
from klarsprak.signature.model import Label, LetterLine, PieceKind
from klarsprak.signature.names import name_in
from klarsprak.signature.sentences import decided_by, deciders_numbers, own_numbers, units_numbers
from klarsprak.signature.spans import Span
from klarsprak.signature.stretches import Stretch, split_parts
from klarsprak.signature.titles import title_in
from klarsprak.signature.units import organisation_in, unit_in
from klarsprak.signature.word_forms import classify_words


def span(text: str) -> Span:
    return Span(text, 0, 0)


def text_of(found: Span | None) -> str | None:
    return found.text if found else None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("gm Anna Ek", "Anna Ek"),
        ("/ Anna Ek", "Anna Ek"),
        ("e.u. Anna Ek", "Anna Ek"),
        ("Anna Ek (sign)", "Anna Ek"),
        ("Anna Ek e.u.", "Anna Ek"),
        ("Anna Ek 2024-03-01 12:30", "Anna Ek"),
        ("Anna Ek (hon/henne)", "Anna Ek"),
        ("Maria de la Cruz O'Brien", "Maria de la Cruz O'Brien"),
        ("Anna", None),
        ("Anna Storgatan", None),
        ("Tallportens Bostads AB", None),
        ("Rektor Ek", None),
    ],
)
def test_a_name_is_found_by_its_form(line: str, name: str | None) -> None:
    assert text_of(name_in(span(line))) == name


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("enhetschef för bygglov på Tekniska kontoret", "enhetschef för bygglov"),
        ("1:e socialsekreterare", "1:e socialsekreterare"),
        ("drift- och underhållschef", "drift- och underhållschef"),
        ("kommunstyrelsens ordförande Anna Ek", "kommunstyrelsens ordförande"),
        ("Bygglovsenheten", None),
    ],
)
def test_a_title_is_found_by_its_form(line: str, title: str | None) -> None:
    found = title_in(span(line))
    assert (found.title.text if found else None) == title


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("från oss på Bygglovsenheten,", "Bygglovsenheten"),
        ("Bygglovsenheten, Norrlida kommun", "Bygglovsenheten"),
        ("Tekniska kontoret", "Tekniska kontoret"),
        ("Björkbackens förskola", "Björkbackens förskola"),
        ("Område Norr", "Område Norr"),
        ("Enheten", None),
        ("Miljöenheten har beslutat", None),
        ("Rektor Tallskolan", None),
    ],
)
def test_a_unit_is_found_by_its_form(line: str, unit: str | None) -> None:
    assert text_of(unit_in(span(line))) == unit


@pytest.mark.parametrize(
    "line", ["Norrlida kommun", "Region Norr", "TALLVIKS KOMMUN", "Räddningstjänstförbundet Mitt"]
)
def test_a_municipality_is_an_organisation(line: str) -> None:
    assert organisation_in(line)


@pytest.mark.parametrize(
    ("line", "addresses"),
    [
        ("Kvarngatan 2, 998 21 Norrlida", ["Kvarngatan 2", "998 21 Norrlida"]),
        ("Norra gatan 12 B", ["Norra gatan 12 B"]),
        ("Storgatan 2–4", ["Storgatan 2–4"]),
        ("Box 34", ["Box 34"]),
        ("SE-998 21 Norra Tallvik", ["SE-998 21 Norra Tallvik"]),
        ("PB 30, 02070 EKVALLA STAD 0980-319 214", ["PB 30", "02070 EKVALLA STAD"]),
        ("998 21 Norrlida Telefon 0980-319 214", ["998 21 Norrlida"]),
        ("Delegation 12", []),
        ("Dnr BN 2024-118", []),
    ],
)
def test_addresses_are_found_by_their_form(line: str, addresses: list[str]) -> None:
    assert [found.text for found in addresses_in(span(line))] == addresses


@pytest.mark.parametrize("text", ["plan 3", "c/o Berg", "Stadshuset", "2 tr", "Ekeby 12 A"])
def test_these_words_stand_beside_an_address(text: str) -> None:
    assert is_beside_address(text)


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("0980-319 214", ["0980-319 214"]),
        ("+46 (0)980-319 214", ["+46 (0)980-319 214"]),
        ("08-465 004 12, ankn. 12", ["08-465 004 12, ankn. 12"]),
        ("ankn. 214", ["ankn. 214"]),
        ("319 214", ["319 214"]),
        ("556012-5790", []),
        ("2024-03-01", []),
    ],
)
def test_telephone_numbers_are_found_by_their_form(line: str, numbers: list[str]) -> None:
    assert [line[start:end] for start, end, _ in phones.find_numbers(line, labelled=True)] == numbers


@pytest.mark.parametrize(
    ("number", "is_round"),
    [
        ("0980-319 200", True),
        ("+46 980 31 92 00", True),
        ("0980-319 245", False),
        ("070-174 06 00", False),
        ("+46 70 174 06 00", False),
        ("+46 (0)70-174 06 00", False),
        ("0980-319 200, ankn. 14", False),
    ],
)
def test_a_number_that_ends_in_two_noughts_looks_like_a_switchboards(number: str, is_round: bool) -> None:
    assert phones.is_round(number) is is_round


@pytest.mark.parametrize("words", ["växel", "reception", "receptionen", "jourtelefon", "polisen"])
def test_a_switchboards_number_is_nobodys_own(words: str) -> None:
    text = f"{words} 0980-319 200"
    (number,) = phones.find_numbers(text, labelled=False)
    assert phones.kind_of_number(text, number, None) is PieceKind.SWITCHBOARD


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Vår handläggare: Anna Ek", Label.PERSON),
        ("Elektroniskt signerat av: Anna Ek", Label.PERSON),
        ("Namn:", Label.NAME),
        ("Befattning: rektor", Label.TITLE),
        ("Förvaltning: Tekniska", Label.UNIT),
        ("Box- och besöksadress: Storgatan 1", Label.ADDRESS),
        ("Besök oss: Storgatan 1", Label.VISIT),
        ("Telefon växel 0980-319 200", Label.SWITCHBOARD),
        ("Kundtjänst: 0980-319 201", Label.SHARED_PHONE),
        ("Tel. direkt: 0980-319 214", Label.PHONE),
        ("Telefontid: 9–11", Label.HOURS),
        ("Telefax 0980-319 215", Label.FAX),
        ("Fastighetsbeteckning: Eken 1", Label.THEIRS),
        ("Beslutet skickas till:", Label.COPY),
        ("Org.nr: 212000-0000", Label.OTHER),
        ("Handläggare på Bygglovsenheten", None),
        ("Till dig som bor här", None),
        ("telefonen", None),
    ],
)
def test_a_label_says_what_follows_it(line: str, label: Label | None) -> None:
    assert leading_label(span(line)) is label


def test_a_label_is_split_from_what_stands_before_it() -> None:
    found = split_label(span("Handläggare, telefon"))
    assert found
    assert found.is_alone
    assert is_label_row(span("Postadress Telefon Besök"))
    assert not is_label_row(span("Telefon Anna"))


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Med vänlig hälsning, Anna Ek", "Anna Ek"),
        ("Hälsningar från", ""),
        ("Mvh / Anna Ek", "Anna Ek"),
        ("Enligt delegation får enhetschefen besluta.", None),
        ("Hälsningarna kom fram", None),
    ],
)
def test_a_closing_phrase_is_parted_from_the_rest_of_its_line(line: str, rest: str | None) -> None:
    assert text_of(closing_rest(span(line))) == rest


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("För socialnämnden", "socialnämnden"),
        ("På uppdrag av miljö- och byggnadsnämnden", "miljö- och byggnadsnämnden"),
        ("För kommunstyrelsen Anna Ek", "kommunstyrelsen"),
        ("För socialnämnden är det viktigt", None),
        ("för socialnämnden", None),
    ],
)
def test_the_unit_that_is_signed_for_is_found(line: str, unit: str | None) -> None:
    behalf = on_behalf(span(line))
    assert (behalf.unit.text if behalf else None) == unit


@pytest.mark.parametrize(
    ("expression", "lines"),
    [
        (phrases.GREETING, ["Hej Anna!", "Kära förälder", "Till dig som bor här"]),
        (wording.SIGNATURE_ENDS, ["Så här överklagar du", "-----", "PS. Ring!", "Från: Anna Ek", "Svarstalong"]),
        (wording.LABEL_FIRST, ["Telefon 0980-319 214", "Besöksadress Kvarngatan 2"]),
    ],
)
def test_an_expression_fits_the_lines_that_begin_with_its_phrases(
    expression: re.Pattern[str], lines: list[str]
) -> None:
    assert all(map(expression.match, lines))
    assert not expression.match("Anna Ek")


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Anna Ek, rektor", ["Anna Ek", "rektor"]),
        ("Anna Ek / rektor", ["Anna Ek", "rektor"]),
        ("Anna Ek – rektor", ["Anna Ek", "rektor"]),
        ("Anna Ek (rektor), Tallskolan", ["Anna Ek", "rektor", "Tallskolan"]),
        ("Norrlida kommun genom Anna Ek", ["Norrlida kommun", "Anna Ek"]),
        ("Enheten för barn, unga och familj, Anna Ek", ["Enheten för barn, unga och familj", "Anna Ek"]),
        ("0980-319 200, ankn. 214", ["0980-319 200, ankn. 214"]),
    ],
)
def test_a_line_is_split_into_its_parts(line: str, parts: list[str]) -> None:
    assert [part.text for part in split_parts(span(line))] == parts


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Tjänstebeslut", PieceKind.NEUTRAL),
        ("den 1 mars 2024", PieceKind.NEUTRAL),
        ("BN 2024-118", PieceKind.NEUTRAL),
        ("Bygg och Betong AB", PieceKind.COMPANY),
        ("Ekens samfällighetsförening", PieceKind.COMPANY),
        ("norrlida.example", PieceKind.WEB),
    ],
)
def test_words_are_classified_by_their_form(words: str, kind: PieceKind) -> None:
    assert [piece.kind for piece in classify_words(Stretch(span(words)))] == [kind]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Beslutet har fattats av Anna Ek, enhetschef.", ["Anna Ek, enhetschef"]),
        ("Ärendet har avgjorts på delegation av enhetschef Anna Ek efter samråd.", ["enhetschef Anna Ek"]),
        ("Beslutet har fattats av enhetschefen Anna Ek.", ["enhetschef", "Anna Ek"]),
        ("Enhetschef Anna Ek har fattat det här beslutet.", ["Enhetschef Anna Ek"]),
        ("I detta ärende har enhetschef Anna Ek beslutat.", ["enhetschef Anna Ek"]),
        ("Enhetschef Anna Ek har beslutat i ärendet.", ["Enhetschef Anna Ek"]),
        ("I detta ärende har nämnden beslutat om bygglov.", []),
        ("Vi beslutar om bygglov.", []),
    ],
)
def test_a_sentence_tells_who_decided(sentence: str, who: list[str]) -> None:
    assert [found.text for found in decided_by(span(sentence))] == who


@pytest.mark.parametrize(
    ("sentence", "is_own"),
    [
        ("Du når mig på 0980-319 214.", True),
        ("Jag svarar gärna. Mitt direktnummer är 0980-319 214", True),
        ("Kontakta Anna Ek, 0980-319 214.", True),
        ("Frågor besvaras på 0980-319 214.", True),
        ("Ring 0980-319 214 så svarar jag.", True),
        ("Frågor besvaras av kundtjänst på 0980-319 214.", False),
        ("Jag ringer dig på 0980-319 214.", False),
        ("Polisen har 0980-319 214.", False),
    ],
)
def test_the_writers_own_number_is_found_in_a_sentence(sentence: str, is_own: bool) -> None:
    assert bool(list(own_numbers(span(sentence), "Anna Ek"))) is is_own


def test_the_numbers_of_others_are_found_in_sentences() -> None:
    decision = "Beslutet har fattats av Anna Ek. Du kan ringa henne på 031-390 06 14."
    assert [number.text for number in deciders_numbers(span(decision))] == ["031-390 06 14"]
    ring = span("Ring gärna Bygglovsenheten på 0980-319 210.")
    assert [number.text for number in units_numbers([ring], ["Bygglovsenheten"])] == ["0980-319 210"]
    assert not list(units_numbers([ring], ["Miljöenheten"]))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Digitalt signerat", True),
        ("Beslutet är fattat digitalt", True),
        ("Dokumentet saknar därför namnunderskrift", True),
        ("Du kan skriva under digitalt.", False),
    ],
)
def test_a_line_tells_of_digital_approval(line: str, says: bool) -> None:
    assert says_approved_digitally(line) is says


LINES = (
    "Norrlida kommun",
    "Region Norr, Tallviks stad",
    "Räddningstjänstförbundet Mitt",
    "Anna Ek e.u.",
    "Anna Ek (hon/henne) 2024-03-01 12:30",
    "Anna Ek, i tjänsten",
    "Anna Ek/",
    "Beslutsfattare: (elektroniskt undertecknad)",
    "Beslutet har fattats av enhetschefen Anna Ek.",
    "Dokumentet är digitalt signerat av: Anna Ek",
    "Anna Ek, rektor, tog beslutet i går.",
    "Handläggare: Anna Ek",
    "(Direkt) 0980-319 214",
    "Norrlida kommun genom Anna Ek",
    "Rektor/Anna Ek",
    "İstanbul: Anna Ek",
)


@pytest.mark.parametrize("line", [form(line) for line in LINES for form in (str, str.lower, str.upper, str.title)])
def test_what_is_not_searched_holds_nothing(line: str) -> None:
    assert _place(units.organisation_in(line)) == _place(units._ORGANISATION.search(line))
    assert _place(names._mark_at_end(line)) == _place(names._AFTER_NAME.search(line))
    assert _place(digital.mark_in_brackets(line)) == _place(digital._IN_BRACKETS.search(line))
    decided = sentences._DECIDED_BY.search(line) or sentences._DECIDED_IT.search(line)
    assert _place(sentences._decision_in(line)) == _place(decided)
    assert _place(labels._label_at_start(line)) == _place(labels._PATTERN.match(line))
    assert stretches._may_be_several(line) or not stretches._SEPARATOR.search(line)
    assert labels.may_name_person(line) == (labels._PERSONS.search(line.lower()) is not None)
    assert units.may_hold_organisation(line) or not units.organisation_in(line)


@pytest.mark.parametrize("line", ["Handläggare: Anna Ek", "KONTAKTPERSON ANNA EK", "Bo Alm, rektor, 0980-319 214"])
def test_a_contact_is_looked_for_where_one_may_be(line: str) -> None:
    text = [LetterLine(Span(line, 0, 0), Role.PARAGRAPH, 0)]
    assert body._may_hold_contact(text, 0)
    assert not body._may_hold_contact([text[0]._replace(span=Span("Bo Alm får Lisa till granne", 0, 0))], 0)


def _place(match: re.Match[str] | None) -> tuple[int, int] | None:
    return match.span() if match else None


def test_what_is_remembered_of_a_line_is_forgotten_with_its_letter() -> None:
    asked: list[str] = []
    ask = once_a_letter(lambda text: asked.append(text) or len(asked))
    assert (ask("Hej"), ask("Hej")) == (1, 2)  # no letter is read
    with reading_letter():
        assert (ask("Hej"), ask("Hej"), ask("Hej!")) == (3, 3, 4)
    with reading_letter():
        assert ask("Hej") == 5
