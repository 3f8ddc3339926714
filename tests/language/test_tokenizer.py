"""How a letter's text is cut into tokens: the blank-separated right-hand side says where."""

import random

import pytest

from klarsprak.language import tokenizer
from klarsprak.language.abbreviations import ABBREVIATION, FINAL, LEADING, WORDS
from klarsprak.language.tokenizer import tokenize

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
    # Signs before and after: several, each by itself; stops and ellipses together.
    ("((a))", "( ( a ) )"),
    ("»Va?!«...", "» Va ? ! « ..."),
    ("...men", "... men"),
    ("…… a……", "… … a ……"),
    ("Pris: 5€, $5, US$5, 5US$ och A$AP", "Pris : 5 € , $ 5 , US$ 5 , 5 US$ och A$ AP"),
    ("+46 1+ +a", "+46 1 + + a"),
    ("=a a= %a -a- /a/ @a@", "= a a= % a -a- /a/ @a@"),
    ("–a– —a—", "– a – — a —"),
    ("'a' Columbus' MAX'", "' a ' Columbus' MAX'"),
    ("Columbus’s", "Columbus’s"),
    ("§a §§3 3§ 4a§§ A§ 3§§§", "§ a §§ 3 3 § 4a §§ A§ 3§§§"),
    # Units after figures.
    ("5km 5km² 5km/h 25% 5mbar 5kmx 5kr xkm", "5 km 5 km² 5km/h 25 % 5 mbar 5kmx 5kr xkm"),
    ("5km. 5%)", "5 km . 5 % )"),
    ("20°C. 20°F och °", "20 ° C . 20 ° F och °"),
    # A stop after a word, number or sign; not after a capital that is no word.
    ("a). 2. m². 5%. a_. SoL. -A. K.-G. €. /.", "a ) . 2 . m² . 5 % . a _ . SoL . -A. K.-G. € . /."),
    # Icons, also within; tones of skin and newer ones stay.
    ("☎031 a☎b ©a 😀😀", "☎ 031 a ☎ b © a 😀 😀"),
    ("👍🏽 a🥲b", "👍 🏽 a🥲b"),
    # Signs between letters.
    ("a,b a!b a?b a;b a<b a>b a=b a--b", "a , b a ! b a ? b a ; b a < b a > b a = b a -- b"),
    ("1,2 a,2 a---b a&b a-b a_b", "1,2 a,2 a---b a&b a-b a_b"),
    ("a..b a…b a…..b", "a .. b a … b a … .. b"),
    ("a.b A.b a.B a.1", "a.b A.b a . B a.1"),
    ("a:Bc a:B a:bc A:Bc 1:Bc", "a : Bc a:B a:bc A:Bc 1:Bc"),
    ("a)bc a)b a(n) a”bc 1)bc", "a ) bc a)b a(n ) a ” bc 1)bc"),
    ("ab/cd a/bc ab/c ab-/cd a-/b", "ab / cd a/bc ab/c ab- / cd a-/b"),
    ("ªb,c µ,c d,µ ﬁ,a", "ªb , c µ,c d,µ ﬁ,a"),
    # Letters that are written as two signs.
    ("a\u030a. a\u030a,b", "a\u030a. a\u030a,b"),
    # Addresses keep what would divide them, and give up signs after them.
    ("(https://kommun.example/a,b/Om(oss)er).", "( https://kommun.example/a,b/Om(oss)er ) ."),
    ("anna.berg@kommun.example?subject=hej,du", "anna.berg@kommun.example?subject=hej,du"),
    ("http://kommun/a,b", "http://kommun/a , b"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tokens"), TOKENS, ids=[text for text, _ in TOKENS])
def test_a_text_is_cut_into_these_tokens(text: str, tokens: str) -> None:
    assert tokenize(text)[0] == tokens.split()


@pytest.mark.parametrize(
    ("text", "tokens", "spaced"),
    [
        ("", [], []),
        (" ", [" "], [False]),
        ("a ", ["a"], [True]),
        (" a", [" ", "a"], [False, False]),
        ("a b", ["a", "b"], [True, False]),
        ("a  b", ["a", " ", "b"], [True, False, False]),
        ("a   b  ", ["a", "  ", "b", " "], [True, False, True, False]),
        ("a\nb", ["a", "\n", "b"], [False, False, False]),
        ("a \n b", ["a", "\n ", "b"], [True, False, False]),
        ("a\n b", ["a", "\n ", "b"], [False, False, False]),
        ("10\u00a0000 kr.", ["10", "\u00a0", "000", "kr", "."], [False, False, True, False, False]),
        ("(a, b)", ["(", "a", ",", "b", ")"], [False, False, True, False, False]),
    ],
)
def test_one_blank_belongs_to_no_token_and_others_are_tokens(
    text: str, tokens: list[str], spaced: list[bool]
) -> None:
    assert tokenize(text) == (tokens, spaced)


def test_the_tokens_with_their_blanks_are_the_text() -> None:
    chance = random.Random(7)
    parts = [
        *"aåÖß1²½.,:;!?()[]{}<>_#*&'”’»%=–+-/§$€@°☎😀🏽\u0301\u200b\u00ad\x00\ud800·。",
        *(" ", " ", "  ", "\n", "\t", "\u00a0", "\r\n", "\u2028", "\x1c"),
        *("bl.a.", "km/h", "US$", "www.kommun.example", "a@b.example", "..", "……", "--", "§§", "°C."),
    ]
    for _ in range(5000):
        text = "".join(chance.choices(parts, k=chance.randint(0, 12)))
        tokens, spaced = tokenize(text)
        assert "".join(token + " " * blank for token, blank in zip(tokens, spaced, strict=True)) == text
        assert all(tokens)


@pytest.mark.parametrize("short", sorted(LEADING | FINAL | WORDS))
def test_a_word_with_its_stop_is_an_abbreviation_as_the_list_has_it(short: str) -> None:
    stem = short.removesuffix(".")
    for text in (short, f"{stem}.", stem, f"{stem}a.", f"x{stem}."):
        for written in (text, text.capitalize(), text.upper()):
            if "." in written:
                assert tokenizer._is_abbreviation(written) is bool(ABBREVIATION.match(written))


def test_one_letter_with_a_stop_is_an_initial_or_an_abbreviation() -> None:
    for letter in "AaÅåÖöÉéKkOoSsVvZz":
        assert tokenizer._is_abbreviation(f"{letter}.") is bool(ABBREVIATION.match(f"{letter}."))


@pytest.mark.parametrize(
    "part", ["(", "a.", "A.", "a,", "aa/", "§", "(A.", "…", "5km", "a@a.", "Aa:", "http://", ".a", "é"]
)
def test_a_stretch_of_any_length_is_divided(part: str) -> None:
    for text in (part * 20_000, part * 10_000 + "!" * 10_000, "(" * 10_000 + part * 10_000):
        tokens, spaced = tokenize(text)
        assert "".join(tokens) == text
        assert not any(spaced)


def test_lists_that_were_given_are_the_callers_own() -> None:
    tokenize("(se")[0].clear()
    assert tokenize("(se")[0] == ["(", "se"]
