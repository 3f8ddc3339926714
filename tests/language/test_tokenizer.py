"""How a letter's text is cut into tokens: the blank-separated right-hand side says where."""

import re

import pytest

from klarsprak.language import tokenizer
from klarsprak.language.abbreviations import ABBREVIATION
from klarsprak.language.pipeline import load

TOKENS = [
    # Abbreviations keep their stops, also within brackets and before other punctuation.
    ("bl.a. t.ex. f.n. t.o.m. fr.o.m. m.m. o.s.v.", "bl.a. t.ex. f.n. t.o.m. fr.o.m. m.m. o.s.v."),
    ("Bl.a. T.ex. M.M.", "Bl.a. T.ex. M.M."),
    ("enl. prop. bet. dnr. st. kap. kl. nr. tel. ca. jfr. ang. resp. dvs. etc.",
     "enl. prop. bet. dnr. st. kap. kl. nr. tel. ca. jfr. ang. resp. dvs. etc."),
    ("(bl.a. skolan)", "( bl.a. skolan )"),
    ("(kl. 9–12)", "( kl. 9–12 )"),
    ("hundar, katter m.m.)", "hundar , katter m.m. )"),
    ("m.m.: a", "m.m. : a"),
    ("o.d., e.d. och i.st.f. dig", "o.d. , e.d. och i.st.f. dig"),
    ("org.nr 556000-0000", "org.nr 556000-0000"),
    ("p.g.a. m.h.t. u.p.a.", "p.g.a. m.h.t. u.p.a."),
    ("A. Andersson och K.-G. Berg", "A. Andersson och K.-G. Berg"),
    # Words that are also abbreviations, and units, give their stop to the sentence.
    ("Ta din bil.", "Ta din bil ."),
    ("Det kostar 500 kr.", "Det kostar 500 kr ."),
    ("Vi följer SoL. Det räcker.", "Vi följer SoL . Det räcker ."),
    ("Kommunen är med. Du också.", "Kommunen är med . Du också ."),
    # Laws, cases, dates, times, amounts.
    ("enl. 4 kap. 1 § SoL", "enl. 4 kap. 1 § SoL"),
    ("16 kap. 3§ och 5–7 §§ jordabalken", "16 kap. 3 § och 5–7 §§ jordabalken"),
    ("SFS 2001:453, prop. 2001/02:1", "SFS 2001:453 , prop. 2001/02:1"),
    ("lagen (2018:222) om bidrag", "lagen ( 2018:222 ) om bidrag"),
    ("Dnr 2024/123 och BAB 2025-88", "Dnr 2024/123 och BAB 2025-88"),
    ("KS2024/12, 2024/SN", "KS2024/12 , 2024/SN"),
    ("Näset 2:17", "Näset 2:17"),
    ("den 3:e maj, 2024-05-03, 3/5", "den 3:e maj , 2024-05-03 , 3/5"),
    ("kl. 8.00–16.30.", "kl. 8.00–16.30 ."),
    ("1 000 kr, 12,5 % och 25%", "1 000 kr , 12,5 % och 25 %"),
    ("läsåret 2025/2026", "läsåret 2025/2026"),
    ("årskurs 7-9", "årskurs 7-9"),
    # Telephone, e-mail, web.
    ("Ring 031-390 06 21.", "Ring 031-390 06 21 ."),
    ("Mejla anna.berg@kommun.example.", "Mejla anna.berg@kommun.example ."),
    ("Se www.kommun.example/bygga/lov, tack", "Se www.kommun.example/bygga/lov , tack"),
    ("https://kommun.example/a?b=c", "https://kommun.example/a?b=c"),
    # Slash pairs are two words; units, numbers and c/o are one.
    ("och/eller", "och / eller"),
    ("han/hon/hen", "han / hon / hen"),
    ("din make/maka.", "din make / maka ."),
    ("Barn-/ungdomsvård", "Barn- / ungdomsvård"),
    ("40 km/h, 3 m³/s, 500 kr/månad", "40 km/h , 3 m³/s , 500 kr/månad"),
    ("Kör 40 km/h. Sakta.", "Kör 40 km/h . Sakta ."),
    ("c/o Berg", "c/o Berg"),
    # Hyphens and colons within words.
    ("e-post för- och efternamn", "e-post för- och efternamn"),
    ("Barn- och utbildningsnämnden", "Barn- och utbildningsnämnden"),
    ("EU:s, FN:s och S:t Erik", "EU:s , FN:s och S:t Erik"),
    ("Handläggare:Anna", "Handläggare : Anna"),
    # Quotation marks, brackets, dashes.
    ("”Välkommen!” sa hon.", "” Välkommen ! ” sa hon ."),
    ("(se bilaga 1)", "( se bilaga 1 )"),
    ("ja – nej", "ja – nej"),
    ("Vi väntar… Hej!", "Vi väntar … Hej !"),
    ("slut.Nu", "slut . Nu"),
    # A verb at the end of its sentence.
    ("Samtal förs. Vi", "Samtal förs . Vi"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tokens"), TOKENS, ids=[text for text, _ in TOKENS])
def test_a_text_is_cut_into_these_tokens(text: str, tokens: str) -> None:
    assert [token.text for token in load().make_doc(text)] == tokens.split()


SIGNS = [
    "",
    ".",
    "...",
    "........",
    ",",
    "§§",
    "%",
    "²",
    "°C.",
    "km/h",
    "mm²",
    "!?",
    "’",
    "”)",
    "€",
    "/",
    "--",
    "·",
    "_",
]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    "word", ["du", "Bostadsanpassningsbidragsärende", "m.m", "S", "12", "3:e", "”Kom", "och/eller"]
)
def test_what_is_not_searched_has_nothing_to_divide(word: str, sign: str) -> None:
    for text in filter(None, (word + sign, sign + word, word + sign + word)):
        if not tokenizer._is_one_token(text):
            assert _place(tokenizer._suffix(text)) == _place(tokenizer._search_suffix(text))
        assert list(map(_place, tokenizer._infixes(text))) == list(map(_place, tokenizer._find_infixes(text)))
        whole = ABBREVIATION.match(text) or tokenizer._UNIT.match(text)
        assert _place(tokenizer._is_one_token(text)) == _place(whole)


def _place(match: re.Match[str] | None) -> tuple[int, int] | None:
    return match.span() if match else None
