"""Clauses told by word order and morphology: what opens one, and which finite verb is the main clause's."""

from __future__ import annotations

from typing import NamedTuple

from klarsprak.language.words_at import WordsAt

SUBORDINATORS = frozenset(
    "att som om när då eftersom medan innan sedan därför fast fastän ifall huruvida såvida såvitt ehuru enär emedan "
    "vilken vilket vilka vilkas vars därest tills förrän alltsedan där".split()
)
QUESTIONS = frozenset({"vad", "vem", "hur", "varför"})
_OPENERS = SUBORDINATORS | QUESTIONS
JOINERS = frozenset({"och", "eller", "men", "samt"})
VERBS = frozenset({"VERB", "AUX"})
_ASKED = frozenset({"vad", "vem", "vilka", "vilken", "vilket", "hur"})
"""What asks for a subject, which *som* stands for."""
_MOST_BEFORE_SOM = 3
"""So many words ask for it at most: *hur många veckor* **som** *gäller*."""
_ENDS_COMPARISON = frozenset({".", "!", "?", "men"})
_AFTER_PREPOSITION = QUESTIONS | {"när", "vilken", "vilket", "vilka"}
"""What *om* leads to as a preposition: *läsa* **om** *hur det går*."""
BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM"})
"""What may stand between a preposition, or the beginning of a phrase, and its noun."""
_OPENING_TAGS = frozenset({"SCONJ", "PRON", "DET"})
"""What the tagger calls a word that opens a clause."""
_ALSO_ADVERBS = frozenset({"när", "då", "där"})
"""These it calls adverbs there too."""
_BEFORE_RELATIVE = frozenset({"NOUN", "PROPN", "PRON", "PUNCT", "NUM"})
_PLACES = frozenset({"borta", "uppe", "nere", "inne", "ute", "hemma", "också", "även"})
"""After *där* these say where, and no clause begins: *huset där borta*."""
_BEFORE_INFINITIVE = frozenset({"ADV", "PART"})
_MOST_BEFORE_INFINITIVE = 3
"""So many words stand between *att* and its infinitive at most: *att inte längre betala*."""


class SentenceForms(NamedTuple):
    """The words of a sentence, or of a part of it, as three lists of the same length.

    Lower-case forms, parts of speech, features.
    """

    forms: list[str]
    tags: list[str]
    features: list[frozenset[str]]

    @classmethod
    def of(cls, words: WordsAt) -> SentenceForms:
        """What the block says of those words."""
        block, start, end = words
        return cls(block.words[start:end], block.tags[start:end], block.features[start:end])


def main_verb(sentence: SentenceForms) -> int | None:
    """The main clause's finite verb: the first that no subordinate clause before it has a claim to.

    *Om du söker bidrag betalar vi*: *betalar*, since *om* has a claim to *söker*.  A finite verb after *och* or
    *eller* belongs to the clause before: *om du söker och får bidrag*; so does one after *inte*, which follows the
    verb of a main clause: *om du är sjuk eller av annat skäl inte kan komma*.
    """
    waiting = 0
    has_clause = False
    for i, form in enumerate(sentence.forms):
        if form in _OPENERS and opens_clause(sentence, i):
            waiting += 1
            has_clause = True
        elif waiting and lacks_have(sentence, i):
            waiting -= 1
        elif sentence.tags[i] not in VERBS or not is_finite(sentence, i):  # most fall here
            continue
        elif waiting:
            waiting -= 1
        elif not (
            _has_bare_clause(sentence, i) or _is_denied(sentence, i) or (has_clause and is_joined(sentence, i))
        ):
            return i
    return None


def _is_denied(sentence: SentenceForms, verb: int) -> bool:
    """Whether a word that denies stands before the verb, as in no main clause: *av annat skäl inte* **kan**."""
    return verb > 1 and sentence.forms[verb - 1] in _DENYING


_DENYING = frozenset({"inte", "ej", "icke"})


def _has_bare_clause(sentence: SentenceForms, verb: int) -> bool:
    """Whether the verb is that of a clause without *som*: *något du* **vill** *förklara*.

    In a main clause nothing but a verb stands between what comes first and its subject.
    """
    if verb < 2 or sentence.forms[verb - 1] not in SUBJECTS:
        return False
    return sentence.tags[verb - 2] in ("NOUN", "PRON") and sentence.forms[verb - 2] not in SUBJECTS


SUBJECTS = frozenset("jag du han hon vi ni de".split())
"""Pronouns that are subjects alone; *den* and *det* are objects as well."""


def lacks_have(sentence: SentenceForms, i: int) -> bool:
    """Whether the word is the only verb of its clause, since *har* is left out: *den som* **lämnat** *sitt land*.

    The clause's words are those since what opened it.
    """
    if "VerbForm=Sup" not in sentence.features[i]:
        return False
    for before in range(i - 1, -1, -1):
        if opens_clause(sentence, before):
            return True
        if is_finite(sentence, before) or sentence.forms[before] == "att":
            return False
    return False


def is_finite(sentence: SentenceForms, i: int) -> bool:
    """Whether the word is a finite verb: *betalar*, *ska*.

    Asked of every word: most fall at their part of speech.
    """
    if sentence.tags[i] not in VERBS or "VerbForm=Fin" not in sentence.features[i]:
        return False
    return sentence.forms[i] != "var" or sentence.forms[i + 1 : i + 2] not in _EACH


_EACH = [[word] for word in "och för tredje fjärde femte sjätte sjunde åttonde nionde tionde tolfte".split()]
"""After *var* they say that it is no verb: *var och en*, *var för sig*, *var fjärde vecka*."""


def has_finite_verb(sentence: SentenceForms) -> bool:
    """Whether it is a sentence at all: *Avslag enligt 9 kap. 31 b §* is none.

    *Vi avslår ansökan enligt 9 kap. 31 b §* is one.
    """
    places = range(len(sentence.forms))
    return any(is_finite(sentence, i) for i in places)


def is_joined(sentence: SentenceForms, verb: int) -> bool:
    """Whether *och* or the like stands before the verb, at once or with one word between: *och får*, *och då får*."""
    before = sentence.forms[max(0, verb - 2) : verb]
    return not JOINERS.isdisjoint(before)


def opens_clause(sentence: SentenceForms, i: int) -> bool:
    """Whether the word opens a subordinate clause: *när du flyttar*, *vad det kostar*; not *att* in *att flytta*.

    Asked of every word: the sets, which most words are in neither of, are looked at first.
    """
    form = sentence.forms[i]
    if form in QUESTIONS:
        # First in the sentence it asks.
        return i > 0 and not is_any(sentence, i + 1)
    return form in SUBORDINATORS and _is_used_to_open(sentence, i)


def is_any(sentence: SentenceForms, som: int) -> bool:
    """*vem* **som helst**, *när* **som helst**."""
    return sentence.forms[som : som + 2] == _ANY


_ANY = ["som", "helst"]


def _is_used_to_open(sentence: SentenceForms, i: int) -> bool:
    """Whether the tagger's view lets a subordinator open a clause: *sedan* may be an adverb, *om* a preposition.

    *när*, *då* and *där* are adverbs to the tagger even where they open one.
    """
    form, tag = sentence.forms[i], sentence.tags[i]
    if form == "att":
        return tag != "PART" and not _is_before_infinitive(sentence, i)
    if form == "där":
        return _is_relative(sentence, i)
    if _is_preposition(sentence, i):
        return False
    if is_any(sentence, i) or is_any(sentence, i + 1) or (form == "som" and _opens_none(sentence, i)):
        return False
    if form in _ALSO_ADVERBS and not _is_next_finite(sentence, i):
        return tag == "ADV" or tag in _OPENING_TAGS
    return form not in _ALSO_ADVERBS and tag in _OPENING_TAGS


def _opens_none(sentence: SentenceForms, som: int) -> bool:
    """Whether *som* stands in a clause that is open already, or compares and has no verb."""
    return _goes_with_question(sentence, som) or _lacks_verb(sentence, som)


def _goes_with_question(sentence: SentenceForms, som: int) -> bool:
    """Whether the clause is open already, and *som* stands for its subject: *vad* **som** *finns*.

    So it does in *vilken dag* **som** *passar*, *hur mycket* **som** *behövs*; not in *vad du får* **som** *är ditt*.
    """
    for i in range(som - 1, max(-1, som - 1 - _MOST_BEFORE_SOM), -1):
        if sentence.forms[i] in _ASKED:
            return opens_clause(sentence, i)
        if is_finite(sentence, i) or sentence.forms[i] in JOINERS or sentence.tags[i] == "PUNCT":
            return False
    return False


def _lacks_verb(sentence: SentenceForms, som: int) -> bool:
    """Whether no verb follows *som*: *så snart* **som** *möjligt*, *lika* **som** *i fjol*.

    Behind a comma it may still come: *den* **som** *under året, efter ansökan, får en plats*.
    """
    if sentence.forms[som + 1 : som + 2] == [","]:
        return False
    for i in range(som + 1, len(sentence.forms)):
        if is_finite(sentence, i) or "VerbForm=Sup" in sentence.features[i]:
            return False
        if sentence.forms[i] == ",":
            return tuple(sentence.forms[som + 1 : i]) in _COMPARED
        if sentence.forms[i] in _ENDS_COMPARISON:
            break
    return True


_COMPARED = {("möjligt",), ("vanligt",), ("tidigare",), ("förut",), ("i", "fjol")}


def _is_preposition(sentence: SentenceForms, i: int) -> bool:
    """Whether *som* says as what, *som ombud*, *om* where, *Till höger* **om** *dörren*, or *sedan* from when."""
    form = sentence.forms[i]
    if form == "som":
        return _is_role(sentence, i + 1) or _is_like(sentence, i + 1)
    if form == "sedan":
        return _is_since(sentence, i + 1)
    if form != "om" or i == 0:
        return False
    is_of_question = not _AFTER_PREPOSITION.isdisjoint(sentence.forms[i + 1 : i + 2])
    return is_of_question or sentence.forms[i - 1] in _SIDES or _is_title(sentence, i)


def _is_title(sentence: SentenceForms, om: int) -> bool:
    """Whether *om* begins what a law is about: *enligt lagen (2018:222)* **om** *bidrag lämnas …*."""
    before = sentence.forms[max(0, om - 4) : om]
    return before[-1] in _LAWS or (before[-1] == ")" and not _LAWS.isdisjoint(before))


def _is_since(sentence: SentenceForms, i: int) -> bool:
    """Whether a noun says from when, and the main clause's verb follows: *Sedan* **starten har han** *kommit*."""
    if sentence.tags[i : i + 3 : 2] != ["NOUN", "PRON"]:
        return False
    return sentence.forms[i + 1] in _HAVE


_HAVE = frozenset({"har", "hade"})
_LAWS = frozenset({"lag", "lagen", "förordning", "förordningen"})
_SIDES = frozenset("höger vänster norr söder öster väster nordost nordväst sydost sydväst sidan".split())


_THAT = frozenset({"det", "den", "de"})
_NO_SUBJECT = (["ADP"], ["PUNCT"], ["ADV"])


def _is_next_finite(sentence: SentenceForms, i: int) -> bool:
    """Whether the verb comes at once, before its subject: **Då skickar** *jag ett avtal* is a main clause."""
    return i + 1 < len(sentence.forms) and is_finite(sentence, i + 1)


def _is_before_infinitive(sentence: SentenceForms, att: int) -> bool:
    """*att flytta*, *att inte längre betala*, where the tagger takes *att* for what opens a clause."""
    for i in range(att + 1, min(att + 1 + _MOST_BEFORE_INFINITIVE, len(sentence.forms))):
        if sentence.tags[i] not in _BEFORE_INFINITIVE:
            return "VerbForm=Inf" in sentence.features[i]
    return False


def _is_role(sentence: SentenceForms, i: int) -> bool:
    """Whether the word after *som* says as what: *som* **ombud** *får du*; a noun so bare is nobody's subject.

    Of one that is alike in the plural the tagger can't tell: *Som* **skäl** *har angetts* is told by its *Som*, for
    nothing stands before it that it could say more of.
    """
    if i + 1 >= len(sentence.forms) or sentence.tags[i] != "NOUN" or "Definite=Ind" not in sentence.features[i]:
        return False
    return i == 1 or "Number=Sing" in sentence.features[i]


def _is_like(sentence: SentenceForms, i: int) -> bool:
    """Whether the word after *som* is all that is said, as who: *när någon, som* **Kwame**, *använder bilder*."""
    return sentence.tags[i : i + 1] == ["PROPN"] and sentence.forms[i + 1 : i + 2] == [","]


def _is_relative(sentence: SentenceForms, i: int) -> bool:
    """Whether *där* says more of the word before it: *huset där du bor*; not *Där bor du*, *huset där borta*.

    Nor in *det* **där i** *brevet*, where no subject follows.
    """
    if sentence.forms[i - 1] in _THAT and sentence.tags[i + 1 : i + 2] in _NO_SUBJECT:
        return False
    if i == 0 or i + 1 == len(sentence.forms) or sentence.tags[i - 1] not in _BEFORE_RELATIVE:
        return False
    return sentence.forms[i + 1] not in _PLACES and not is_finite(sentence, i + 1)
