"""``term``: what counts as explaining a term, and which words are the term."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

import pytest

from klarsprak.authoring.examples import parse
from klarsprak.checker import Checker
from klarsprak.files.errors import FileError
from klarsprak.finding import Level
from klarsprak.kinds.term.rule import TermRule
from klarsprak.letter import Block, Letter, Role
from klarsprak.rulebook.packs import Pack
from tests.support import check, rules, shipped_packs, texts

VITE = """\
- id: vite
  kind: term
  category: fackord
  words: vite
  compound: first
  plain: en sorts böter
  explain: Ett vite är pengar som du måste betala om du inte gör det du ska.
  message: Förklara ”{text}”. {explain} {or_plain}
  examples: [{flag: x}]
"""
KRAV = """\
- id: föreläggande
  kind: term
  category: fackord
  words: föreläggande
  compound: last
  but_not: [självföreläggande]
  explain: Ett föreläggande är ett beslut där vi kräver något av dig.
  message: Förklara ”{text}”. {explain} {or_plain}
  examples: [{flag: x}]
"""

EXPLAINED = [
    "Du kan få betala vite (pengar till staten).",
    "Du kan få betala vite (böter) om du inte svarar.",
    "Du kan få betala pengar till staten (vite).",
    "Du kan få betala vite, det vill säga pengar till staten.",
    "Du kan få betala vite, dvs. pengar till staten.",
    "Du kan få betala vite, dvs. din inkomst efter avdrag för hyran.",
    "Du kan få betala vite, alltså pengar till staten.",
    "Du kan få betala pengar, det vill säga vite.",
    "Du kan få betala en summa, ett så kallat vite.",
    "Du kan få betala pengar, så kallat vite, om du inte svarar.",
    "Pengarna kallas vite.",
    "Pengarna kallas för vite.",
    "Den här summan heter vite.",
    "Med vite menas pengar som du kan få betala.",
    "Med ”vite” menar vi pengar som du kan få betala.",
    "Vite innebär att du måste betala pengar.",
    "Ordet vite betyder pengar som du måste betala.",
    "Vite är en summa som du måste betala.",
    "Det blir vite, som det heter när någon måste betala pengar.",
    "Det blir vite, som det heter i lagen när någon måste betala pengar.",
    "Ett vite är pengar som du måste betala.",
    "Ett vite gör att fler följer reglerna. Du kan få betala vite.",
    "Vitet visar hur allvarligt det är. Du kan få betala vite.",
    "Du kan få betala vite. Det är lov att ta ut pengar.",
    "Du kan få betala vite, en summa som domstolen bestämmer, om du inte svarar.",
    "Du kan få betala vite, pengar som går till staten.",
    "Du kan få betala vite – en summa pengar – om du inte svarar.",
    "Du kan få betala vite – det är pengar som går till staten.",
    "Du kan få betala vite. Det betyder att du måste betala pengar.",
    "Du kan få betala vite. Det är en summa som domstolen bestämmer.",
    "Du kan få betala vite. Med det menas pengar som går till staten.",
    "Du kan få betala vite. \n Det innebär att du måste betala pengar till staten.",
    "Du kan få betala vite. \n # Ordlista \n Vite: summa som du kan få betala",
    "Du kan få betala vite. \n # Så betyder orden \n - Vite – summa som du kan få betala",
    "Om du inte river bryggan kan nämnden besluta om vite. Då får du betala en summa pengar så länge den står kvar.",
    "# Vad är vite? \n Du kan få betala pengar om du inte svarar. Nämnden beslutar om vite.",
]
UNEXPLAINED = [
    "Du kan få betala ett så kallat vite.",
    "Du kan få betala vite.",
    "Ett vite kan du få betala.",
    "Ett vite kommer att skickas.",
    "Du kan få betala vite (10 000 kronor).",
    "Du kan få betala vite (4 kap. 1 § viteslagen).",
    "Du kan få betala vite (se bilaga 2).",
    "Du kan få betala vite (SFS).",
    "Du kan få betala vite (viteslagen).",
    "Du kan få betala vite, en avgift och en ränta.",
    "Du kan få betala vite. Du har tre veckor på dig.",
    "Du kan få betala vite och ränta, vilket innebär att det blir dyrt.",
    "Du kan få betala vite. Det innebär att du ska betala 4 000 kronor i maj.",
    "Skriv till oss innan vite döms ut. Det innebär att du måste skynda dig.",
    "Du kallas till ett möte om vite.",
    "Vitet är bestämt till 4 000 kronor.",
    "Nämnden kan besluta om vite. Då måste du betala för rivningen.",
    "Du kan få betala vite, dvs. din bror och du.",
    "Du kan få betala vite. Det är ett brott att lämna fel uppgifter.",
    "Ett vite har beslutats av nämnden.",
]


@pytest.mark.parametrize("text", EXPLAINED)
def test_a_term_is_let_be_where_the_letter_explains_it(tmp_path: Path, text: str) -> None:
    assert texts(check(rules(tmp_path, VITE), text.replace(" \n ", "\n"))) == []


@pytest.mark.parametrize("text", UNEXPLAINED)
def test_a_term_is_flagged_where_nothing_explains_it(tmp_path: Path, text: str) -> None:
    assert texts(check(rules(tmp_path, VITE), text))[:1] in (["vite"], ["Vitet"])


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("rökkanal", "Rökkanalen är otät mot vinden, så pannan får vila tills den är lagad."),
        ("hiss", "Hissen är trasig för den som bor i hus 4."),
        ("kontrollfrist", "Kontrollfristen är åtta år för en kamin."),
        ("sättning", "En sättning har uppstått i gatan."),
        ("medförmyndare", "En medförmyndare har utsetts för ditt barn."),
        ("ordningsföreskrifter", "Enligt våra ordningsföreskrifter är det förbjudet att elda."),
        ("ordningsföreskrifter", "Enligt våra ordningsföreskrifter är det du som ska sopa."),
        ("onsdagsräkning", "Rösterna granskas vid en onsdagsräkning, som är öppen för alla."),
        ("saluhållning", "Vi förbjuder saluhållning av bullarna innan lappen visar vad de innehåller."),
        ("utmätning", "Då blir det en utmätning, till exempel av din lön eller bil."),
    ],
)
def test_how_a_thing_is_or_what_happened_to_it_explains_nothing(tmp_path: Path, word: str, text: str) -> None:
    found = texts(check(rules(tmp_path, VITE.replace("vite", word)), text))
    assert [each.lower().startswith(word) for each in found] == [True]


def test_an_explanation_may_stand_in_a_footnote(tmp_path: Path) -> None:
    blocks = [
        Block("Du kan få betala vite1 eller ett vite till."),
        Block("1 Vite: pengar till staten.", Role.FOOTNOTE),
    ]
    assert texts(Checker(rules=rules(tmp_path, VITE)).check(Letter("x", "docx", blocks, []))) == []


def test_an_explanation_after_the_first_use_serves_the_whole_letter(tmp_path: Path) -> None:
    letter = "Du kan få betala vite.\nNämnden beslutar om vitet.\nVite är pengar som du måste betala."
    assert texts(check(rules(tmp_path, VITE), letter)) == []


def test_the_message_offers_the_sentence_and_the_plainer_word(tmp_path: Path) -> None:
    finding = check(rules(tmp_path, VITE), "Du kan få betala vite.").findings[0]
    assert finding.message == (
        "Förklara ”vite”. Ett vite är pengar som du måste betala om du inte gör det du ska. "
        "Eller skriv ”en sorts böter” i stället."
    )
    finding = check(rules(tmp_path, KRAV), "Du får ett föreläggande.").findings[0]
    assert finding.message == "Förklara ”föreläggande”. Ett föreläggande är ett beslut där vi kräver något av dig."


THOUGHT = VITE.replace("category: fackord", "category: fackord\n  level: info")
LETTER = "Du kan få betala vite."
SPECIFICATION = "Dokumentet beskriver fälten. Om fältet är tomt sätts vite till noll."


@pytest.mark.parametrize(
    ("rule", "text", "flagged"),
    [
        (THOUGHT, LETTER, ["vite"]),
        (THOUGHT, SPECIFICATION, []),
        (THOUGHT, f"{LETTER} Vi vill ha ett yttrande från er, utifrån er kompetens.", []),
        (VITE, SPECIFICATION, []),
        (VITE.replace("category: fackord", "category: fackord\n  letters_only: false"), SPECIFICATION, ["vite"]),
    ],
)
def test_terms_are_told_where_somebody_out_of_the_trade_reads_them(
    tmp_path: Path, rule: str, text: str, flagged: list[str]
) -> None:
    assert texts(check(rules(tmp_path, rule), text)) == flagged


ATTEST = """\
- id: kontering
  kind: term
  category: fackord
  explain:
    kontering: Kontering är att skriva var i bokföringen en räkning hör hemma.
    attestera: Att attestera är att godkänna en räkning.
  message: Förklara ”{text}”. {explain} {or_plain}
  examples: [{flag: x}]
"""


def test_a_verb_beside_nouns_is_found_in_all_its_forms(tmp_path: Path) -> None:
    letter = "Vi har konteringen klar. Chefen har attesterat räkningen."
    assert texts(check(rules(tmp_path, ATTEST), letter)) == ["konteringen", "attesterat"]


PLAINER = """\
- {id: föreskrift, words: föreskrift, plain: regel, explain: En föreskrift är en regel.}
- {id: konfigurera, words: [konfigurera, konfiguration], pos: null, plain: ställa in, explain: Det är att ställa in.}
- {id: debitera, words: debitera, pos: VERB, plain: ta betalt, explain: Att debitera är att ta betalt.}
- {id: maxtaxa, words: maxtaxa, plain: högsta avgift, explain: Maxtaxan är den högsta avgiften.}
- {id: samtycke, words: samtycke, plain: ja, explain: Ett samtycke är ett ja.}
- {id: förelägga, words: förelägga, pos: VERB, plain: kräva, in_place: false, explain: Att förelägga är att kräva.}
- {id: brukare, words: brukare, plain: den som får hjälp, explain: En brukare är den som får hjälp.}
- {id: mått, words: mått, plain: regel, explain: Ett mått är en regel.}
"""


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("Det finns en föreskrift om det.", "Eller skriv ”regel” i stället."),
        ("Det finns föreskrifter om det.", "Eller skriv ”regler” i stället."),
        ("Vi följer föreskrifterna.", "Eller skriv ”reglerna” i stället."),
        ("Adressen finns i en konfiguration.", "Eller skriv om med ”ställa in”."),
        ("Vi debiterar dig för resan.", "Eller skriv ”tar betalt” i stället."),
        ("Resan debiteras i efterhand.", "Eller skriv om med ”ta betalt”."),
        ("Avgiften följer maxtaxan.", "Eller skriv om med ”högsta avgift”."),
        ("Vi behöver samtycket i dag.", "Eller skriv om med ”ja”."),
        ("Vi kan förelägga dig att svara.", "Eller skriv om med ”kräva”."),
        ("Nämnden förelägger dig att svara.", "Eller skriv om med ”kräva”."),
        ("En brukare har ringt.", "Eller skriv ”den som får hjälp” i stället."),
        ("Flera brukare har ringt.", "Eller skriv om med ”den som får hjälp”."),
        ("Vi följer ett bestämt mått.", "Eller skriv om med ”regel”."),
        ("Ett mått är nytt.", "Eller skriv ”regel” i stället."),
        ("Flera mått är nya.", "Eller skriv om med ”regel”."),
    ],
)
def test_the_plainer_word_is_offered_in_the_terms_form_or_to_build_a_sentence_with(
    tmp_path: Path, text: str, advice: str
) -> None:
    common = "kind: term, category: fackord, message: '{explain} {or_plain}', examples: [{flag: x}]"
    finding = check(rules(tmp_path, PLAINER.replace("}\n", f", {common}}}\n")), text).findings[0]
    assert finding.message.endswith(advice)


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Du får ett rättelseföreläggande.", ["rättelseföreläggande"]),
        ("Vi har skickat rättelseförelägganden.", ["rättelseförelägganden"]),
        ("Rättelseföreläggandet gäller dig.", ["Rättelseföreläggandet"]),
        ("Nämnden skrev ett vitesbeslut.", ["vitesbeslut"]),
        ("Vitesnämnden och vitesförvaltningen möttes.", []),
        ("Fråga kommunens viteshandläggare.", []),
        ("Det står i viteslagen.", []),
        ("Du får ett självföreläggande.", []),
    ],
)
def test_a_compound_is_flagged_for_the_term_in_it(tmp_path: Path, text: str, flagged: list[str]) -> None:
    assert texts(check(rules(tmp_path, VITE + KRAV), text)) == flagged


HARD = """\
- id: dagvatten
  kind: term
  category: fackord
  words: [dagvatten, underrätt]
  explain: Det är ett fackord.
  message: Förklara {term}. {explain}
  examples: [{flag: x}]
"""


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Brunnen är en dagvattenbrunn.", ["dagvattenbrunn"]),
        ("Vi tar hand om industridagvatten.", ["industridagvatten"]),
        ("Vi tar hand om kvartersdagvattnet.", ["kvartersdagvattnet"]),
        ("Huset står i ett dagvattenområde.", ["dagvattenområde"]),
        ("Vi har nya dagvattenemål.", ["dagvattenemål"]),
        ("Brunnen heter Dagvattenbo.", []),
        ("Du får en underrättelse.", []),
        ("Vi har en dagvattenqxzing.", []),
        ("Fråga vår dagvatteningenjör.", []),
        ("Dagvatten är regn som rinner av taket. Det finns en dagvattenbrunn.", []),
    ],
)
def test_a_compound_of_a_hard_word_and_a_known_one_is_as_hard(tmp_path: Path, text: str, flagged: list[str]) -> None:
    assert texts(check(rules(tmp_path, HARD), text)) == flagged


def test_a_first_part_that_is_no_word_of_its_own_is_found_as_it_is_written(tmp_path: Path) -> None:
    rule = HARD.replace("[dagvatten, underrätt]", "[va-]\n  pos: null\n  compound: first")
    assert texts(check(rules(tmp_path, rule), "Va-nätet går i gatan, och vallen ligger bredvid.")) == ["Va-nätet"]


def test_what_ends_in_a_term_is_looked_for_although_the_rule_lists_only_what_begins_with_it(tmp_path: Path) -> None:
    assert texts(check(rules(tmp_path, f"{HARD}  compound: first\n"), "Det är kvartersdagvatten.")) == [
        "kvartersdagvatten"
    ]


@pytest.mark.parametrize("key", ["level: info", "when: {letter_has: källare}", "pos: null", "compound: none"])
def test_the_compounds_of_other_terms_are_not_looked_for(tmp_path: Path, key: str) -> None:
    assert texts(check(rules(tmp_path, f"{HARD}  {key}\n"), "Brunnen är en dagvattenbrunn.")) == []


def test_a_compound_of_two_terms_is_one_finding(tmp_path: Path) -> None:
    assert texts(check(rules(tmp_path, VITE + KRAV), "Nämnden skickar ett vitesföreläggande.")) == [
        "vitesföreläggande"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Det står i lagen om viten.",
        "Det står i lagen (1985:206) om viten.",
        "Det står i vitet (1985:206) om båtar.",
        "Hör av dig till Eva Vite om du undrar något.",
        "Besöksadress: Vitet 4",
        "Besök oss: Vitets hus, Ågatan 8, 123 45 Storköping.",
        "Du skriver att ”vite är orättvist”.",
    ],
)
def test_names_laws_and_quotations_are_not_the_writers_words(tmp_path: Path, text: str) -> None:
    assert texts(check(rules(tmp_path, VITE), text)) == []


def test_present_participles_are_words_of_their_own(tmp_path: Path) -> None:
    rule = VITE.replace("words: vite\n  compound: first", "words: verkställa\n  pos: VERB")
    assert texts(check(rules(tmp_path, rule), "Vår verkställande direktör verkställer beslutet.")) == ["verkställer"]


ROWS = "Så har vi räknat:\n\nVite, första delen     812,50 kr\nRänta                   14,00 kr"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (ROWS, ["Vite"]),
        (ROWS.replace("812,50 kr", "se nästa sida"), []),
        ("Vite     812,50 kr", []),
        ("| Vite | 812,50 kr |\n| Ränta | 14,00 kr |", ["Vite"]),
        ("| Vite | Anna Ek |\n| Ränta | 14,00 kr |", []),
        ("Vite 68 200\n\nRänta 1 340", ["Vite"]),
        ("Vite 0510 123 456\n\nRänta 0510 123 457", []),
        ("Vite: 5 210\n\nEl: 390\n\nRänta -1 340", ["Vite"]),
        ("Vite: 4\n\nEl: 390\n\nRänta: 2", []),
    ],
)
def test_the_label_of_an_amount_is_read_among_others(tmp_path: Path, text: str, found: list[str]) -> None:
    assert texts(check(rules(tmp_path, VITE), text)) == found


PACKS_WITH_TERMS = [pack for pack in shipped_packs() if any(isinstance(rule, TermRule) for rule in pack.rules)]


def _terms(pack: Pack) -> list[TermRule]:
    """The pack's terms."""
    return [rule for rule in pack.rules if isinstance(rule, TermRule)]


@pytest.mark.parametrize("pack", PACKS_WITH_TERMS, ids=attrgetter("place"))
def test_the_sentence_that_a_rule_offers_is_an_explanation(pack: Pack) -> None:
    assert [text for rule in _terms(pack) for text in _flagged_though_explained(rule)] == []


def _flagged_though_explained(rule: TermRule) -> Iterator[str]:
    """What is flagged still where the sentence that the rule offers follows its word."""
    checker = Checker(rules=[rule])
    for text in _uses(rule):
        explanation = checker.check(parse(text).letter).findings[0].explanation
        explained = f"{text} {explanation}"
        if checker.check(parse(explained).letter).findings:
            yield explained


def _uses(rule: TermRule) -> Iterator[str]:
    """Sentences with the rule's words: its own examples, or one for each word that has its own explanation.

    A rule that asks for more of the letter has that in its examples alone.
    """
    if isinstance(rule.explain, dict) and not rule.has_conditions:
        yield from (f"Brevet talar om {word} här." for word in rule.explain)
    else:
        yield from (example.flag for example in rule.examples if example.flag is not None)


_ABOUT_FOUND = ("Det ", "De ", "Att ")
"""How an explanation begins that is about the word before it, whichever it is; *Att …* is about what one does."""


@pytest.mark.parametrize("pack", PACKS_WITH_TERMS, ids=attrgetter("place"))
def test_an_explanation_is_about_each_of_the_words_that_it_is_offered_for(pack: Pack) -> None:
    assert {rule.id: unnamed for rule in _terms(pack) if (unnamed := _unnamed(rule))} == {}


def _unnamed(rule: TermRule) -> list[str]:
    """The rule's words that its explanation doesn't name."""
    if not isinstance(rule.explain, str) or not rule.explain or rule.explain.startswith(_ABOUT_FOUND):
        return []
    stems = {word[:3] for word in rule.explain.lower().split()}
    return [word for word in rule.words if stems.isdisjoint(part[:3] for part in word.lower().split())]


EACH = VITE.replace(
    "explain: Ett vite är pengar som du måste betala om du inte gör det du ska.",
    "explain: {vite: Ett vite är pengar som du betalar., bot: En bot är ett straff.}",
)


def test_a_term_of_two_words_is_found_after_a_possessive(tmp_path: Path) -> None:
    term = "- {id: r, kind: term, words: skriftlig varning, explain: Det är x., examples: [{flag: x}]}\n"
    assert texts(check(rules(tmp_path, term), "Din skriftliga varning gäller i ett år.")) == ["skriftliga varning"]


def test_words_with_an_explanation_each_are_explained_one_by_one(tmp_path: Path) -> None:
    checked = rules(tmp_path, EACH.replace("  words: vite\n", ""))
    report = check(checked, "Du kan få en bot. Du kan också få ett vite. Böterna är höga.")
    assert [finding.message for finding in report.findings] == [
        "Förklara ”bot”. En bot är ett straff. Eller skriv ”en sorts böter” i stället.",
        "Förklara ”vite”. Ett vite är pengar som du betalar. Eller skriv ”en sorts böter” i stället.",
    ]
    explained = check(checked, "Du kan få en bot. Du kan också få ett vite. En bot är ett straff.")
    assert texts(explained) == ["vite"]
    assert [finding.message for finding in check(checked, "Vi bestämmer ett vitesbelopp.").findings] == [
        "Förklara ”vitesbelopp”. Ett vite är pengar som du betalar."
    ]


def test_a_word_of_a_term_that_was_told_is_told_no_more(tmp_path: Path) -> None:
    longer = VITE.replace("id: vite", "id: hot").replace("words: vite\n  compound: first", "words: [vite per dag]")
    checked = rules(tmp_path, VITE + longer.replace("Ett vite är", "Vite per dag är"))
    assert texts(check(checked, "Du betalar vite per dag. Ditt vite är lågt.")) == ["vite per dag"]
    assert texts(check(checked, "Ditt vite är lågt. Du betalar vite per dag.")) == ["vite", "vite per dag"]


def test_a_compound_of_a_term_that_was_told_alike_is_told_no_more(tmp_path: Path) -> None:
    checked = rules(tmp_path, VITE)
    assert texts(check(checked, "Ditt vite är lågt. Vi bestämmer ett vitesbelopp.")) == ["vite"]
    assert texts(check(checked, "Vi bestämmer ett vitesbelopp. Ditt vite är lågt.")) == ["vite"]
    assert texts(check(checked, "Vi bestämmer ett vitesbelopp.")) == ["vitesbelopp"]


def test_the_message_of_a_compound_names_the_part_that_it_explains(tmp_path: Path) -> None:
    checked = rules(tmp_path, VITE.replace("”{text}”", "{term}"))
    assert [finding.message for finding in check(checked, "Vi bestämmer ett vitesbelopp.").findings] == [
        "Förklara ”vite” i ”vitesbelopp”. Ett vite är pengar som du måste betala om du inte gör det du ska."
    ]


def test_forms_of_a_word_may_share_a_line(tmp_path: Path) -> None:
    forms = EACH.replace("bot: En bot är", '"bot, boten": En bot är').replace("words: vite\n", "pos: null\n")
    assert texts(check(rules(tmp_path, forms), "Du kan få en bot. Du måste betala boten.")) == ["bot"]


SENSES = """\
- id: remiss
  kind: term
  category: fackord
  words: remiss
  explain: En remiss är ett förslag.
  plain: fråga
  senses:
    - when: {letter_has: (läkare|läkaren)}
      explain: En remiss är ett brev från en läkare.
  message: Förklara ”{text}”. {explain} {or_plain}
  examples: [{flag: x}]
"""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Läkaren skriver en remiss.", "Förklara ”remiss”. En remiss är ett brev från en läkare."),
        ("Vi skickar en remiss.", "Förklara ”remiss”. En remiss är ett förslag. Eller skriv ”fråga” i stället."),
    ],
)
def test_a_term_is_explained_in_the_sense_that_the_letter_uses(tmp_path: Path, text: str, message: str) -> None:
    assert [finding.message for finding in check(rules(tmp_path, SENSES), text).findings] == [message]


def test_a_term_is_let_be_where_none_of_its_senses_fits(tmp_path: Path) -> None:
    checked = rules(tmp_path, SENSES.replace("  explain: En remiss är ett förslag.\n", ""))
    assert texts(check(checked, "Vi skickar en remiss.")) == []
    assert texts(check(checked, "Läkaren skriver en remiss.")) == ["remiss"]


def test_a_term_must_be_explained(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="regeln saknar explain"):
        rules(tmp_path, VITE.replace("explain: Ett", "why: Ett"))


def test_words_with_the_same_explanation_are_forms_of_one(tmp_path: Path) -> None:
    forms = EACH.replace("bot: En bot är ett straff.", "bot: Boten är ett straff., boten: Boten är ett straff.")
    checked = rules(tmp_path, forms.replace("words: vite\n", "pos: null\n"))
    assert texts(check(checked, "Du kan få en bot. Du måste betala boten.")) == ["bot"]
    assert texts(check(checked, "Du kan få en bot. Boten är ett straff.")) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("  words: [vite, bot, plikt]", "”plikt” saknar förklaring i explain"),
        ("  words: [vite]", "”bot” i explain finns inte i words"),
    ],
)
def test_every_word_must_be_explained(tmp_path: Path, words: str, told: str) -> None:
    with pytest.raises(FileError, match=told):
        rules(tmp_path, EACH.replace("  words: vite", words))


def test_each_word_of_a_rule_is_flagged_once(tmp_path: Path) -> None:
    rule = VITE.replace("words: vite\n  compound: first", "words: [vite, bötesbelopp]")
    text = "Du kan få betala vite. Vitet är högt. Bötesbeloppet är högt, och ett bötesbelopp till."
    assert texts(check(rules(tmp_path, rule), text)) == ["vite", "Bötesbeloppet"]


def test_a_word_of_a_list_is_a_term_too(tmp_path: Path) -> None:
    """*Skicka in:* and a list of single words is how papers are asked for."""
    assert texts(check(rules(tmp_path, VITE), "Du kan få betala:\n- Vite\n- Avgift")) == ["Vite"]
    assert texts(check(rules(tmp_path, VITE), "Meny\n- Vite\n- Avgift")) == []
    assert texts(check(rules(tmp_path, VITE), "Uppgifter:\n- Vite: nej")) == []


@pytest.mark.parametrize(
    ("word", "used"),
    [("bulvan", "bulvanen"), ("apostille", "apostillen"), ("arkivdepå", "arkivdepåns"), ("solvent", "solventa")],
)
def test_forms_that_no_table_knows_are_guessed(tmp_path: Path, word: str, used: str) -> None:
    rule = VITE.replace("words: vite", f"words: {word}").replace("compound: first", "")
    assert texts(check(rules(tmp_path, rule), f"Här står {used} utan ord om vad det är.")) == [used]


@pytest.mark.parametrize("pos", ["NOUN", "null"])
@pytest.mark.parametrize(("word", "used"), [("krypterad", "krypterade"), ("riskklassad", "riskklassat")])
def test_a_participle_among_nouns_is_found_in_all_its_forms(tmp_path: Path, word: str, used: str, pos: str) -> None:
    rule = VITE.replace("words: vite", f"words: [{word}, båtgods]\n  pos: {pos}").replace("compound: first", "")
    rule = rule.replace("Ett vite är", "Det är")
    assert texts(check(rules(tmp_path, rule), f"Vi har {used} mejl vid bryggan.")) == [used]


def test_a_short_participle_looks_like_another_word(tmp_path: Path) -> None:
    rule = VITE.replace("words: vite", "words: [listad, båtgods]\n  pos: null").replace("compound: first", "")
    assert texts(check(rules(tmp_path, rule.replace("Ett vite är", "Det är")), "Vi listade båtarna.")) == []


@pytest.mark.parametrize(("word", "used"), [("vak", "vakt"), ("vak", "vakar"), ("lot", "lott")])
def test_a_form_that_is_another_word_is_not_guessed(tmp_path: Path, word: str, used: str) -> None:
    rule = VITE.replace("words: vite", f"words: {word}").replace("compound: first", "")
    assert texts(check(rules(tmp_path, rule), f"Här står {used} vid bryggan.")) == []


def test_a_term_is_told_in_short_lines_where_its_rule_says_so(tmp_path: Path) -> None:
    text = "Hej!\n\nVite\n\nEva Ek"
    assert texts(check(rules(tmp_path, VITE), text)) == []
    assert texts(check(rules(tmp_path, VITE + "  in_labels: true\n"), text)) == ["Vite"]


@pytest.mark.parametrize(("level", "found"), [("info", []), ("warning", ["vite"])])
def test_a_hard_word_behind_a_label_is_told(tmp_path: Path, level: str, found: list[str]) -> None:
    text = "Hej!\n\nDu får svar om hamnen:\n\nÅtgärd: vite\n\nEva Ek"
    assert texts(check(rules(tmp_path, f"{VITE}  level: {level}\n"), text)) == found


@pytest.mark.parametrize(
    "text", ["Från: Vite", "Beslutande enhet: Vite", "Vite: 4", "Meny\n- Vite\n- Avgift", "Vite: Eva Ek"]
)
def test_a_menu_a_label_and_a_sender_are_no_lines_to_be_read(tmp_path: Path, text: str) -> None:
    assert texts(check(rules(tmp_path, VITE), text)) == []


def test_a_term_with_a_capital_is_told_where_its_rule_says_so(tmp_path: Path) -> None:
    text = "Du kan få betala ett Vite."
    assert texts(check(rules(tmp_path, VITE), text)) == []
    assert texts(check(rules(tmp_path, VITE + "  as_name: true\n"), text)) == ["Vite"]


def test_another_hard_word_in_a_parenthesis_explains_nothing(tmp_path: Path) -> None:
    text = "Du kan få ett vite (föreläggande)."
    assert texts(check(rules(tmp_path, VITE + KRAV), text)) == ["vite", "föreläggande"]


TIDE = """\
- id: tidvatten
  kind: term
  category: fackord
  explain:
    tidvatten, tidvattnet: Tidvatten är att havet stiger och sjunker.
    springflod: En springflod är ett ovanligt högt vatten.
  hints: [tidvatten]
  message: Förklara ”{text}”. {explain}
  examples: [{flag: x}]
"""


def test_of_words_that_many_know_a_rule_gives_a_hint_only(tmp_path: Path) -> None:
    text = "Hej!\nDu får vänta på tidvattnet eller på en springflod."
    found = check(rules(tmp_path, TIDE), text).findings
    assert [(each.text, each.level) for each in found] == [("tidvattnet", Level.INFO), ("springflod", Level.WARNING)]


def test_a_level_that_somebody_chose_is_for_all_words_of_a_rule(tmp_path: Path) -> None:
    (rule,) = rules(tmp_path, TIDE)
    assert isinstance(rule, TermRule)
    raised = rule.at_level(Level.ERROR)
    assert (rule.hinted, raised.level, raised.hinted) == ({"tidvatten"}, Level.ERROR, frozenset())


def test_hints_are_words_of_the_rule(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="”ebb” i hints finns inte i words"):
        rules(tmp_path, TIDE.replace("[tidvatten]", "[ebb]"))


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Ni har den 3 maj ansökt om vite.", Level.INFO),
        ("Tack för din ansökan om ett nytt vite. Vi prövar vite i juni.", Level.INFO),
        ("Tack för din ansökan om båtplats och vite.", Level.INFO),
        ("Vi har läst din ansökan om båtplats. Och vite prövas för sig.", Level.WARNING),
        ("Du har beställt vite av oss.", Level.INFO),
        ("# Angående din ansökan om vite\nVi prövar vite i juni.", Level.INFO),
        ("# Svar på er beställning av nytt vite\nVi prövar vite i juni.", Level.INFO),
        ("# Beslut om ansökan om vite\nEr ansökan kom in den 3 maj. Vi prövar vite i juni.", Level.INFO),
        ("Ärende: Ansökan om bygglov för tillbyggnad av vite\nDin ansökan saknar vite.", Level.INFO),
        ("# Ansökan om vite\nGrannen har sökt. Vi prövar vite i juni.", Level.WARNING),
        ("# Regler om vite\nEr ansökan kom in den 3 maj. Vi prövar vite i juni.", Level.WARNING),
        ("# Svar på begäran om vite\nVi säger ja.", Level.INFO),
        ("Grannen har ansökt om vite.", Level.WARNING),
        ("Sökanden ansökte den 3 maj om vite.", Level.INFO),
        ("Sökanden ansökte den 3 maj om vite. Du är granne och kan svara.", Level.WARNING),
        ("# Besked om antagning – vite\nVi ses i maj.", Level.INFO),
        ("Vi har läst din ansökan. Om vite beslutar domstolen.", Level.WARNING),
    ],
)
def test_what_the_reader_has_applied_for_is_only_hinted_at(tmp_path: Path, text: str, level: Level) -> None:
    found = check(rules(tmp_path, VITE), f"Hej!\n{text}").findings
    assert [each.level for each in found] == [level]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Du inkom den 9 maj med kopior och utdrag ur vite.", Level.INFO),
        ("Ni har skickat in ritningar och vite.", Level.INFO),
        ("Du har inte skickat in vite.", Level.WARNING),
        ("Du har lämnat in en ansökan om båtplats vid vite.", Level.WARNING),
        ("Grannen har skickat in vite.", Level.WARNING),
    ],
)
def test_what_the_reader_has_sent_in_is_only_hinted_at(tmp_path: Path, text: str, level: Level) -> None:
    found = check(rules(tmp_path, VITE), f"Hej!\n{text}").findings
    assert [each.level for each in found] == [level]


PAID = VITE.replace("words: vite", "words: sjöpenning")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Vidare har sjöpenning utbetalats i maj.", Level.INFO),
        ("Sjöpenning har betalats ut i maj.", Level.INFO),
        ("Som inkomst har vi räknat sjöpenning från Försäkringskassan.", Level.INFO),
        ("Vi räknar med att du kan få sjöpenning från Försäkringskassan.", Level.WARNING),
        ("Du kan få sjöpenning i maj.", Level.WARNING),
    ],
)
def test_who_got_an_income_knows_its_name(tmp_path: Path, text: str, level: Level) -> None:
    found = check(rules(tmp_path, PAID), f"Hej!\n{text}").findings
    assert [each.level for each in found] == [level]


UNIT = VITE.replace("words: vite", "words: hamnnämnd")


@pytest.mark.parametrize(
    ("letter", "flagged"),
    [
        ("Hamnnämnden\nNorrlida kommun\n\nHej Eva!\nHamnnämnden har läst ditt brev om bryggan.", []),
        ("Hej Eva!\nRing hamnnämnden om bryggan.\n\nBo Ek\nHamnvakt, hamnnämnden", []),
        ("Norrlida kommun\n\nHej Eva!\nHamnnämnden har läst ditt brev om bryggan.", ["Hamnnämnden"]),
        ("Hamnnämnden\n\nHej Eva!\nEn hamnnämnd ska läsa ditt brev om bryggan.", ["hamnnämnd"]),
    ],
)
def test_the_unit_that_sends_the_letter_needs_no_explanation(tmp_path: Path, letter: str, flagged: list[str]) -> None:
    assert texts(check(rules(tmp_path, UNIT), letter)) == flagged


PART = VITE.replace("words: vite", "words: hjon")


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Tack för att du vill bli hjon.", []),
        ("Du är inte längre hjon för Elsa när hon fyller 18.", []),
        ("Du är Elsas hjon och får därför beslutet.", []),
        ("Vill du bli hjon?\nHej Eva, du står på vår lista över dem som vill hjälpa till.", []),
        ("Vill du bli hjon? Kom på mötet.", ["hjon"]),
        ("Du får brevet för att du är hjon.", ["hjon"]),
        ("Elsa har fått ett hjon.", ["hjon"]),
    ],
)
def test_what_the_reader_is_by_choice_needs_no_explanation(tmp_path: Path, text: str, flagged: list[str]) -> None:
    assert texts(check(rules(tmp_path, PART), text)) == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Hej alla i styrgruppen!\nVi ses på torsdag.", []),
        ("Hej Eva!\nVi har frågat styrgruppen.", ["styrgruppen"]),
    ],
)
def test_readers_that_are_greeted_know_what_they_are(tmp_path: Path, text: str, flagged: list[str]) -> None:
    assert texts(check(rules(tmp_path, VITE.replace("words: vite", "words: styrgrupp")), text)) == flagged


@pytest.mark.parametrize(
    "text",
    [
        "Ämne: SV: När kommer vitet?\nHej!\nVitet kommer i maj.",
        "Tack för ert förslag om ett nytt vite vid parken.",
        "Du berättade i telefon att vitet är borta.",
        "Du enligt egen uppgift har ett vite i hamnen.",
        "Vite: avslag\nHej!\nVite kan du inte få.",
    ],
)
def test_of_words_that_the_reader_has_used_only_hints_are_given(tmp_path: Path, text: str) -> None:
    found = check(rules(tmp_path, VITE), text).findings
    assert {each.level for each in found} <= {Level.INFO}


def test_an_address_on_the_web_is_no_compound(tmp_path: Path) -> None:
    rule = VITE.replace("compound: first", "compound: last")
    assert texts(check(rules(tmp_path, rule), "Läs mer på ekvalla.se/vite eller ring oss.")) == []


KNOWN = f"{VITE}  known_to: [förening, godman]\n"


@pytest.mark.parametrize(
    ("head", "flagged"),
    [
        ("Almviks roddklubb\nTallgatan 2\n512 95 Norrlida", []),
        ("God man\nEva Berg\nTallgatan 2\n512 95 Norrlida", []),
        ("Almviks Plåt AB\nTallgatan 2\n512 95 Norrlida", ["vite"]),
        ("Eva Berg\nTallgatan 2\n512 95 Norrlida", ["vite"]),
        ("", ["vite"]),
    ],
)
def test_readers_who_know_a_word_need_no_explanation(tmp_path: Path, head: str, flagged: list[str]) -> None:
    assert texts(check(rules(tmp_path, KNOWN), f"{head}\n\nDu kan få ett vite.")) == flagged


def test_what_the_reader_knows_explains_a_hard_word_beside_it(tmp_path: Path) -> None:
    text = "Almviks roddklubb\nTallgatan 2\n512 95 Norrlida\n\nNi kan få ett föreläggande (vite)."
    assert texts(check(rules(tmp_path, KNOWN + KRAV), text)) == []


def test_an_unknown_audience_is_pointed_at(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r":17:24: ”gudman” är inget värde för known_to. Menade du ”godman”?"):
        rules(tmp_path, KNOWN.replace("godman", "gudman"))


def test_a_rule_says_who_knows_its_words(tmp_path: Path) -> None:
    (rule,) = rules(tmp_path, KNOWN)
    assert list(rule.notes) == ["Regeln är tyst i brev till läsare som kan orden: förening, godman."]


def test_of_what_the_reader_has_applied_for_nothing_is_told_that_is_a_hint_anyway(tmp_path: Path) -> None:
    hint = rules(tmp_path, f"{VITE}  level: info\n")
    assert texts(check(hint, "Hej!\nNi har den 3 maj ansökt om vite.")) == []
    assert texts(check(hint, "Hej!\nGrannen har ansökt om vite.")) == ["vite"]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Ert brandskyddsarbete är bra.", []),
        ("Du är uttagen till nattskyddsarbete.", ["nattskyddsarbete"]),
    ],
)
def test_a_compound_that_is_parted_inside_the_term_is_another_word(
    tmp_path: Path, text: str, flagged: list[str]
) -> None:
    rule = HARD.replace("[dagvatten, underrätt]", "skyddsarbete")
    assert texts(check(rules(tmp_path, rule), f"Hej!\n{text}")) == flagged


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Du betalar merkostnaden själv.", "den extra kostnaden"),
        ("Du betalar den merkostnaden själv.", "extra kostnaden"),
        ("Det blir en merkostnad i maj.", "extra kostnad"),
    ],
)
def test_a_definite_noun_with_an_adjective_has_an_article(tmp_path: Path, text: str, told: str) -> None:
    term = "- {id: x, kind: term, words: merkostnad, pos: NOUN, plain: extra kostnad, explain: En extra kostnad., "
    rule = term + "message: '{or_plain}', examples: [{flag: x}]}\n"
    assert check(rules(tmp_path, rule), text).findings[0].message == f"Eller skriv ”{told}” i stället."


OF_THE_BODY = """\
- {id: koloskopi, kind: term, category: fackord, words: koloskopi,
   explain: En koloskopi är en undersökning där läkaren tittar i tarmen., examples: [{flag: x}]}
- {id: bursit, kind: term, category: fackord, words: bursit,
   explain: Bursit betyder att en slemsäck vid en led är inflammerad., examples: [{flag: x}]}
"""


@pytest.mark.parametrize(
    "text",
    [
        "Du är välkommen till koloskopi.\n\nPlats: hus 3\n\nUndersökningen innebär att vi för in en slang i tarmen.",
        "# Koloskopi\nDu får en koloskopi i maj.\n\nUndersökningen går till så att vi för in en slang.",
    ],
)
def test_a_term_is_told_of_the_general_word_for_it(tmp_path: Path, text: str) -> None:
    assert texts(check(rules(tmp_path, OF_THE_BODY), text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Du är välkommen till koloskopi. Undersökningen tar en timme.",
        "Du är välkommen till koloskopi. Behandlingen innebär att du får en salva.",
        "Du är välkommen till koloskopi. Undersökningen innebär att du inte längre får äta.",
    ],
)
def test_what_tells_nothing_of_the_thing_explains_no_term(tmp_path: Path, text: str) -> None:
    assert texts(check(rules(tmp_path, OF_THE_BODY), text)) == ["koloskopi"]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Du har bursit i armen och kan inte ro.", Level.INFO),
        ("Du lider av svår bursit och kan inte ro.", Level.INFO),
        ("Din bursit gör att du inte kan ro.", Level.INFO),
        ("Den som har bursit kan inte ro.", Level.WARNING),
        ("Du har en båt. Din granne har bursit.", Level.WARNING),
    ],
)
def test_who_has_an_illness_has_heard_its_name(tmp_path: Path, text: str, level: Level) -> None:
    assert [found.level for found in check(rules(tmp_path, OF_THE_BODY), text).findings] == [level]


STÖD = """\
- id: boendestöd
  kind: term
  category: fackord
  level: info
  explain:
    boendestöd: Boendestöd är hjälp att få vardagen att fungera.
    vårdbidrag: Vårdbidrag är pengar till den som har ett sjukt barn.
    kvarskatt: Kvarskatt är skatt som du betalar i efterhand.
    restskatt: Restskatt är skatt som du betalar i efterhand.
  message: Förklara ”{text}”. {explain}
  examples: [{flag: x}]
"""


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Du kan få boendestöd på båten.", ["boendestöd"]),
        ("Bo är beviljad båtplats samt boendestöd.", []),
        ("Du har redan boendestöd.", []),
        ("Det går att lösa med utökat boendestöd.", []),
        ("Bo är 27 år och bor i boendestöd.", []),
        ("Det kan påverka ditt vårdbidrag.", []),
        ("Bo är ensam och uppbär vårdbidrag.", []),
        ("Den som bor vid bryggan kan få vårdbidrag.", ["vårdbidrag"]),
        ("Behovet är tillgodosett genom färjan och boendestöd.", []),
        ("Grannen har sett boendestöd på bryggan.", ["boendestöd"]),
        ("Du har uppgett att sonen har boendestöd.", []),
    ],
)
def test_what_somebody_has_already_needs_no_explanation(tmp_path: Path, text: str, flagged: list[str]) -> None:
    assert texts(check(rules(tmp_path, STÖD), f"Hej!\n{text}")) == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("- Föräldrapenning, vårdbidrag och sjukpenning\n- Lön från hamnen", []),
        ("- Skicka uppgift om vårdbidrag till hamnen.\n- Ring oss.", ["vårdbidrag"]),
    ],
)
def test_who_gets_an_income_finds_it_in_a_list(tmp_path: Path, text: str, flagged: list[str]) -> None:
    assert texts(check(rules(tmp_path, STÖD), f"Hej!\nSom inkomst räknas:\n{text}")) == flagged


def test_words_that_are_explained_alike_are_one_subject(tmp_path: Path) -> None:
    text = "Hej!\nHar du kvarskatt, det vill säga skatt som du betalar i efterhand, ring. Restskatt kan delas upp."
    assert texts(check(rules(tmp_path, STÖD), text)) == []


@pytest.mark.parametrize("text", ["Vi har gått igenom alla ansökningar till boendestöd. Tack för din ansökan."])
def test_who_has_applied_is_one_of_those_who_have(tmp_path: Path, text: str) -> None:
    assert texts(check(rules(tmp_path, STÖD), f"Hej!\n{text}")) == []
