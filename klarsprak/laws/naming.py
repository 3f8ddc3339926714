"""How a text names a law: by name, short form or number, in any of the ways that letters do."""

from __future__ import annotations

from dataclasses import dataclass

from klarsprak.laws.register import Act, fold, register
from klarsprak.laws.title_span import TITLE_START, longest_title, own_title, title_in_text
from klarsprak.laws.tokens import SFS_NUMBER, Token
from klarsprak.lazy_regex import LazyRegex

_NUMBER = LazyRegex(SFS_NUMBER)
_IN_BRACKETS = LazyRegex(rf"\s?\(\s?(?:SFS\s?)?({SFS_NUMBER})\s?\)")
_GENERIC = LazyRegex(r"(lag|förordning|kungörelse|balk|stadga|instruktion|reglemente)(en|an|n|t)?s?")
# Laws that the register lacks are recognised beside a section; *bolagen, förslagen* are no laws.
_UNKNOWN_LAW = LazyRegex(
    r"(?!\w*(?:(?:bo|under|för|neder)lag|(?:in|av|ut|upp|för|på|ned|om|till|an|be|över|före)slag)ens?$|anlagens?$)"
    r"\w{3,}(?:lag|balk|förordning)ens?"
)
_MORE = LazyRegex(r"(?:,?\s?m\.\s?m|(?<=m\.m))\.")
_OF_THE_EU = LazyRegex(r"\bEU:s\s+(?:allmänna\s+)?$")
_PAIR = LazyRegex(r"(\w+)-?\s(?:och|&|samt)\s(\w+)")
_OF_A_YEAR = LazyRegex(r"\b(\d{4}) års\s+$")
_DEFINITE_ENDINGS = "lagen balken förordningen kungörelsen stadgan formen konventionen direktivet".split()
_SHORT_AFTER = LazyRegex(
    r"\s?\(\s?(?P<bracket>\w{2,9})\s?\)", r",\s(?:nedan\s|förkortad\s)?(?P<comma>\w{2,9})(?=[,.;\s]|$)", flags=0
)
_ANNEX = LazyRegex(
    r"\bbil(?:\.|aga|agan)\s+(\w+)(?:,?\s+(?:kap\.?|kapitel|avsnitt)\s+\w+)?(?:,?\s+(?:p\.?|punkt)\s+\d+)?"
    r"\s+(?:i|till)\s+$"
)
_EU_BEFORE = LazyRegex(
    r"(?:europaparlamentets och rådets |kommissionens |rådets )?"
    r"(?:\w+-\s?)?\w*(?:förordning(?:en)?|direktiv(?:et)?)\s+$"
)
_EU_MAKER = LazyRegex(r"(EU|EG|EEG)(?:, ?Euratom)? (.*)", flags=0)
# Short forms that stand for nothing else and so name the law without a section beside them.
_UNMISTAKABLE = frozenset(
    "SoL LSS LASS LVU LVM LPT HSL PSL PBL PBF OSL GDPR PUL PuL LOU LUF LSO AML FMH SFB DiskL".split()
)
_SPELLINGS = {"sol": "SoL", "SOL": "SoL", "Lss": "LSS", "lss": "LSS", "Pbl": "PBL", "pbl": "PBL", "Lvu": "LVU"}
_SPELLINGS |= {"Hsl": "HSL", "gdpr": "GDPR", "Gdpr": "GDPR", "BRB": "BrB"}


@dataclass(frozen=True, slots=True)
class LawPhrase:
    """The words that name a law.

    ``act`` is what they mean, the one in force where several acts bear the name; ``named`` are all acts that the
    words without the number can mean; ``sfs`` is the number written, if any, and ``short`` the short form.  ``alone``
    tells whether the words name a law even with no section beside them.
    """

    start: int
    end: int
    act: Act | None
    named: tuple[Act, ...] = ()
    sfs: str | None = None
    alone: bool = True
    source: str = "sfs"
    annex: str = ""
    short: str = ""


def law_phrase(text: str, token: Token, following: Token | None) -> LawPhrase | None:
    """The law that begins at ``token``; ``following`` is the token after it, which may be its number."""
    if following is not None and text[token.end : following.start].strip():
        following = None
    if token.kind == "NAME" and following is not None and following.kind == "EU":
        return _by_eu_number(text, following)
    if token.kind == "NAME":
        return _by_name(text, token, following if following and following.kind == "PAREN" else None)
    if token.kind == "SHORT":
        return _by_short(text, token)
    if token.kind == "SFS":
        sfs = _first_number(token)
        return LawPhrase(token.start, token.end, register().get(sfs), (), sfs)
    if token.kind == "PAREN" and "SFS" in token.text:
        sfs = _first_number(token)
        return LawPhrase(token.start + 1, token.end - 1, register().get(sfs), (), sfs)
    if token.kind == "EU":
        return _by_eu_number(text, token)
    if token.kind == "AGENCY":
        return LawPhrase(token.start, token.end, None, source="other")
    if token.kind == "LOCAL":
        return LawPhrase(token.start, token.end, None, alone=False, source="local")
    return None


def unknown_law(text: str, token: Token) -> LawPhrase | None:
    """*5 § lagen om något*: a law beside its section, whose title the register lacks."""
    if token.kind != "NAME" or fold(token.text) not in _DEFINITE_ENDINGS:
        return None
    end = title_in_text(text, token.end, None)
    return LawPhrase(token.start, end, None, alone=False) if end > token.end else None


def _first_number(token: Token) -> str:
    return _NUMBER.all(token.text)[0].group()


def _by_short(text: str, token: Token) -> LawPhrase | None:
    written = token.text.removesuffix(":s")
    acts = register().shortened(written) or register().shortened(_SPELLINGS.get(written, written))
    if not acts:
        return None
    match = _IN_BRACKETS.match(text, token.end)
    sfs, end = (match.group(1), match.end()) if match else (None, token.end)
    act = _choose(acts, sfs)
    return LawPhrase(token.start, end, act, acts, sfs, alone=written in _UNMISTAKABLE, short=written)


def _by_eu_number(text: str, token: Token) -> LawPhrase:
    before = _EU_BEFORE.search(text, max(0, token.start - 80), token.start)
    written = " ".join(token.text.strip("()").replace(")", "").split())
    maker = _EU_MAKER.match(written)
    key = f"({maker[1]}) {maker[2]}" if maker else written
    spellings = (key, key.replace(" nr ", " "), key.replace(") ", ") nr "), f"(EU) {key}")
    acts = (register().cited.get(spelling) for spelling in spellings)
    act = next((act for act in acts if act is not None), None)
    start = before.start() if before else token.start
    annex = _ANNEX.search(text, max(0, start - 50), start)
    sfs = act.sfs if act else key
    return LawPhrase(
        annex.start() if annex else start,
        token.end,
        act,
        (),
        sfs,
        source="eu",
        annex=f"bilaga {annex.group(1)}" if annex else "",
    )


def _choose(acts: tuple[Act, ...], sfs: str | None) -> Act | None:
    if sfs is None:
        return acts[0] if acts else None
    return next((act for act in acts if act.sfs == sfs), None) or register().get(sfs)


def _by_name(text: str, token: Token, paren: Token | None) -> LawPhrase | None:
    sfs = _first_number(paren) if paren else None
    end = paren.end if paren else token.end
    word = fold(token.text)
    if (pair := _PAIR.match(word)) is not None:
        word = f"{pair[1]}- och {pair[2]}"  # *plan & bygglagen*
    if _GENERIC.fits(word):
        return _by_title(text, token, sfs, end)
    acts = register().named(_definite(word))
    if not acts and sfs is None:
        return LawPhrase(token.start, token.end, None, alone=False) if _UNKNOWN_LAW.fits(word) else None
    start, acts = _with_owner(text, token.start, acts)
    if sfs is None and start == token.start and word != _definite(word) and not word.endswith("s"):
        return None  # *detaljplan enligt plan- och bygglag* names no law; neither does *ny skollag*
    act = _choose(acts, sfs)
    end, short = _short_after(text, end, act)
    return LawPhrase(start, end, act, acts, sfs, short=short)


def _with_owner(text: str, start: int, acts: tuple[Act, ...]) -> tuple[int, tuple[Act, ...]]:
    """*EU:s dataskyddsförordning*, *1985 års skollag*: where the words begin, and the acts that they leave."""
    if _OF_THE_EU.search(text, max(0, start - 16), start) is not None:
        return text.rindex("EU:s", 0, start), tuple(act for act in acts if act.is_eu)
    if (year := _OF_A_YEAR.search(text, max(0, start - 12), start)) is not None:
        return year.start(), tuple(act for act in acts if act.sfs.startswith(year[1]))
    return start, acts


def _definite(word: str) -> str:
    """A law's name in the definite form without genitive: *skollagens*, *skollag* → *skollagen*."""
    for ending in _DEFINITE_ENDINGS:
        if word.endswith(ending + "s"):
            return word[:-1]
    bare = word.removesuffix("s")
    if bare.endswith(("lag", "balk", "förordning")):
        return f"{bare}en"
    return f"{word}n" if word.endswith(("kungörelse", "stadga")) else word


def _by_title(text: str, token: Token, sfs: str | None, end: int) -> LawPhrase | None:
    """*lagen (1993:387) om stöd och service …*, with or without the number, which may also come last."""
    head = _definite(fold(token.text))
    acts, title_end = longest_title(text, head, end)
    if title_end == end and sfs is None:
        return _numbered_last(text, token, end)
    if sfs is None:
        match = _IN_BRACKETS.match(text, title_end)
        if match:
            sfs, title_end = match.group(1), match.end()
    act = _choose(acts, sfs)
    if sfs is not None and not acts:
        title_end = title_in_text(text, end, act)
    elif act is not None and act not in acts:
        title_end = max(title_end, own_title(text, end, act))
    more = _MORE.match(text, title_end)
    end = more.end() if more is not None and title_end > end else title_end
    end, short = _short_after(text, end, act)
    return LawPhrase(token.start, end, act, acts, sfs, short=short)


def _numbered_last(text: str, token: Token, end: int) -> LawPhrase | None:
    """*lagen om gaturenhållning (1998:814)*: an act whose title the register spells in another way."""
    match = _IN_BRACKETS.match(text, title_in_text(text, end, None))
    if match is None or not TITLE_START.match(text, end):
        return None
    return LawPhrase(token.start, match.end(), register().get(match[1]), (), match[1])


def _short_after(text: str, end: int, act: Act | None) -> tuple[int, str]:
    """Where the phrase ends with the law's short form, and the form: *socialtjänstlagen (SoL)*, *…, SoL,*."""
    match = _SHORT_AFTER.match(text, end)
    if match is None or act is None:
        return end, ""
    short = match["bracket"] or match["comma"]
    known = any(a.sfs == act.sfs for a in register().shortened(_SPELLINGS.get(short, short)))
    return (match.end(), short) if known else (end, "")
