"""What a passive says when somebody does it: *ska lämnas in* is *ska lämna in*, *sker hämtning* is *hämta*."""

from __future__ import annotations

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.grammar.clauses import VERBS
from klarsprak.language.inflection import inflect
from klarsprak.language.verbal_nouns import is_everyday_verb, verb_of
from klarsprak.language.words_at import WordsAt

SOME_VERB = "ett verb"
"""What stands for the verb of a noun that nobody knows."""
_DOING = {"Inf": "göra det", "Pres": "gör det", "Past": "gjorde det", "Sup": "gjort det"}
"""What stands for a verb that says too little alone, in its forms: *vem som ska* **göra det**."""
_LIGHT = frozenset(
    "avse bringa bereda dra fatta föra förse ge göra ha hålla lägga låta medge slå sätta ta ställa utgöra vidta "
    "väcka".split()
)
"""Verbs that say what is done only with more words: *ta i bruk*, *bereda tillfälle*."""
_STIFF = frozenset(
    "anföra avgå avhämta bilägga bortforsla delge emotse erlägga ifylla inbetala inge ingiva inhämta inlämna "
    "inkomma inkräva inrapportera insända medsända nedsätta ombesörja omhänderta tillhandahålla tillsända "
    "tillskriva tillställa underställa uppbära uppsäga utbetala utge utgiva utlämna uttaga uttala återfå återsända "
    "översända åberopa åligga ålägga".split()
)
"""Verbs that a letter had better not have in the active either."""
_PARTICLES = frozenset(
    "bort emot fram hem igen igenom ihop in isär ned ner samman tillbaka undan upp ut vidare åter över".split()
)
"""What belongs to the verb before it, whatever follows: *skickas* **in**."""
_DOUBTFUL = frozenset({"av", "i", "om", "på"})
"""These do so only where they have no words of their own: *stängas* **av** *under natten*."""
_BEGINS_OBJECT = frozenset({"ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN"})
_FARTHEST = 4
"""Words at most between a noun and the verb that it is the subject of: *tömning* **av brunnen** *sker*."""
_HAVE = frozenset({"har", "hade"})
_TODAY = {"skall": "ska"}
"""How an auxiliary is written today."""
_NOUN_ENDINGS = ("ning", "ningen", "ring", "ringen", "ling", "lingen")
_PARTED = {
    f"{particle}{verb}": f"{verb} {particle}"
    for particle, verbs in {
        "in": "betala lämna rapportera samla sända skicka bjuda",
        "om": "boka bygga fördela räkna",
        "upp": "följa mäta rusta säga sätta",
        "ut": "betala dela lämna skicka sända",
    }.items()
    for verb in verbs.split()
}
"""Verbs whose particle stands after them in plain Swedish: *uppföljning*, *följa upp*; but *utredning*, *utreda*."""
_OTHER_NOUNS = {
    "analys": "analysera", "anmälan": "anmäla", "ansökan": "söka", "avdrag": "dra av", "besök": "besöka",
    "byte": "byta", "bytet": "byta", "hembesök": "besöka", "inspektion": "inspektera", "kontroll": "kontrollera",
    "kontrollen": "kontrollera", "leverans": "leverera", "rättelse": "rätta", "uttag": "ta ut", "åtgärd": "åtgärda",
    "åtgärder": "åtgärda", "överklagande": "överklaga",
}  # fmt: skip
"""The verbs of nouns that other endings make, or none."""
_OF_NOUNS = frozenset({*_PARTED, "laxera", "avliva", "asfaltera", "beskära", "sanera"})
"""Verbs that nouns are made of and that are less common than these."""


def active_of(words: WordsAt) -> str:
    """The verbs among the words, the passive in the active and with its particle: *ska ansökan lämnas* → *ska lämna*.

    *gör det* in the verb's form where nobody knows its active, or where that says too little: *tas*, *erläggs*; so
    too where an infinitive stands without its auxiliary.  The last passive counts, and a supine gets its *har*.
    """
    block, verb = words.block, _last_passive(words)
    if verb is None:
        return _DOING["Pres"]
    auxiliaries = [token for token in range(words.start, verb) if _belongs(words, token)]
    chain = [_TODAY.get(block.words[token], block.words[token]) for token in auxiliaries]
    form = _form(block, verb, chain)
    if "VerbForm=Sup" in block.features[[*auxiliaries, verb][0]]:
        chain = ["har", *chain]
    if form["VerbForm"] == "Inf" and not chain:
        return _DOING["Pres"]
    return " ".join([*chain, _active(block, verb, form) or _doing(form)])


def _form(block: AnalysedBlock, verb: int, chain: list[str]) -> dict[str, str]:
    """What tells the verb's form, without voice; beside an auxiliary this is told by that, not by the tagger."""
    morphology = block.morphology(verb)
    if chain:
        return {"VerbForm": "Sup" if chain[-1] in _HAVE else "Inf"}
    found = {name: morphology[name] for name in ("VerbForm", "Tense", "Mood") if name in morphology}
    return {"VerbForm": "Fin", **found}


def _doing(form: dict[str, str]) -> str:
    """*göra det* in the verb's form."""
    return _DOING.get(form["VerbForm"]) or _DOING[form.get("Tense", "Pres")]


def _last_passive(words: WordsAt) -> int | None:
    """The token of the passive."""
    for token in range(words.end - 1, words.start - 1, -1):
        if words.block.tags[token] in VERBS and "Voice=Pass" in words.block.features[token]:
            return token
    return None


def _belongs(words: WordsAt, token: int) -> bool:
    """Whether the word before the passive is an auxiliary of it, or the *att* of *kommer att*."""
    if words.block.words[token] == "att":
        return token > words.start
    return words.block.tags[token] in VERBS and "Voice=Pass" not in words.block.features[token]


def _active(block: AnalysedBlock, token: int, form: dict[str, str]) -> str | None:
    """The passive's active and its particle; None where it isn't known, or says too little."""
    lemma = block.lemma(token)
    if lemma in _STIFF or not is_everyday_verb(lemma):
        return None
    if inflect(lemma, "VERB", {**form, "Voice": "Pass"}) != block.words[token]:
        return None
    particle = _particle(block, token)
    active = inflect(lemma, "VERB", {**form, "Voice": "Act"})
    if active is None or (lemma in _LIGHT and not particle):
        return None
    return f"{active} {particle}" if particle else active


def _particle(block: AnalysedBlock, token: int) -> str:
    """The particle right after the verb; empty where there is none."""
    following, tags = block.words[token + 1 : token + 2], block.tags[token + 2 : token + 3]
    if not following:
        return ""
    word = following[0]
    if word in _PARTICLES or (word in _DOUBTFUL and _BEGINS_OBJECT.isdisjoint(tags)):
        return word
    return ""


def verb_for_noun(words: WordsAt) -> str:
    """The verb of the noun that *sker* or *utförs* is about, as a message names it; else *ett verb*.

    *tömning av brunnen* **sker**, **sker** *uppsägning*: *verbet ”tömma”*, *verbet ”säga upp”*.
    """
    for token in _subjects(words):
        verb = _verb(words.block.words[token])
        if verb is not None:
            return f"verbet ”{verb}”"
    return SOME_VERB


def _subjects(words: WordsAt) -> list[int]:
    """The tokens where the noun may stand: among the words, before them and right after, but after no preposition."""
    block, sentence = words.block, words.sentence
    first = max(sentence.start, words.start - _FARTHEST)
    among = [*range(words.end - 1, first - 1, -1), *range(words.end, min(words.end + 2, sentence.end))]
    return [token for token in among if not (token > sentence.start and block.tags[token - 1] == "ADP")]


def _verb(noun: str) -> str | None:
    """The verb that the noun is made of, its particle after it."""
    verb = verb_of(noun, _OF_NOUNS) if noun.endswith(_NOUN_ENDINGS) else _OTHER_NOUNS.get(noun)
    return _PARTED.get(verb, verb) if verb else None
