"""Every long regular expression has words of letters that fit it, and words that don't."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import klarsprak.laws
from klarsprak.laws import find_references, load_register, tokens
from klarsprak.laws.explanation import mask
from klarsprak.laws.masked import REF
from klarsprak.laws.prefilter import SIGNS
from klarsprak.lazy_regex import LazyRegex

REGISTER = load_register(None)
LONG = 80

# Each cue looks at masked text; ``search`` anywhere in it, ``match`` at its beginning.
CUES = {
    "RULES_STAND": (
        ["Reglerna om lokalen står i 8 kap. 14 § alkohollagen.", "Kraven finns i 25 § FL."],
        ["Reglerna i 25 § FL är nya.", "Reglerna finns i hamnen."],
    ),
    "SECTION_SAYS": (
        ["4 kap. 1 § SoL säger att du kan få hjälp.", "25 § FL, som innebär att du får läsa allt.",
         "25 § FL ger dig rätt att läsa allt."],
        ["Vi följer 25 § FL när vi svarar."],
    ),
    "WHICH_SAYS": (
        ["25 § FL, som handlar om insyn.", "25 § FL (du har rätt att läsa allt)", "25 § FL, det vill säga att du får",
         "25 § FL, där det står vad du får"],
        ["25 § FL och andra regler."],
    ),
    "STANDS_THAT": (
        ["Av 25 § FL framgår att du får läsa allt.", "I 25 § FL finns regler om att du får läsa allt.",
         "Det står i 25 § FL att du får läsa allt.", "Att du får läsa allt framgår av 25 § FL."],
        ["Reglerna står i 25 § FL."],
    ),
    "ASKED": (
        ["Motivera varför skadan ska ses som liten enligt 25 § FL.", "Beskriv hur ni uppfyller kravet i 25 § FL.",
         "Du ska lämna en redogörelse för hur barnet har rätt till stöd enligt 9 § LSS."],
        ["Enligt 25 § FL ska du förklara varför du inte betalar.", "Skriv att du har rätt till stöd enligt 9 § LSS."],
    ),
    "FRONTED": (
        ["Enligt 25 § FL ska du få läsa allt.", "Men med stöd av 9 § LSS och 10 § LSS betalar du inget."],
        ["Du får läsa allt enligt 25 § FL."],
    ),
    "RULE": (
        ["Du får läsa allt.", "Kommunen har det yttersta ansvaret.", "Det är för var och en förbjudet.",
         "Din rätt till insyn"],
        ["Vi svarar i dag."],
    ),
    "CONDITION": (
        ["om du behöver det", "i de fall huset är sålt"],
        ["Vi svarar i dag."],
    ),
    "HALF": (
        ["Avgift tas ut enligt 25 § FL.", "Hon bor på ett boende med personal enligt 9 § LSS.",
         "Därför har du rätt till hjälp (9 § LSS)."],
        ["Avgiften är beslutad enligt 25 § FL.", "Kommunen kan komma att stänga vattnet enligt 25 § FL."],
    ),
    "MAY_HAPPEN": (
        ["Om du inte svarar kan ärendet komma att avgöras som det är med stöd av 25 § FL.",
         "I det fall svaret inte kommer riskerar ansökan att avvisas, jfr 25 § FL."],
        ["Om du svarar kan ärendet komma att avgöras enligt 25 § FL.", "Om du inte svarar gäller 25 § FL."],
    ),
    "WHOSE_RULES": (
        ["Enligt Swedacs föreskrifter (25 § FL) ska vågen provas.",
         "Ljudet bör enligt HaV:s allmänna råd om buller (25 § FL) mätas i ett rum."],
        ["Vågen ska provas enligt Swedacs föreskrifter (25 § FL).", "Enligt 25 § FL ska vågen provas i maj."],
    ),
    "RIGHT_OR_DUTY": (
        ["Du har rätt till insyn.", "Du har möjlighet att svara.", "Du har tre veckor på dig.",
         "Barnet har skolplikt.", "Du har företrädesrätt till platsen.", "Din plats skyddas av sekretess."],
        ["Vi svarar i dag."],
    ),
    "GIVEN_BY_OTHER": (
        ["Hon har rätt till stöd enligt 9 § LSS."],
        ["Hon har rätt till stöd."],
    ),
    "GENERAL": (
        ["om du behöver det", "inom tre veckor", "för en fastighetsägare"],
        ["hon avslag"],
    ),
    "DECIDES": (
        ["Nämnden beslutar detta.", "Vi bedömer det.", "Ansökan avslås.", "Stöd har beviljats.",
         "Vi anmäler det.", "Vi påförs en avgift.", "Du har den 5 maj ansökt om stöd."],
        ["Du får läsa allt."],
    ),
    "HAS_DONE": (["hon fått stöd", "nämnden den 5 maj beslutat"], ["du rätt att läsa"]),
    "THIS_CASE": (
        ["din ansökan", "Insatsen kan inte beviljas.", "Hon har inte rätt.", "Nu har du därför stöd.",
         "Har du inte svar?", "1 200 kronor", "den 5 maj", "2026-05-05"],
        ["alla ansökningar"],
    ),
    "ASIDE": (
        ["kraven i 9 § LSS", "förutsättningarna för stöd enligt 9 § LSS", "du måste följa 9 § LSS",
         "rätt till insatser enligt 9 § LSS."],
        ["stöd enligt 9 § LSS"],
    ),
    "ATTRIBUTE": (
        ["en anmälan enligt 9 § LSS", "beslutet om bistånd enligt 9 § LSS", "du får en plats enligt 9 § LSS.",
         "laglighetsprövning av beslutet enligt 9 § LSS", "överklagan kan göras enligt 9 § LSS"],
        ["du får stöd enligt 9 § LSS"],
    ),
    "CLAIM": (
        ["Ersättning enligt 25 § FL betalas ut.", "rätten till dispens från kravet enligt 25 § FL"],
        ["Du får svara enligt 25 § FL.", "Vi ersätter dig enligt 25 § FL."],
    ),
    "WHERE": (
        ["Det regleras i 25 § FL.", "Mer finns närmare i 25 § FL.", "Se 25 § FL."],
        ["med stöd av 25 § FL", "på grund av 25 § FL"],
    ),
    "TELLS_WHERE": (["I 25 § FL finns regler.", "Av 25 § FL framgår reglerna."], ["Du läser i 25 § FL"]),
    "VAGUE": (["Frågan ska prövas.", "Lagen ska tillämpas."], ["Du får läsa allt."]),
    "BEFORE_DECISION": (["innan vi beslutar", "innan nämnden fattar sitt beslut"], ["innan nämnden har svarat"]),
    "LEFT_TO_SECTION": (
        ["den tid som anges i 44 § FL", "den som avses i 9 § LSS", "enligt vad som sägs i 25 § FL",
         "tid angiven i 44 § FL"],
        ["du får svara enligt 25 § FL", "det finns regler i kommunen enligt 25 § FL"],
    ),
    "SETTLES": (
        ["Företräde ges till den med kort utbildning.", "Plats erbjuds först de som har köat längst."],
        ["Plats erbjuds dig i maj.", "Du får plats före den som har köat kort."],
    ),
    "LEANS_BACK": (
        ["Det innebär att du får läsa allt.", "Paragrafen säger det.", "Enligt bestämmelsen får du läsa allt.",
         "Med det menas allt.", "Med andra ord får du läsa allt.", "Så här säger lagen."],
        ["Ring oss gärna."],
    ),
    "POINTS_BACK": (
        ["Allt det står också i 25 § FL.", "Detta kallas insyn och regleras i 25 § FL.", "Så säger 25 § FL.",
         "(se 25 § FL)"],
        ["Vi följer 25 § FL."],
    ),
    "INTRODUCES": (["Så här säger 25 § FL:", "I 25 § FL står följande regel:"], ["Vi följer 25 § FL:"]),
}  # fmt: skip

# The rest look at the text as it stands.
OTHERS = {
    "alone._OTHER_PAPER": (
        [" i hyresavtalet", " enligt kommunens taxa", " avtalet", " i kommunens allmänna föreskrifter"],
        [" i lagen", " förordningen", " i förordningen"],
    ),
    "alone._MINUTES": (
        ["KS ", "protokollet, ", "2024-05-06, ", "Dnr 2024:", "avtalet (", "hyreskontraktets "],
        ["enligt ", "i förordningen "],
    ),
    "articles._ARTICLES": ([" 6.1 c och 9.2 h", " 6 första stycket led e", " 15–18", " 9.2 h (i)"], [" sex"]),
    "articles._ONE": (["6.1 c", " och 9.2 h", "–18"], ["c"]),
    "clauses._PAID_FOR": (
        [
            f"om någon har byggt utan lov ska nämnden ta ut en byggsanktionsavgift enligt {REF}",
            f"den som kör för fort på sjön får betala böter enligt {REF}",
        ],
        [f"ni ska betala en avgift enligt {REF}", f"om du behöver stöd kan du söka bidrag enligt {REF}"],
    ),
    "beside._TO_LAW": (
        [" i ", " enligt den ", ", i EU:s allmänna ", " i Europaparlamentets och rådets direktiv ", " i 1985 års "],
        [" för "],
    ),
    "details._COUNTS": ([" veckor", " kr", " %", " januari", ".5"], [" SoL", " st. 2"]),
    "eu_law._ANNEX": (
        ["enligt bilaga II till ", "i bilagan 2 kap. 3 p. 5 i ", "kap. IX p. 5 och kap. I p. 1 i bilaga II till "],
        ["bilagan till "],
    ),
    "eu_law._ANNEX_AFTER": (
        [", bilaga II", ", bilaga II, kap. I p. 1 och kap. V p. 1 a", " bil. 1"], [" och bilaga II"],
    ),
    "eu_law._EU_BEFORE": (
        ["Europaparlamentets och rådets förordning ", "kommissionens genomförandeförordning ", "direktivet "],
        ["lagen "],
    ),
    "names._UNKNOWN_LAW": (["hittepålagen", "parkeringsförordningens"], ["bolagen", "förslagen", "anlagen"]),
    "sentences._ABBREVIATION": (["4 kap. ", "9 § st. ", "t.ex. ", " A. "], ["lagen. "]),
    "short_forms._SHORT_AFTER": ([" (SoL)", ", SoL, ", ", nedan SoL."], [" SoL"]),
    "finnish._FINLAND": (
        ["lagen om småbarnspedagogik (540/2018)", "Förvaltningslag 434/2003", "24 § 1 mom.", "tfn +358 9 123",
         "www.ekvalla.fi", "ett välfärdsområde", "Åbo förvaltningsdomstol"],
        ["lagen (1993:387) om stöd", "förordningen (EU) 2016/679", "9 § 2 punkten", "tfn 016-123 45", "ekvalla.se"],
    ),
    "former._TRANSITIONAL": (
        ["den tidigare socialtjänstlagen", "SoL i dess lydelse före den 1 juli 2025", "lagen gäller inte längre",
         "den då gällande lagen", "när beslutet fattades gällde lagen", "vi tillämpar fortfarande lagen"],
        ["den nya socialtjänstlagen", "den gällande lagen"],
    ),
    "former._DATE": (
        ["den 3 mars 2024", "i maj 2025", "2024-03-03.", "från 1992 och"],
        ["(2001:453)", "ärende 2024-118", "2016/679", "2000 kronor", "1985 års skollag", "19850101"],
    ),
    "statute_text._CHAPTER": (
        ["# 2 a kap. Tillsyn", "2 kap.", "**7 kap.**"], ["7 kap. 23 §, eller", "7 kap. 5 b §", "enligt 7 kap."],
    ),
    "statute_text._END": (
        ["Övergångsbestämmelser", "Bilaga 2", "Ikraftträdande- och övergångsbestämmelser "],
        ["Bilaga 2 gäller", "Övergångsbestämmelserna"],
    ),
    "wording._NOTE": (
        ["/Träder i kraft I:2026-07-01/", " /Upphör att gälla U:2025-07-01 genom lag (2024:1072)./",
         "/Träder i kraft I:den dag regeringen bestämmer/"],
        ["/Rubriken träder i kraft I:2026-07-01/", "Träder i kraft den 1 juli 2026."],
    ),
    "wording._REPEALED": (
        [" Har upphävts genom lag (2017:1115).", "har upphört att gälla genom lag (1973:645)."],
        ["Har nämnden upphävts", "Har omhändertagandet upphört"],
    ),
    "title_span._TITLE_WORD": ([" färdtjänst", " stöd,"], ["färdtjänst", " (1993:387)"]),
    "title_span._OTHER_PLACE": ([" eller 23 §", " samt 3 kap.", " nämnda förordning", " §"], [" eller färdtjänst"]),
    "title_span._TITLE_END": (["får", "som", "driver", "enligt"], ["service", "stöd"]),
}  # fmt: skip

SEARCHED = (
    "alone._MINUTES",
    "eu_law._ANNEX",
    "eu_law._EU_BEFORE",
    "sentences._ABBREVIATION",
    "finnish._FINLAND",
    "former._DATE",
    "former._TRANSITIONAL",
)

# A text that holds a token of the kind, and the token.
TOKENS = {
    "SKIP": [
        ("den 2026-05-04", "2026-05-04"), ("den 4/5 2026", "4/5 2026"), ("kl. 9.30", "kl. 9.30"),
        ("ring 08-123 45 67", "08-123 45 67"), ("12 000 kronor", "12 000"),
    ],
    "SOURCE": [
        ("prop. 2016/17:180 s. 32", "prop. 2016/17:180 s. 32"), ("SOU 2020:47", "SOU 2020:47"),
        ("NJA 2015 s. 899", "NJA 2015 s. 899"), ("RÅ 2006 ref. 9", "RÅ 2006 ref. 9"),
    ],
    "AGENCY": [
        ("AFS 2023:2", "AFS 2023:2"), ("HSLF-FS 2017:30", "HSLF-FS 2017:30"), ("FoHMFS 2014:13", "FoHMFS 2014:13"),
    ],
    "EU": [
        ("förordning (EU) 2016/679", "(EU) 2016/679"), ("(EG) nr 882/2004", "(EG) nr 882/2004"),
        ("direktiv 2006/123/EG", "2006/123/EG"), ("förordning 2016/679", "2016/679"),
    ],
    "PAREN": [
        ("lagen (2017:900)", "(2017:900)"), ("(SFS 1993:387)", "(SFS 1993:387)"),
        ("(1974:152, omtryckt 2011:109)", "(1974:152, omtryckt 2011:109)"), ("lag 1993:387", "1993:387"),
    ],
    "SFS": [("SFS 2010:900", "SFS 2010:900"), ("SFS nr 2001:453", "SFS nr 2001:453")],
    "COLON": [("PBL 9:30", "9:30"), ("PBL 9:31 b", "9:31 b")],
    "KAP": [("4 kap. 1 §", "kap."), ("kapitlet", "kapitlet")],
    "SECT": [("1 §", "§"), ("1 och 2 §§", "§§"), ("paragraf 5", "paragraf")],
    "ARTICLE": [("artikel 6", "artikel"), ("artiklarna 13", "artiklarna"), ("art. 6", "art.")],
    "ORD": [("första stycket", "första")],
    "STYCKE": [("första stycket", "stycket"), ("2 st.", "st.")],
    "POINT": [("punkten 2", "punkten"), ("2 p.", "p."), ("2 mom", "mom")],
    "MENING": [("första meningen", "meningen"), ("andra men.", "men.")],
    "THROUGH": [("1–3 §§", "–"), ("1 § t.o.m. 3 §", "t.o.m."), ("1 § till och med 3 §", "till och med")],
    "JOIN": [("1, 2 och 3 §§", ","), ("1 § resp. 3 §", "resp.")],
    "NUM": [("9 §", "9"), ("31 b §", "31 b"), ("26:e kapitlet", "26:e")],
    "ANAPHOR": [("samma lag", "samma lag"), ("nämnda paragraf", "nämnda paragraf")],
    "LOCAL": [("enligt de lokala ordningsföreskrifterna", "de lokala ordningsföreskrifterna")],
    "NAME": [
        ("plan- och bygglagen", "plan- och bygglagen"), ("förvaltningslagens", "förvaltningslagens"),
        ("regeringsformen", "regeringsformen"), ("barnkonventionen", "barnkonventionen"),
        ("tjänstedirektivet", "tjänstedirektivet"),
    ],
    "SHORT": [("enligt SoL", "SoL"), ("LSS:s", "LSS:s"), ("gdpr", "gdpr")],
}  # fmt: skip

SIGN_EXAMPLES = {
    "§": "5 §", "kap": "4 kap. 1", "paragraf": "paragrafen", "art": "artikel 6", "lag": "lagen om stöd",
    "balk": "miljöbalken", "förordning": "förordningen", "kungörelse": "kungörelsen", "stadga": "stadgan",
    "direktiv": "direktivet", "konvention": "barnkonventionen", "regeringsform": "regeringsformen",
    "lokala": "lokala ordningsföreskrifterna", ":": "(2010:900)", "/": "(eu) 2016/679", "eu:s": "eu:s regler",
    "års": "1985 års skollag", "samma": "samma lag", "nämnda": "nämnda paragraf", "sagda": "sagda lag",
    "angivna": "angivna bestämmelse", "ovanstående": "ovanstående kapitel", "denna": "denna förordning",
    "lss": "enligt lss", "pbl": "enligt pbl", "gdpr": "gdpr", "pul": "pul", "lvu": "lvu", "hsl": "hsl",
}  # fmt: skip


def pattern_of(value: object) -> re.Pattern[str] | None:
    """The compiled expression, if the value is one, lazy or not."""
    if isinstance(value, LazyRegex):
        return value._compiled
    return value if isinstance(value, re.Pattern) else None


def long_patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.iter_modules(klarsprak.laws.__path__):
        names = vars(importlib.import_module(f"klarsprak.laws.{module.name}"))
        for name, value in names.items():
            pattern = pattern_of(value)
            if pattern is not None and len(pattern.pattern) > LONG:
                yield f"{module.name}.{name}", pattern


PATTERNS = dict(long_patterns())


def test_no_long_expression_lacks_examples() -> None:
    assert set(PATTERNS) == {f"cues.{name}" for name in CUES} | set(OTHERS)
    assert set(tokens.KINDS) - {"DULL", "WORD"} == set(TOKENS)
    assert set(SIGNS) == set(SIGN_EXAMPLES)


def masked(text: str) -> str:
    return mask(text, find_references(text, REGISTER))


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, (fit, _) in CUES.items() for text in fit])
def test_a_cue_is_found(name: str, text: str) -> None:
    assert PATTERNS[f"cues.{name}"].search(masked(text))


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, (_, other) in CUES.items() for text in other])
def test_a_cue_is_not_found(name: str, text: str) -> None:
    assert not PATTERNS[f"cues.{name}"].search(masked(text))


def is_found(name: str, text: str) -> bool:
    """Whether the words fit where the expression is looked for: anywhere, in all of them, or at their beginning."""
    pattern = PATTERNS[name]
    if name in SEARCHED:
        return pattern.search(text) is not None
    if name == "beside._TO_LAW":
        return pattern.fullmatch(text) is not None
    return pattern.match(text) is not None


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, (fit, _) in OTHERS.items() for text in fit])
def test_an_expression_fits_these_words(name: str, text: str) -> None:
    assert is_found(name, text)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, (_, other) in OTHERS.items() for text in other])
def test_an_expression_does_not_fit_other_words(name: str, text: str) -> None:
    assert not is_found(name, text)


@pytest.mark.parametrize(("kind", "text", "token"), [(kind, *row) for kind, rows in TOKENS.items() for row in rows])
def test_a_token_is_of_its_kind(kind: str, text: str, token: str) -> None:
    found = tokens.read_tokens(text, [(0, len(text))])
    assert (kind, token) in {(each.kind, each.text) for each in found}


def test_dull_words_are_passed_over() -> None:
    text = "Du har rätt till stöd och hjälp i vardagen."
    assert {each.kind for each in tokens.read_tokens(text, [(0, len(text))])} == {"JOIN"}


@pytest.mark.parametrize(("sign", "text"), SIGN_EXAMPLES.items())
def test_a_sign_of_law_is_found(sign: str, text: str) -> None:
    assert re.compile(SIGNS[sign]).match(text, text.index(sign))


def test_a_masked_text_has_the_sign_for_a_reference() -> None:
    assert masked("Se 25 § FL och 9 § LSS.") == f"se {REF} och {REF}."
