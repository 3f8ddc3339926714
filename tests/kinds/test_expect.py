"""Kind ``expect``: letters' types, and what is looked for where."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.checker import Checker
from klarsprak.files.errors import FileError
from klarsprak.letter import Block, Letter, Role
from tests.support import check, rules

KEYS = "kind: expect, category: arendegang, message: Något saknas., examples: [{flag: x}]"
LETTERS = "letters: {avslag: {heading: avslag, find: avslår, unless: om vi … avslår}, svar: tack för}"


def missing(tmp_path: Path, keys: str, text: str) -> bool:
    """Whether the rule says that something is missing from the letter."""
    return bool(check(rules(tmp_path, f"- {{id: x, {keys}, {LETTERS}, {KEYS}}}\n"), text).findings)


@pytest.mark.parametrize(
    ("text", "is_of_type"),
    [
        ("Vi avslår din ansökan.", True),
        ("# Avslag på din ansökan\nHej och tack.", True),
        ("Avslag på din ansökan\nHej och tack för brevet.", True),  # a short line at the beginning is a title too
        ("Om vi i så fall avslår ansökan får du veta det.", False),
        ("Du frågar vad ett avslag är för något.", False),
        ("Säger du nej avslår vi ansökan.", False),  # on condition, whatever the verb
        ("Bygger eller river du för tidigt avslår vi ansökan.", False),
        ("Därför ni hör av er: vi avslår ansökan.", True),
        ("# Avslag på din ansökan?\nNej, det var ett fel.", False),  # one who wonders
        ("# Vad gör du vid avslag?\nTack för brevet.", True),
    ],
)
def test_a_type_is_told_by_title_or_sentence(tmp_path: Path, text: str, is_of_type: bool) -> None:
    assert missing(tmp_path, "letter: avslag, find: överklaga", text) is is_of_type


@pytest.mark.parametrize(
    ("text", "is_of_type"),
    [
        ("Ritningen är gammal. Skicka en ny.", True),
        ("Vad gör du nu? Skicka en ny ritning.", True),
        ("Vill du bygga? Skicka en ritning.", False),  # an offer
        ("# Vill du bygga?\nSkicka en ritning.", False),
        ("Du kan också skicka en ritning.", False),
        ("Tack för brevet.\n- Skicka in ritningen.\n- Betala avgiften.", True),
        ("Tack för brevet.\n1. Skicka in ritningen.", True),
    ],
)
def test_a_type_is_told_by_how_a_sentence_begins(tmp_path: Path, text: str, is_of_type: bool) -> None:
    letters = "letters: {krav: {opening: skicka}}"
    rule = rules(tmp_path, f"- {{id: x, letter: krav, find: senast, {letters}, {KEYS}}}\n")
    assert bool(check(rule, text).findings) is is_of_type


@pytest.mark.parametrize(
    ("text", "is_of_type"),
    [
        ("Du får inte plats. Tack för din ansökan.", True),
        ("Du får inte plats.", False),
        ("Du får inte plats. Du frågar om din ansökan.", False),
        ("Tack för din ansökan. Är du yngre får du inte plats.", False),  # a condition
    ],
)
def test_the_rest_of_the_letter_may_tell_that_it_is_of_a_type_or_not(
    tmp_path: Path, text: str, is_of_type: bool
) -> None:
    nej = "{find: får … inte, letter_has: din ansökan, letter_lacks: du frågar}"
    rule = rules(tmp_path, f"- {{id: x, letter: nej, find: eftersom, letters: {{nej: {nej}}}, {KEYS}}}\n")
    assert bool(check(rule, text).findings) is is_of_type


def test_a_letter_of_no_type_is_asked_for_nothing(tmp_path: Path) -> None:
    assert not missing(tmp_path, "letter: [avslag, svar], find: överklaga", "Vi byter din vattenmätare.")


def test_a_letter_may_be_of_several_types(tmp_path: Path) -> None:
    text = "Tack för ditt brev. Vi avslår din ansökan."
    assert missing(tmp_path, "letter: svar, find: överklaga", text)
    assert not missing(tmp_path, "letter: svar, not_letter: avslag, find: överklaga", text)


def test_the_key_near_asks_for_the_same_sentence_or_the_next(tmp_path: Path) -> None:
    keys = "find: inom, near: återkommer"
    assert not missing(tmp_path, keys, "Vi återkommer inom en vecka.")
    assert not missing(tmp_path, keys, "Vi återkommer.\nDet blir inom en vecka.")
    assert missing(tmp_path, keys, "Vi återkommer. Tack för brevet. Vi ses inom kort.")


def test_a_sentence_may_not_count_as_near(tmp_path: Path) -> None:
    keys = "find: inom, near: återkommer, near_unless: om"
    assert missing(tmp_path, keys, "Du frågar om vi återkommer inom en vecka.")
    assert not missing(tmp_path, keys, "Vi återkommer inom en vecka.")


def test_a_sentence_may_not_count_as_an_answer(tmp_path: Path) -> None:
    keys = "find: fråga, find_unless: du undrar"
    assert missing(tmp_path, keys, "Du undrar vem du kan fråga.")
    assert not missing(tmp_path, keys, "Du kan fråga mig.")
    keys = "find: juli, find_unless: färre, near: återkommer"
    assert missing(tmp_path, keys, "Vi återkommer. I juli är vi färre.")
    assert not missing(tmp_path, keys, "Vi återkommer. Det blir i juli.")


def test_each_sentence_that_the_rule_points_out_may_have_to_say_it(tmp_path: Path) -> None:
    keys = "find: senast, near: ska, near_each: true"
    assert missing(tmp_path, keys, "Du ska betala senast den 3 mars. Hunden sover. Du ska svara. Tack.")
    assert not missing(tmp_path, keys, "Du ska betala senast i maj. Hunden sover. Du ska svara senast i juni.")
    assert not missing(tmp_path, "find: senast, near: ska", "Du ska betala senast i maj. Hunden sover. Du ska svara.")


@pytest.mark.parametrize(
    ("text", "is_missing"),
    [
        ("Tre saker fattas:\n- Ett kvitto.\n- Skicka det.\nVi vill ha allt senast i maj.", False),
        ("Vi vill ha detta senast i maj:\n- Ett kvitto.\n- Ett intyg.\n- Skicka avtalet.", False),
        ("Skicka till oss:\n- Ett kvitto.\n- Ett intyg.\nVi vill ha allt senast i maj.", False),
        ("Tre saker fattas:\n- Ett kvitto.\n- Skicka det.\nTack.\nVi stänger senast i maj.", True),
        ("Skicka till oss.\nEtt kvitto.\nEtt intyg.\nVi vill ha allt senast i maj.", True),  # no list
    ],
)
def test_what_is_said_of_a_list_is_said_of_its_items(tmp_path: Path, text: str, is_missing: bool) -> None:
    rule = rules(tmp_path, f"- {{id: x, near: skicka, find: senast, {LETTERS}, {KEYS}}}\n")
    assert bool(check(rule, text).findings) is is_missing


def test_the_key_near_letter_asks_beside_what_tells_the_type(tmp_path: Path) -> None:
    keys = "letter: avslag, near_letter: avslag, find: inom"
    assert not missing(tmp_path, keys, "Vi avslår ansökan. Överklaga inom tre veckor.")
    assert missing(tmp_path, keys, "Inom kort får du en faktura. Tack. Vi avslår ansökan.")


def test_the_key_within_counts_sentences_and_takes_in_the_headings_above(tmp_path: Path) -> None:
    keys = "find: avslår, within: 1"
    assert missing(tmp_path, keys, "Du sökte bidrag i maj. Vi avslår ansökan.")
    assert not missing(tmp_path, keys, "# Vi avslår ansökan\nDu sökte bidrag i maj.")


def test_a_regex_looks_in_the_head_of_the_page_too(tmp_path: Path) -> None:
    rule = rules(tmp_path, f"- {{id: x, regex: Dnr, not_format: [email], {KEYS}}}\n")
    body = Block("Vi avslår din ansökan.")
    head = Block("Dnr 2026/1", Role.HEADER)
    assert Checker(rules=rule).check(Letter("x", "docx", [body], [])).findings
    assert not Checker(rules=rule).check(Letter("x", "docx", [head, body], [])).findings
    assert not Checker(rules=rule).check(Letter("x", "email", [body], [])).findings


def test_a_type_that_is_not_described_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="brevtypen ”beslut” finns inte"):
        rules(tmp_path, f"- {{id: x, letter: beslut, find: x, {LETTERS}, {KEYS}}}\n")


@pytest.mark.parametrize(
    ("text", "is_missing"),
    [
        ("Senast den 3 mars. Ett. Två. Skicka kartan.", False),
        ("Senast den 3 mars. Ett. Två. Tre. Skicka kartan.", True),  # four sentences back
        ("Skicka kartan. Ett. Två. Senast den 3 mars.", True),
        ("Skicka kartan. Inom en vecka.", False),
        ("Inom en vecka. Skicka kartan.", True),  # what is looked for after isn't looked for before
    ],
)
def test_the_key_find_before_looks_three_sentences_back(tmp_path: Path, text: str, is_missing: bool) -> None:
    keys = "find: inom, near: skicka, find_before: senast"
    assert missing(tmp_path, keys, text) is is_missing


LONG = "Vi har läst era papper, och nu behöver vi ett protokoll till, så skicka det inom en vecka"


@pytest.mark.parametrize(
    ("text", "is_missing"),
    [
        ("Skicka det inom en vecka.", False),
        (LONG, True),  # in the middle of a long block
        (f"Inom en vecka vill vi ha svar. {LONG}", False),  # where a long block begins
    ],
)
def test_the_key_in_view_asks_for_a_short_block_or_the_beginning_of_a_long_one(
    tmp_path: Path, text: str, is_missing: bool
) -> None:
    assert missing(tmp_path, "find: inom, in_view: 10", text) is is_missing


@pytest.mark.parametrize(
    ("text", "is_missing"),
    [
        ("Du får plats.\n# Så gör du nu\nSvara på brevet.", False),
        ("# Du får plats\nVi ses i maj. Svara på brevet.", True),  # a title parts nothing
        ("Du får plats i maj.\nVad händer nu?\nSvara på brevet.", False),  # not marked as a heading
        ("Du får plats i maj.\n- regnkläder\nSvara på brevet.", True),
    ],
)
def test_the_key_subheadings_counts_headings_between_paragraphs(tmp_path: Path, text: str, is_missing: bool) -> None:
    assert missing(tmp_path, "subheadings: 1", text) is is_missing


def test_the_key_within_words_makes_long_sentences_count_for_more(tmp_path: Path) -> None:
    text = "Du sökte bidrag till en resa i maj. Vi avslår ansökan."
    assert not missing(tmp_path, "find: avslår, within: 2, within_words: 20", text)
    assert missing(tmp_path, "find: avslår, within: 2, within_words: 5", text)


def test_the_key_within_words_counts_to_where_it_is_said_in_a_long_sentence(tmp_path: Path) -> None:
    text = "Eftersom huset skulle stå för nära gränsen till grannens tomt avslår vi ansökan."
    assert not missing(tmp_path, "find: avslår, within: 2, within_words: 20", text)
    assert missing(tmp_path, "find: avslår, within: 2, within_words: 8", text)


@pytest.mark.parametrize(
    ("signed", "is_missing"),
    [("Kim Ek\nHandläggare\nTelefon 0980-319 214", False), ("Kim Ek\nHandläggare", True)],
)
def test_the_key_signature_is_content_with_what_the_signature_says(
    tmp_path: Path, signed: str, is_missing: bool
) -> None:
    rule = rules(tmp_path, f"- {{id: x, find: ring, signature: [name, phone], {KEYS}}}\n")
    blocks = ["Vi har läst ditt brev och svarar i maj.", "Med vänlig hälsning", *signed.split("\n")]
    report = Checker(rules=rule).check(Letter("x", "text", [Block(text) for text in blocks], []))
    assert bool(report.findings) is is_missing


@pytest.mark.parametrize(("keys", "is_missing"), [("appendix: true", True), ("appendix: false", False)])
def test_the_key_appendix_takes_in_what_comes_with_a_letter(tmp_path: Path, keys: str, is_missing: bool) -> None:
    assert (
        missing(tmp_path, f"find: inom, {keys}", "Bilaga\n# Hur man överklagar\nSkriv till domstolen.") is is_missing
    )


@pytest.mark.parametrize(
    ("text", "is_missing"),
    [
        ("Vi avslår ansökan. Vägen är kort, därför. Du kan överklaga.", False),
        ("Vi avslår ansökan. Du kan överklaga. Tala därför med oss.", True),  # after it in its paragraph
        ("Vi avslår ansökan.\n# Att överklaga\nTala därför med oss.", True),  # below such a heading
        ("Vi avslår ansökan.\nDu kan överklaga.\nVägen är kort, därför.", False),  # another paragraph
    ],
)
def test_the_key_passage_unless_leaves_out_what_follows_in_the_paragraph(
    tmp_path: Path, text: str, is_missing: bool
) -> None:
    assert missing(tmp_path, "find: därför, passage_unless: överklaga", text) is is_missing


@pytest.mark.parametrize(
    ("text", "is_missing"),
    [
        ("Du sökte i maj. Vi avslår ansökan.\n# Beslut\nPlatsen går till någon annan.", False),
        ("# Beslut\nDu sökte i maj. Vi avslår ansökan. Platsen går till någon annan.", True),  # the letter's title
        ("Du sökte i maj. Vi avslår ansökan.\n# Så går beslut till\nPlatsen är en annans.", True),  # too long
    ],
)
def test_the_key_below_heading_takes_what_stands_below_it_for_said(
    tmp_path: Path, text: str, is_missing: bool
) -> None:
    assert missing(tmp_path, "find: därför, below_heading: beslut, within: 3", text) is is_missing


def test_the_key_find_letter_takes_what_tells_the_type_for_an_answer(tmp_path: Path) -> None:
    keys = "find: beslut, find_letter: avslag, within: 1"
    assert not missing(tmp_path, keys, "Vi avslår ansökan. Du sökte i maj.")
    assert missing(tmp_path, keys, "Du sökte i maj. Vi avslår ansökan.")


def test_a_case_asks_the_same_of_other_letters_in_its_own_words(tmp_path: Path) -> None:
    case = "{letter: svar, find: ja, message: Svaret saknas., level: info}"
    rule = rules(tmp_path, f"- {{id: x, letter: avslag, find: nej, cases: [{case}], {LETTERS}, {KEYS}}}\n")
    (finding,) = check(rule, "Tack för ditt brev.").findings
    assert (finding.message, finding.level.name.lower()) == ("Svaret saknas.", "info")
    (finding,) = check(rule, "Tack för ditt brev. Vi avslår ansökan.").findings  # one is enough
    assert finding.message == "Något saknas."
    assert not check(rule, "Tack för ditt brev. Ja.").findings


def test_a_case_names_only_types_that_are_described(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="brevtypen ”beslut” finns inte"):
        rules(tmp_path, f"- {{id: x, find: x, cases: [{{letter: beslut}}], {LETTERS}, {KEYS}}}\n")


@pytest.mark.parametrize(
    ("text", "is_missing"),
    [
        ("Ekeby kommun\nBox 14\nAnna Berg\nVi avslår din ansökan.", True),
        ("Hej Anna!\nVi avslår din ansökan.", False),  # pasted without its head
    ],
)
def test_the_key_head_asks_only_letters_that_have_theirs(tmp_path: Path, text: str, is_missing: bool) -> None:
    assert missing(tmp_path, "find: dnr, head: true", text) is is_missing


@pytest.mark.parametrize(
    ("text", "is_missing"),
    [
        ("Vi avslår din ansökan. Tack för brevet.", True),
        ("Vi avslår din ansökan.", False),  # only one of the two
        ("Tack för brevet.", False),
    ],
)
def test_the_key_also_letter_asks_for_two_types_at_once(tmp_path: Path, text: str, is_missing: bool) -> None:
    assert missing(tmp_path, "letter: avslag, also_letter: svar, find: överklaga", text) is is_missing


def test_a_type_may_be_told_by_what_stands_anywhere_alone(tmp_path: Path) -> None:
    # In a condition too: *Är du missnöjd kan du överklaga.* names the appeal, whether or not anybody makes it.
    letters = "letters: {kan-överklagas: {letter_has: överklaga}}"
    rule = rules(tmp_path, f"- {{id: x, letter: kan-överklagas, find: senast, {letters}, {KEYS}}}\n")
    assert check(rule, "Är du missnöjd kan du överklaga.").findings
    assert not check(rule, "Är du missnöjd kan du ringa.").findings
