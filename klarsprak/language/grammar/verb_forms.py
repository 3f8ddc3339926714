"""Which form of a verb a word is, where the words before it decide and the tagger may err."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.grammar.clauses import VERBS, SentenceForms, main_verb
from klarsprak.language.grammar.lexicon.nouns import is_listed_noun
from klarsprak.language.grammar.verb_places import can_follow, is_imperative, is_of_own_clause
from klarsprak.language.inflection import Features, features_of
from klarsprak.language.verbs.words import readings
from klarsprak.language.words_at import WordsAt

_HAVE = frozenset("ha har hade haft".split())
_HAVE_REACH = 3
"""How many words before a supine its *har* stands at most: *har inte ännu betalat*."""
_MODALS = frozenset("ska skall skulle kan kunde måste bör borde vill ville".split())
"""Of these only an infinitive follows."""
_ALLOWING = frozenset({"får", "fick"})
"""Of these only a passive is sure to be one: *får inget* **avyttras**, but *får bilen reparerad*."""
_ASK = frozenset("ber bad bett uppmanar uppmanade anmodar anmodade".split())
_ASKED = (["er"], ["dig"], ["dem"], ["honom"], ["henne"])
"""What they have before an infinitive that may do without *att*."""
_GETTING = frozenset("få får fick fått".split())
_GOT_REACH = 4
"""How many words before a participle, and what it is done to, somebody gets it done at most."""
_IN_NOUN_PHRASE = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "ADV"})
_PASSED_BY = frozenset({"ADV", "PART", "PRON"})
_ARTICLES = frozenset("den det de en ett din ditt dina er ert era vår vårt våra alla denna detta dessa".split())
_NOMINAL = frozenset({"NOUN", "ADJ"})
_MASCULINE = {"VerbForm": "Part", "Definite": "Def", "Gender": "Com"}.items()
"""A participle has a gender in its definite form only where it is a man's."""
_PASSIVE_INFINITIVE = {"VerbForm": "Inf", "Voice": "Pass"}.items()
_SUBJECTS = frozenset({"NOUN", "PROPN", "PRON"})
_CLAUSE_ENDS = frozenset({",", ";", ":", "att", "och", "men", "eller", "om", "när", "där", "då", "innan", "eftersom"})
"""Between a modal and a verb they say that the verb is another clause's."""
_CLAUSE_OPENERS = frozenset("som att när om då eftersom sedan innan medan vad vilken vilket vilka där".split())
"""What opens a clause in which *har* may be left out: *det avtal som hon undertecknat*."""
_TELLING = frozenset({"prs", "prt"})
"""The slots of forms that tell what somebody does or did."""
_JOINS = frozenset({"CCONJ", "PUNCT"})
"""Before these may stand another supine of the same *har*: *har skickat* **och** *utfärdat*."""


def verb_features(words: WordsAt, verb: str) -> Features:
    """The tagger's view of the first of the words, a form of ``verb``, unless the words before it rule that out.

    Where the tagger's view is ruled out, the form that is left.
    """
    tagged = words.morphology
    possible = _possible(words, verb)
    if not possible or any(_agrees(reading, tagged) for reading in possible):
        return tagged
    return possible[0]


def _possible(words: WordsAt, verb: str) -> list[Features]:
    """The forms that can stand among the words around; all where those allow none.

    *Bestritt* is a past tense or a supine; after *har* it is the supine.
    """
    possible = list(_following(words, verb)) or list(_readings(words, verb))
    wanted = _wanted_form(words)
    fitting = [reading for reading in possible if reading.get("VerbForm") == wanted] or possible
    telling = [reading for reading in fitting if not is_imperative(reading)]
    return telling if telling and len(telling) < len(fitting) and _goes_on_telling(words) else fitting


_ACTIVE_INFINITIVE = frozenset({"VerbForm=Inf", "Voice=Act"})


def _goes_on_telling(words: WordsAt) -> bool:
    """Whether the sentence has told what somebody does, and asked nothing: *Hon svarade och* **anför** *att …*."""
    before = words.block.features[words.sentence.start : words.start]
    moods = {mood for mood in ("Mood=Ind", "Mood=Imp") for features in before if mood in features}
    return moods == {"Mood=Ind"}


def _wanted_form(words: WordsAt) -> str:
    """The form that the words around ask for: *Inf* after *ska*, *Sup* after *har*, *Part* in *den … listan*.

    Empty where they leave the choice.  A supine without *har* is a participle: *(undertecknat digitalt)*.
    """
    governor = _governor(words)
    if governor in _MODALS or _waits_for_infinitive(words) or _is_joined_to_infinitive(words) or _is_asked(words):
        return "Inf"
    if governor in _ALLOWING and words.block.words[words.start].endswith("s"):
        return "Inf"
    if _is_got_done(words):
        return "Part"
    if _is_waited_for(words):
        return "Sup"
    if _is_attribute(words):
        return "Part"
    looks_like_supine = words.block.words[words.start].endswith("t") and "Sup" in words.morphology.values()
    return "Part" if looks_like_supine and not _may_lack_have(words) else ""


def _may_lack_have(words: WordsAt) -> bool:
    """Whether a clause has been opened and has no verb yet: *det avtal* **som** *hon undertecknat*.

    Not *om skada som ingen sett, anses godset* **utlämnat**.
    """
    block = words.block
    for token in range(words.start - 1, words.sentence.start - 1, -1):
        if block.words[token] in _CLAUSE_OPENERS:
            return True
        if block.tags[token] in VERBS and "VerbForm=Fin" in block.features[token]:
            return False
    return False


def _is_waited_for(words: WordsAt) -> bool:
    """Whether a *har* right before has no supine yet; not that of *har bifogats ett intyg* **utfärdat** *av*."""
    block, is_joined = words.block, False
    for token in range(words.start - 1, max(words.sentence.start, words.start - _HAVE_REACH) - 1, -1):
        if block.words[token] in _HAVE:
            return True
        if "VerbForm=Sup" in block.features[token] and not is_joined:
            return False
        is_joined = is_joined or block.tags[token] in _JOINS
    return False


def _is_got_done(words: WordsAt) -> bool:
    """Whether somebody gets it done to something: *att få bryggan* **utbytt**, *få den lagad eller* **utbytt**.

    Only the noun phrase that it is done to may stand between, and a participle that shares it.
    """
    block, token = words.block, words.start - 1
    if token > words.sentence.start and block.words[token] in ("och", "eller") and _is_participle(block, token - 1):
        token -= 2
    nouns = range(max(words.sentence.start, token - _GOT_REACH), token + 1)
    while token in nouns and block.tags[token] in _IN_NOUN_PHRASE:
        token -= 1
    return token in nouns and token + 1 < words.start and block.words[token] in _GETTING


def _is_participle(block: AnalysedBlock, token: int) -> bool:
    """*lagad*, whether it is tagged as a verb or as an adjective."""
    return "VerbForm=Part" in block.features[token]


def _waits_for_infinitive(words: WordsAt) -> bool:
    """Whether a modal stands earlier in the clause and has no verb yet: *kan tjänster märkta med ”L”* **nyttjas**."""
    block = words.block
    if _governor(words) == "som":  # a clause of its own: *kan de tjänster som nyttjas …*
        return False
    for token in range(words.start - 1, words.sentence.start - 1, -1):
        if block.words[token] in _MODALS:
            return True
        if _is_verb(block, token) or block.words[token] in _CLAUSE_ENDS:
            return False
    return False


def _is_joined_to_infinitive(words: WordsAt) -> bool:
    """Whether *och* stands between an infinitive and the word: *underteckna och* **återsända** *bifogade avtal*."""
    block, start = words.block, words.start
    if start - 2 < words.sentence.start or block.tags[start - 1] != "CCONJ":
        return False
    return block.features[start - 2] >= _ACTIVE_INFINITIVE and block.features[start] >= _ACTIVE_INFINITIVE


def _is_asked(words: WordsAt) -> bool:
    """Whether somebody is asked to do it: *vi ber er* **återsända** *avtalet*; *er* is no article of a noun there."""
    return words.before[-1:] in _ASKED and not _ASK.isdisjoint(words.before[-3:-1])


def _is_verb(block: AnalysedBlock, token: int) -> bool:
    """Whether the word is a verb of a clause.

    Right after a noun *markerade* is its participle, whatever the tagger says: *tjänsterna* **markerade** *som ”L”*.
    """
    if block.tags[token] not in VERBS or "VerbForm=Part" in block.features[token]:
        return False
    return not (block.words[token].endswith("ade") and token > 0 and block.tags[token - 1] == "NOUN")


def _governor(words: WordsAt) -> str:
    """The word before, subjects and adverbs passed by: *ska* of *ska det inte* **grundas**."""
    block, token = words.block, words.start - 1
    while token > words.sentence.start and block.tags[token] in _PASSED_BY:
        token -= 1
    return block.words[token] if token >= words.sentence.start else ""


def _is_attribute(words: WordsAt) -> bool:
    """Whether the word stands between an article and a noun: *den inskickade listan*, *en bifogad karta*."""
    block, start = words.block, words.start
    if start == words.sentence.start or words.end == words.sentence.end:
        return False
    if block.words[start - 1] not in _ARTICLES or block.tags[words.end] not in _NOMINAL:
        return False
    genders = {block.morphology(token).get("Gender", "") for token in (start - 1, words.end)}
    return not {"Com", "Neut"} <= genders  # *Trots detta inlämnade polisen …*


def _following(words: WordsAt, verb: str) -> Iterator[Features]:
    """The forms, old-fashioned ones left out, that nothing before the words speaks against.

    An old one (*vidtoge*) would be there for most forms, and the letter seldom means it; nor does it mean the
    participle of a man (*den insände*).
    """
    before = words.before
    for reading in _readings(words, verb):
        if "Style" in reading or reading.items() >= _MASCULINE or not can_follow(before, reading):
            continue
        if not (reading.items() >= _PASSIVE_INFINITIVE and is_of_own_clause(words)):
            yield reading


def is_or_may_be_participle(words: WordsAt, verb: str) -> bool:
    """Whether the words are a participle, or look like one where no finite verb or supine can be expected.

    *en avspärrad väg*, *på kartan var husen* **uppritade**, *ett kort* **fastsatt** *på tröjan*, **Inskickade**
    *ritningar är små*.
    """
    form = verb_features(words, verb).get("VerbForm", "")
    if form not in ("Fin", "Sup") or all(reading.get("VerbForm") != "Part" for reading in _readings(words, verb)):
        return form == "Part"
    if form == "Sup":
        return _HAVE.isdisjoint(words.before)
    if words.is_first_in_sentence and may_be_attribute(words, verb):
        return True
    return words.before[-1:] == [","] or _has_verb_before(words)


def may_be_attribute(words: WordsAt, verb: str) -> bool:
    """Whether the words may be a participle that says which thing is meant.

    *tidigare* **utskickade** *påminnelser*, *de* **inskickade** *är otydliga*; not *vi utskickade påminnelser*, nor
    *i går avspärrade polisen bron*.
    """
    participles = [reading for reading in _readings(words, verb) if reading.get("VerbForm") == "Part"]
    if all(reading.items() >= _MASCULINE for reading in participles) or _is_told_to_be_done(words, verb):
        return False
    if words.before[-1:] and words.before[-1] in _ARTICLES:
        return True
    block, end = words.block, words.end
    if end == words.sentence.end or "Definite=Ind" not in block.features[end] or block.tags[end] not in _NOMINAL:
        return False
    follows_subject = words.before[-1:] and block.tags[words.start - 1] in _SUBJECTS
    return not follows_subject and _HAVE.isdisjoint(words.before[-_HAVE_REACH:])


def _is_told_to_be_done(words: WordsAt, verb: str) -> bool:
    """*ska* **insända** *ansökan*, **insänd** *ansökan*."""
    features = verb_features(words, verb)
    return features.get("VerbForm") == "Inf" or features.get("Mood") == "Imp"


def _has_verb_before(words: WordsAt) -> bool:
    """Whether the clause has its finite verb already: *på kartan* **var** *husen uppritade*."""
    block = words.block
    for token in range(words.start - 1, words.sentence.start - 1, -1):
        if block.words[token] in _CLAUSE_ENDS or block.words[token] in _CLAUSE_OPENERS:
            return False
        is_finite = block.tags[token] in VERBS and "VerbForm=Fin" in block.features[token]
        if is_finite and block.words[token - 1 : token + 1] != ["i", "går"]:
            return True
    return False


def is_of_two_tenses(form: str, verb: str) -> bool:
    """Whether the form is past to us, and present to who writes as formerly: *Kvittona återsändes*.

    >>> is_of_two_tenses("återsändes", "återsända"), is_of_two_tenses("bifogades", "bifoga")
    (True, False)
    """
    return verb.endswith("da") and form.lower() == f"{verb.removesuffix('a')}es"


def is_other_word(words: WordsAt, verb: str) -> bool:
    """Whether the words could only be an imperative and stand where none can: *ett bortfall, ditt uttag*.

    *Bortfall* can be nothing of *bortfalla* but its imperative, and no imperative follows *ett*.  *Avled* is one of
    *avleda*, but mostly what *avlida* was: *hon, född 1931,* **avled** *i maj*.
    """
    readings = _readings(words, verb)
    if not readings or not all(map(is_imperative, readings)):
        return False
    if words.is_one and (words.tag == "NOUN" or _is_noun_first(words) or _is_told_by_another(words, verb)):
        return True
    return not can_follow(words.before, readings[0])


def _is_told_by_another(words: WordsAt, verb: str) -> bool:
    """Whether another verb has the form for a finite one, and words stand before it: *När hon* **avled** *fick …*."""
    others = (reading.slot for reading in readings(words.text.lower()) if reading.verb != verb)
    return bool(words.before) and not _TELLING.isdisjoint(others)


def _is_noun_first(words: WordsAt) -> bool:
    """Whether a noun is taken for an imperative, since it begins a sentence: **Utlägg** *för resan ersätts inte*.

    The sentence has a verb of its own besides.
    """
    if not is_listed_noun(words.text.lower()):
        return False
    verb = main_verb(SentenceForms.of(WordsAt(words.block, words.end, words.sentence.end)))
    return verb is not None


def _readings(words: WordsAt, verb: str) -> Sequence[Features]:
    """What forms of the verb the words can be: *skriv* an imperative, *vidtas* an infinitive or a present."""
    return _known(words.text.lower(), verb)


@lru_cache(maxsize=20_000)
def _known(form: str, verb: str) -> Sequence[Features]:
    """The same for a form, lower case: letters use the same ones again and again."""
    return features_of(form, verb, "VERB")


def _agrees(reading: Features, tagged: Features) -> bool:
    """Whether what the tagger saw goes with the form; it must have seen a verb.

    A feature that the form doesn't have goes with all values.
    """
    if "VerbForm" not in tagged:
        return False
    return all(reading.get(name, value) == value for name, value in tagged.items())
