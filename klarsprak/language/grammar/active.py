"""What a passive says when somebody does it: *ska lämnas in* is *ska lämna in*."""

from __future__ import annotations

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.grammar.clauses import VERBS
from klarsprak.language.inflection import inflect
from klarsprak.language.verbal_nouns import is_everyday_verb
from klarsprak.language.verbs.words import readings
from klarsprak.language.words_at import WordsAt

_DOING = {"Inf": "göra det", "Pres": "gör det", "Past": "gjorde det", "Sup": "gjort det"}
"""What stands for a verb that says too little alone, in its forms: *vem som ska* **göra det**."""
_LIGHT = frozenset(
    "avse bringa bereda dra fatta föra förse ge göra ha hålla lägga låta medge slå sätta ta ställa utgöra vidta "
    "väcka".split()
)
"""Verbs that say what is done only with more words: *ta i bruk*, *bereda tillfälle*."""
_STIFF = frozenset(
    "anföra avgå delge emotse inkomma ombesörja omhänderta tillhandahålla tillskriva underställa uppbära uttala "
    "återfå åberopa åligga ålägga".split()
)
"""Verbs that a letter had better not have in the active either."""
_PLAIN = {
    "anmoda": "be",
    "avhämta": "hämta",
    "avlämna": "lämna",
    "bilägga": "skicka med",
    "bortforsla": "forsla bort",
    "erlägga": "betala",
    "ifylla": "fylla i",
    "inbetala": "betala in",
    "inge": "lämna in",
    "ingiva": "lämna in",
    "inhämta": "hämta in",
    "inkräva": "kräva in",
    "inlämna": "lämna in",
    "inrapportera": "rapportera in",
    "insända": "skicka in",
    "kalla": "kalla",
    "medsända": "skicka med",
    "nedsätta": "sänka",
    "tillsända": "skicka",
    "tillställa": "skicka",
    "uppsäga": "säga upp",
    "utbetala": "betala ut",
    "utge": "betala ut",
    "utgiva": "betala ut",
    "utlämna": "lämna ut",
    "uttaga": "ta ut",
    "återlämna": "lämna tillbaka",
    "återsända": "skicka tillbaka",
    "översända": "skicka",
}
"""What such a verb is in plain words, where that is one verb with or without a particle."""
_ASKED = {"ombeds": "ber", "ombedes": "ber", "ombads": "bad", "ombetts": "bett"}
"""*ombe*, which is in no table, and its forms in plain words."""
_NOT = frozenset({"inte", "ej"})
_PARTICLES = frozenset(
    "bort emot fram hem igen igenom ihop in isär ned ner samman tillbaka undan upp ut vidare åter över".split()
)
"""What belongs to the verb before it, whatever follows: *skickas* **in**."""
_DOUBTFUL = frozenset({"av", "i", "om", "på"})
"""These do so only where they have no words of their own: *stängas* **av** *under natten*."""
_WITH_VERB = {("hålla", "över"): "", ("skriva", "under"): "under"}
"""What a word is after one verb alone: *Riset måste hållas* **över** *60 °C* has no particle, it says how warm."""
_SET_PHRASES = frozenset("efterhand efterskott enlighet fjol förhand förskott förväg nytt stället".split())
"""What a doubtful one says when or how with, as an adverb: *debiteras* **i efterhand**."""
_UNTIL = (["till"], ["emot"])
"""After *fram* they tell until when: *lämnas* **fram till** *den 3 maj*."""
_BEGINS_OBJECT = frozenset({"ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN"})
_FORMS = {
    "prs": {"VerbForm": "Fin", "Tense": "Pres", "Mood": "Ind"},
    "prt": {"VerbForm": "Fin", "Tense": "Past", "Mood": "Ind"},
    "sup": {"VerbForm": "Sup"},
}
"""The form that a slot of the list of verbs is."""
_HAVE = frozenset({"har", "hade", "ha"})
_TODAY = {"skall": "ska"}
"""How an auxiliary is written today."""


def active_of(words: WordsAt) -> str:
    """The verbs among the words, the passive in the active and with its particle: *ska ansökan lämnas* → *ska lämna*.

    *gör det* in the verb's form where nobody knows its active, or where that says too little: *tas*, *erläggs*; so
    too where an infinitive stands without its auxiliary.  The last passive counts, and a supine gets its *har*.
    """
    block, verb = words.block, _last_passive(words)
    asked = next((_ASKED[word] for word in block.words[words.start : words.end] if word in _ASKED), None)
    if asked or verb is None:
        return asked or _DOING["Pres"]
    auxiliaries = [token for token in range(words.start, verb) if _belongs(words, token)]
    chain = [_TODAY.get(block.words[token], block.words[token]) for token in auxiliaries]
    form = _form(block, verb, chain)
    first_is_supine = "VerbForm=Sup" in block.features[auxiliaries[0]] if chain else form["VerbForm"] == "Sup"
    if first_is_supine:
        chain = ["har", *chain]
    negation = "inte " if auxiliaries and _is_denied(words, verb) else ""
    if form["VerbForm"] == "Inf" and not chain:
        return _DOING["Pres"]
    return negation + " ".join([*chain, _active(block, verb, form) or _doing(form)])


def _is_denied(words: WordsAt, verb: int) -> bool:
    """Whether the words say that it isn't done: *har* **inte** *uppfyllts*, and one asks who *inte har uppfyllt*."""
    return not _NOT.isdisjoint(words.block.words[words.start : verb])


def _form(block: AnalysedBlock, verb: int, chain: list[str]) -> dict[str, str]:
    """What tells the verb's form, without voice; beside an auxiliary this is told by that, not by the tagger.

    Nor is a form asked of the tagger that can be but one: *vilken* **bedömts** is a supine.
    """
    if chain:
        return {"VerbForm": "Sup" if chain[-1] in _HAVE else "Inf"}
    listed = {reading.slot for reading in readings(block.words[verb]) if reading.is_passive}
    if len(listed) == 1 and (told := _FORMS.get(min(listed))):
        return told
    morphology = block.morphology(verb)
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
    lemma = _lemma(block, token)
    if lemma in _PLAIN:
        return _in_plain_words(_PLAIN[lemma], form)
    if lemma in _STIFF or not is_everyday_verb(lemma):
        return None
    if inflect(lemma, "VERB", {**form, "Voice": "Pass"}) != block.words[token]:
        return None
    particle = _particle(block, token)
    active = inflect(lemma, "VERB", {**form, "Voice": "Act"})
    if active is None or (lemma in _LIGHT and not particle):
        return None
    return f"{active} {particle}" if particle else active


def _lemma(block: AnalysedBlock, token: int) -> str:
    """The verb that the form is of, as the list has it: the lemmatiser errs with the tagger."""
    listed = {reading.verb for reading in readings(block.words[token]) if reading.is_passive}
    return min(listed) if len(listed) == 1 else block.lemma(token)


def _in_plain_words(plain: str, form: dict[str, str]) -> str | None:
    """The plain verb in the form that the stiff one has: *betalar ut* of *utbetalas*."""
    verb, *particle = plain.split()
    active = inflect(verb, "VERB", {**form, "Voice": "Act"})
    return None if active is None else " ".join([active, *particle])


def _particle(block: AnalysedBlock, token: int) -> str:
    """The particle right after the verb; empty where there is none."""
    following, tags = block.words[token + 1 : token + 2], block.tags[token + 2 : token + 3]
    if not following:
        return ""
    word = following[0]
    if word == "fram" and block.words[token + 2 : token + 3] in _UNTIL:
        return ""
    if block.words[token + 1 : token + 4] == ["i", "och", "med"]:
        return ""
    of_verb = _WITH_VERB.get((_lemma(block, token), word))
    if of_verb is not None:
        return of_verb
    is_described = block.tags[token + 2 : token + 4] == ["ADV", "ADJ"]  # *i fritt tillgängliga artiklar*
    has_object = is_described or not _BEGINS_OBJECT.isdisjoint(tags)
    is_alone = not has_object and _SET_PHRASES.isdisjoint(block.words[token + 2 : token + 3])
    return word if word in _PARTICLES or (word in _DOUBTFUL and is_alone) else ""
