"""The kinds, each by what it flags and what it lets be.  More stands in the rules' own examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.checker import Checker
from klarsprak.kinds import KINDS, PRECEDENCE, in_order
from klarsprak.letter import Block, Cell, Letter, Mark, MarkKind, Role
from tests.support import check, rules, texts

EXAMPLES = "examples: [{flag: x}]"
WORD = f"- {{id: x, words: erhålla, pos: VERB, instead: [få, ta emot], {EXAMPLES}}}\n"
TERM = """\
- id: x
  kind: term
  category: fackord
  words: vite
  plain: böter
  explain: Ett vite är pengar som du måste betala om du inte gör det du ska.
  message: ”{text}” är ett fackord. {explain}
  examples: [{flag: x}]
"""
SHORT = """\
- {id: x, kind: abbreviation, category: forkortning, words: SoL, long: socialtjänstlagen, examples: [{flag: x}]}
- {id: y, kind: abbreviation, category: forkortning, words: [bl.a., bl a], long: bland annat, once: false,
   examples: [{flag: x}]}
"""


def test_every_kind_has_its_place_among_the_others() -> None:
    assert sorted(PRECEDENCE) == sorted(KINDS)


def test_kinds_that_plugins_add_are_asked_last() -> None:
    assert in_order(["zon", "replace", "att", "expect"]) == ["expect", "replace", "att", "zon"]


@pytest.mark.parametrize(
    ("text", "suggestions"),
    [
        ("Du har erhållit pengar.", ("fått", "tagit emot")),
        ("Erhåller du pengar?", ("Får du", "Tar du emot")),
        ("Vi vill erhålla pengar.", ("få", "ta emot")),
    ],
)
def test_the_kind_replace_offers_the_same_form(tmp_path: Path, text: str, suggestions: tuple[str, ...]) -> None:
    assert check(rules(tmp_path, WORD), text).findings[0].suggestions == suggestions


GIVES_WAY = """\
- {id: icke, words: icke, instead: inte, examples: [{flag: x}]}
- {id: erhålla, words: erhålla, instead: få, unless_told: [prov.icke], examples: [{flag: x}]}
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [("Du kan erhålla pengar.", ["erhålla"]), ("Du kan icke vänta.\n\nDu kan erhålla pengar.", ["icke"])],
)
def test_a_rule_gives_way_to_another_anywhere_in_the_letter(tmp_path: Path, text: str, told: list[str]) -> None:
    assert texts(check(rules(tmp_path, GIVES_WAY), text)) == told


WITHIN = """\
- {id: varför, kind: pattern, pattern: varför, message: Sätt punkt., examples: [{flag: x}]}
- {id: svans, kind: pattern, pattern: "ligger … båten", message: Sätt punkt., category: mening,
  unless_told_within: [prov.varför], examples: [{flag: x}]}
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Här ligger is, varför båten vilar.", ["varför"]),
        ("Här ligger båten. Varför vilar den?", ["ligger båten", "Varför"]),
    ],
)
def test_a_rule_gives_way_to_what_is_told_of_a_word_in_its_words(tmp_path: Path, text: str, told: list[str]) -> None:
    assert texts(check(rules(tmp_path, WITHIN), text)) == told


PAGE = "Stormen drog in över ön på natten, och taket på den gamla kvarnen föll i sjön.\n" * 20


@pytest.mark.parametrize(
    ("keys", "text", "is_told"),
    [
        ("level: info", "Du kan erhålla pengar.", True),
        ("level: info", PAGE + "Man kan erhålla pengar.", False),
        ("level: info, letters_only: false", PAGE + "Man kan erhålla pengar.", True),
        ("level: info, category: skrivregler", PAGE + "Man kan erhålla pengar.", True),
        ("level: warning", PAGE + "Man kan erhålla pengar.", True),
        ("level: warning, category: fackord", PAGE + "Man kan erhålla pengar.", False),
        ("level: warning, category: fackord", PAGE + "Du kan erhålla pengar.\n" * 5, True),
        ("level: warning, letters_only: true", PAGE + "Man kan erhålla pengar.", False),
    ],
)
def test_what_is_only_worth_a_thought_is_told_in_letters(tmp_path: Path, keys: str, text: str, is_told: bool) -> None:
    path = rules(tmp_path, f"- {{id: x, words: erhålla, instead: få, {keys}, {EXAMPLES}}}\n")
    assert bool(check(path, text).findings) is is_told


PHRASE = """\
- {id: inom-ramen-för, words: inom ramen för, instead: i, examples: [{flag: x}]}
- {id: skrivelse, words: skrivelse, pos: NOUN, instead: brev, examples: [{flag: x}]}
- {id: avseende, words: med avseende på, instead: om, examples: [{flag: x}]}
- {id: upprättande, kind: pattern, pattern: upprättande, examples: [{flag: x}]}
"""


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Vi kan göra det inom ramen för avtalet.", ["inom ramen för"]),
        ("Vi kan göra det under inom ramen för avtalet.", []),
        ("Vi lägger till inom ramen för avtalet.", ["inom ramen för"]),
        ("Vi har fått en skrivelse.", ["en skrivelse"]),
        ("Motion\nSkrivelse\nInterpellation", []),
        ("Skrivelse:", []),
        ("Upprättande", []),
        ("Vi ska ordna upprättande av planen.", ["upprättande"]),
        ("Vi har frågor med avseende på skolan.", ["med avseende på"]),
        ("Vi följer direktiv 95/46/EG om skydd för personer med avseende på uppgifter.", []),
    ],
)
def test_names_of_acts_nouns_alone_on_a_line_and_doubled_prepositions_are_let_be(
    tmp_path: Path, text: str, flagged: list[str]
) -> None:
    assert texts(check(rules(tmp_path, PHRASE), text)) == flagged


@pytest.mark.parametrize(("text", "called"), [("Ni bör svara skyndsamt.", "ni"), ("Du bör svara skyndsamt.", "du")])
def test_a_message_calls_the_reader_what_the_letter_does(tmp_path: Path, text: str, called: str) -> None:
    rule = f"- {{id: x, kind: pattern, pattern: skyndsamt, message: 'Säg när {{du}} menar.', {EXAMPLES}}}\n"
    assert check(rules(tmp_path, rule), text).findings[0].message == f"Säg när {called} menar."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("En kontroll kommer att ske.", "Skriv med verbet ”kontrollera”."),
        ("Avläsning ska ske.", "Skriv med verbet ”läsa av”."),
        ("En olycka kan ske.", "Skriv med ett verb."),
    ],
)
def test_a_message_names_the_verb_for_the_noun_in_the_words(tmp_path: Path, text: str, told: str) -> None:
    rule = f"- {{id: x, kind: pattern, pattern: '<noun> … ske', message: 'Skriv med {{a_verb}}.', {EXAMPLES}}}\n"
    assert check(rules(tmp_path, rule), text).findings[0].message == told


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Du vet att fastighetsägaren ska plocka upp.", "du"),
        ("Du vet att det är fastighetsägarens ansvar.", "ditt"),
        ("Du vet att vi prövar fastighetsägarens skyldigheter.", "dina"),
        ("Ni vet att det är fastighetsägarens skyldighet.", "er"),
        ("Du ska ändra det som åligger fastighetsägaren.", "dig"),
        ("Ni får veta vad som ska göras av fastighetsägaren.", "er"),
        ("Du får veta att vi kan förelägga fastighetsägaren att svara.", "dig"),
    ],
)
def test_a_message_puts_the_reader_in_the_form_that_the_words_have(tmp_path: Path, text: str, message: str) -> None:
    words = "(fastighetsägaren|fastighetsägarens)"
    rule = f"- {{id: x, kind: pattern, pattern: {words}, message: 'Skriv {{läsaren}}.', {EXAMPLES}}}\n"
    assert check(rules(tmp_path, rule), text).findings[0].message == f"Skriv {message}."


def test_a_message_calls_sender_and_readers_by_their_pronouns(tmp_path: Path) -> None:
    message = "Skriv {avsändaren}, {läsarna} eller {dig}."
    rule = f"- {{id: x, kind: pattern, pattern: hyresvärdens, message: '{message}', {EXAMPLES}}}\n"
    finding = check(rules(tmp_path, rule), "Du får hyresvärdens tillstånd i maj.").findings[0]
    assert finding.message == "Skriv vårt, ert eller dig."


def test_a_message_shows_the_stop_that_stood_apart(tmp_path: Path) -> None:
    keys = r"regex: '(\w+) \.', instead: '\1.', message: 'Skriv ”{suggestion}” utan mellanrum.'"
    finding = check(rules(tmp_path, f"- {{id: x, kind: regex, {keys}, {EXAMPLES}}}\n"), "Vi ses i maj .").findings[0]
    assert finding.message == "Skriv ”maj.” utan mellanrum."


def test_the_kind_replace_names_the_base_form_where_no_form_fits(tmp_path: Path) -> None:
    rule = f"- {{id: x, words: erhålla, pos: VERB, instead: få, {EXAMPLES}}}\n"
    finding = check(rules(tmp_path, rule), "Bidraget erhålls i maj.").findings[0]
    assert finding.suggestions == ()
    assert finding.message == "”erhålls” är svårt. Skriv en form av ”få”. Vänd på meningen."
    finding = check(rules(tmp_path, rule), "Uppgiften är erhållen från skolan.").findings[0]
    assert finding.message == "”erhållen” är svårt. Skriv en form av ”få”. Vänd på meningen."


@pytest.mark.parametrize("text", ["Han bor hos Erhåller Berg.", "Det står ”erhåller” i lagen."])
def test_names_and_quotations_are_not_the_writers_words(tmp_path: Path, text: str) -> None:
    assert texts(check(rules(tmp_path, WORD), text)) == []


def test_a_term_is_flagged_once_with_its_explanation(tmp_path: Path) -> None:
    report = check(rules(tmp_path, TERM), "Du kan få betala vite. Nämnden beslutar om vitet.")
    assert texts(report) == ["vite"]
    assert report.findings[0].message.endswith("om du inte gör det du ska.")


def test_the_organisations_own_explanation_goes_first(tmp_path: Path) -> None:
    report = check(rules(tmp_path, TERM), "Du kan få betala vite nästa år.", terms={"vite": "En sorts böter."})
    assert report.findings[0].message == "”vite” är ett fackord. En sorts böter."


@pytest.mark.parametrize(
    "text",
    [
        "Du kan få betala vite, det vill säga en sorts böter.",
        "Du kan få betala vite (en sorts böter) om du inte svarar.",
        "Du kan få betala vite. Det betyder att du måste betala en summa.",
        "Du kan få betala en sorts böter (vite) om du inte svarar.",
        "Du kan få betala vite – en sorts böter – om du inte svarar.",
        "Vite är en summa som du måste betala. Nämnden beslutar om vitet.",
    ],
)
def test_a_term_that_is_explained_is_let_be(tmp_path: Path, text: str) -> None:
    assert texts(check(rules(tmp_path, TERM), text)) == []


def test_a_term_in_a_compound_is_flagged_only_where_the_rule_says_so(tmp_path: Path) -> None:
    letter = "Nämnden skickar ett vitesföreläggande till dig."
    assert texts(check(rules(tmp_path, TERM), letter)) == []
    compound = TERM.replace("  plain", "  compound: first\n  plain")
    assert texts(check(rules(tmp_path, compound), letter)) == ["vitesföreläggande"]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Enligt SoL har du rätt till hjälp.", ["SoL"]),
        ("Enligt socialtjänstlagen (SoL) har du rätt till hjälp. Det står i SoL.", []),
        ("Enligt SoL har du rätt till hjälp. Det står i SoL.", ["SoL"]),
        ("Solen, eller sol, lyser över oss i dag.", []),
        ("Vi behöver bl.a. ditt namn. Vi behöver bl a din adress.", ["bl.a.", "bl a"]),
        ("Bl.a. behöver vi ditt namn.", ["Bl.a."]),
    ],
)
def test_an_abbreviation_is_flagged_where_it_is_not_written_out(
    tmp_path: Path, text: str, flagged: list[str]
) -> None:
    assert texts(check(rules(tmp_path, SHORT), text)) == flagged


def test_an_abbreviation_at_the_start_gives_a_capital(tmp_path: Path) -> None:
    assert check(rules(tmp_path, SHORT), "Bl.a. behöver vi ditt namn.").findings[0].suggestions == ("Bland annat",)


def test_allowed_words_are_never_flagged(tmp_path: Path) -> None:
    assert texts(check(rules(tmp_path, SHORT), "Enligt SoL har du rätt till hjälp.", allow=["SoL"])) == []
    assert texts(check(rules(tmp_path, WORD), "Du har erhållit pengar.", allow=["erhålla"])) == []


def test_the_keys_when_and_unless_ask_for_the_words_around(tmp_path: Path) -> None:
    rule = f"- {{id: x, words: äga, pos: VERB, when: {{followed_by: inte? ta}}, instead: få, {EXAMPLES}}}\n"
    assert texts(check(rules(tmp_path, rule), "Sökanden äger ta del av allt. Kommunen äger huset.")) == ["äger"]
    rule = rule.replace("when", "unless")
    assert texts(check(rules(tmp_path, rule), "Sökanden äger inte ta del av allt. Kommunen äger huset.")) == ["äger"]


def test_of_overlapping_hits_the_longest_stays(tmp_path: Path) -> None:
    two = f"""\
- {{id: a, words: vite, pos: NOUN, instead: böter, {EXAMPLES}}}
- {{id: b, words: vid vite, instead: med böter, {EXAMPLES}}}
"""
    assert texts(check(rules(tmp_path, two), "Gör det vid vite.")) == ["vid vite"]


@pytest.mark.parametrize(("category", "told"), [("kanslisvenska", ["vite"]), ("fackord", ["vid vite"])])
def test_a_hint_on_a_phrase_hides_no_graver_word_but_a_longer_term(
    tmp_path: Path, category: str, told: list[str]
) -> None:
    two = f"""\
- {{id: a, category: {category}, level: warning, words: vite, pos: NOUN, instead: böter, {EXAMPLES}}}
- {{id: b, category: {category}, level: info, words: vid vite, instead: med böter, {EXAMPLES}}}
"""
    assert texts(check(rules(tmp_path, two), "Gör det vid vite.")) == told


def test_a_word_within_a_phrase_that_a_hint_is_about_is_left_to_a_person(tmp_path: Path) -> None:
    shown = "examples: [{flag: 'Du får [ej] gå.', fix: Du får inte gå.}]"
    two = f"""\
- {{id: a, level: warning, words: ej, instead: inte, {shown}}}
- {{id: b, level: info, words: ej heller, instead: inte, {EXAMPLES}}}
"""
    report = check(rules(tmp_path, two), "Du får ej heller gå. Du får ej stå.")
    assert [(finding.text, finding.safe) for finding in report.findings] == [("ej", False), ("ej", True)]


def test_words_of_what_the_template_left_behind_are_nobodys_worry(tmp_path: Path) -> None:
    two = f"""\
- {{id: a, category: mallrest, kind: regex, everywhere: true, regex: Ange ej skäl, {EXAMPLES}}}
- {{id: b, words: ej, instead: inte, {EXAMPLES}}}
"""
    assert texts(check(rules(tmp_path, two), "Du får ej gå. Ange ej skäl.")) == ["ej", "Ange ej skäl"]


def test_the_key_once_flags_only_the_first_use(tmp_path: Path) -> None:
    rule = f"- {{id: x, words: ej, instead: inte, once: true, {EXAMPLES}}}\n"
    assert texts(check(rules(tmp_path, rule), "Du får ej gå. Du får ej stå.")) == ["ej"]


def test_a_long_sentence_is_counted_in_words(tmp_path: Path) -> None:
    rule = f"- {{id: x, kind: sentence, measure: words, max: 5, message: '{{value}} ord', {EXAMPLES}}}\n"
    report = check(rules(tmp_path, rule), "Det här är fem ord. Men det här är sex ord.")
    assert [(finding.text, finding.message) for finding in report.findings] == [("Men det här är sex ord.", "6 ord")]


def test_a_label_whose_box_is_empty_is_flagged(tmp_path: Path) -> None:
    rule = rules(tmp_path, f"- {{id: x, kind: unfilled, labels: [datum], message: '{{text}} saknas', {EXAMPLES}}}\n")
    cells = [("Datum", 0, 0), ("Ärende", 0, 1), ("", 1, 0), ("Bygglov", 1, 1)]
    blocks = [Block(text, Role.TABLE_CELL, cell=Cell(0, row, column)) for text, row, column in cells]
    assert texts(Checker(rules=rule).check(Letter("x", "docx", blocks, []))) == []
    blocks[1].text = "Dnr"
    for role in (Role.TABLE_CELL, Role.HEADER):
        below = [Block(block.text, role, cell=block.cell) for block in blocks if block.cell.column == 0]
        assert texts(Checker(rules=rule).check(Letter("x", "docx", below, []))) == ["Datum"]


def test_a_prompt_in_the_head_of_the_page_is_flagged(tmp_path: Path) -> None:
    rule = rules(
        tmp_path, f"- {{id: x, kind: unfilled, prompts: true, everywhere: true, message: kvar, {EXAMPLES}}}\n"
    )
    blocks = [Block("Dnr [nummer]", Role.HEADER, marks=(Mark(MarkKind.PLACEHOLDER, 4, 12),)), Block("Hej på dig.")]
    assert texts(Checker(rules=rule).check(Letter("x", "docx", blocks, []))) == ["[nummer]"]


@pytest.mark.parametrize(
    ("text", "flagged", "suggestion"),
    [
        ("Tack för din skrivelse.", "din skrivelse", "ditt brev"),
        ("Denna skrivelse är viktig.", "Denna skrivelse", "Det här brevet"),
        ("Skrivelsen kom i går.", "Skrivelsen", "Brevet"),
        ("Två långa skrivelser har kommit.", "skrivelser", "brev"),
    ],
)
def test_what_stands_before_a_noun_agrees_with_it(tmp_path: Path, text: str, flagged: str, suggestion: str) -> None:
    rule = f"- {{id: x, words: skrivelse, pos: NOUN, instead: brev, {EXAMPLES}}}\n"
    finding = check(rules(tmp_path, rule), text).findings[0]
    assert (finding.text, finding.suggestions) == (flagged, (suggestion,))


@pytest.mark.parametrize(
    ("where", "text", "flagged", "suggestions"),
    [
        ("last", "Vi har läst din svarsskrivelse.", ["svarsskrivelse"], ("svarsbrev",)),
        ("last", "Skrivelsemallen är ny.", [], ()),
        ("first", "Skrivelsemallen är ny.", ["Skrivelsemallen"], ()),
        ("any", "Svarsskrivelserna är nya.", ["Svarsskrivelserna"], ("Svarsbreven",)),
    ],
)
def test_a_word_in_a_compound_is_flagged_where_the_rule_says_so(
    tmp_path: Path, where: str, text: str, flagged: list[str], suggestions: tuple[str, ...]
) -> None:
    rule = f"- {{id: x, words: skrivelse, pos: NOUN, compound: {where}, instead: brev, {EXAMPLES}}}\n"
    report = check(rules(tmp_path, rule), text)
    assert texts(report) == flagged
    assert [finding.suggestions for finding in report.findings] == [suggestions] * len(flagged)


@pytest.mark.parametrize(
    ("text", "flagged", "suggestion"),
    [
        ("I morgon insänder vi inte blanketten.", "insänder vi inte", "skickar vi inte in"),
        ("Insänder du blanketten?", "Insänder du", "Skickar du in"),
        ("Vi har inte insänt blanketten.", "insänt", "skickat in"),
    ],
)
def test_the_words_that_follow_a_verb_go_before_its_new_particle(
    tmp_path: Path, text: str, flagged: str, suggestion: str
) -> None:
    rule = f"- {{id: x, words: insända, pos: VERB, instead: skicka in, {EXAMPLES}}}\n"
    finding = check(rules(tmp_path, rule), text).findings[0]
    assert (finding.text, finding.suggestions) == (flagged, (suggestion,))


@pytest.mark.parametrize(("everywhere", "found"), [("true", ["XXXX", "XXXX"]), ("false", ["XXXX"])])
def test_what_the_template_left_is_seen_in_the_margins_too(tmp_path: Path, everywhere: str, found: list[str]) -> None:
    rule = rules(tmp_path, f"- {{id: x, kind: regex, regex: XX+, everywhere: {everywhere}, {EXAMPLES}}}\n")
    head = Block("Diarienummer 2025-XXXX", Role.HEADER)
    body = Block("Din hyra är XXXX kronor.")
    report = Checker(rules=rule).check(Letter("x", "docx", [head, body], []))
    assert texts(report) == found


@pytest.mark.parametrize(
    ("block", "found"),
    [
        (Block("1 Vi har erhållit pengar ............ 6"), []),
        (Block("1 Vi har erhållit pengar ............ 6\n2 Du har erhållit svar …… 7"), []),
        (Block("1\tVi har erhållit pengar\t6", Role.CONTENTS), []),
        (Block("Vi har erhållit pengar ............"), ["erhållit"]),
        (Block("Vi har erhållit 6 brev."), ["erhållit"]),
    ],
)
def test_a_line_of_contents_is_no_text_to_be_read(tmp_path: Path, block: Block, found: list[str]) -> None:
    report = Checker(rules=rules(tmp_path, WORD)).check(Letter("x", "docx", [block], []))
    assert texts(report) == found


@pytest.mark.parametrize(
    ("letter", "flagged"),
    [
        ("Kontakta hamnkontoret.", ["Kontakta"]),
        ("Kontakta hamnkontoret.\nTelefon 0980-319 245", []),
        ("Kontakta hamnkontoret.\nhamn@ekvalla.example", []),
    ],
)
def test_a_condition_asks_whether_the_letter_says_how_to_reach_somebody(
    tmp_path: Path, letter: str, flagged: list[str]
) -> None:
    when = "when: {can_be_reached: false}"
    rule = f"- {{id: x, kind: pattern, pattern: kontakta, {when}, message: x, {EXAMPLES}}}\n"
    assert texts(check(rules(tmp_path, rule), letter)) == flagged


@pytest.mark.parametrize(
    ("letter", "flagged"),
    [
        ("Platsen kan sägas upp.", ["sägas"]),
        ("Platsen kan sägas upp. Ring oss om du inte kan betala.", []),
        ("Ring oss om du inte kan betala. Platsen kan sägas upp.", []),
        ("Platsen kan sägas upp.\nRing oss om du undrar.", ["sägas"]),
    ],
)
def test_a_condition_looks_at_the_sentences_of_the_same_paragraph(
    tmp_path: Path, letter: str, flagged: list[str]
) -> None:
    unless = "unless: {paragraph_has: ring oss}"
    rule = f"- {{id: x, kind: pattern, pattern: sägas, {unless}, message: x, {EXAMPLES}}}\n"
    assert texts(check(rules(tmp_path, rule), letter)) == flagged


@pytest.mark.parametrize(
    ("last", "flagged"),
    [("Ring om du undrar.", ["du"]), ("Du får plats. Ditt barn börjar i maj. Ring om du undrar.", [])],
)
def test_a_condition_asks_what_the_letter_calls_its_reader_nearly_everywhere(
    tmp_path: Path, last: str, flagged: list[str]
) -> None:
    when = "when: {usually_says: ni}"
    rule = f"- {{id: x, kind: pattern, pattern: du, {when}, message: x, {EXAMPLES}}}\n"
    letter = f"Ni har sökt plats.\nErt barn är tre år.\nVi ringer er i maj.\n{last}"
    assert texts(check(rules(tmp_path, rule), letter)) == flagged
