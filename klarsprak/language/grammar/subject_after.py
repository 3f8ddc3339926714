"""The subject where it stands after its verb: *I går avspärrade* **polisen** *bron*."""

from __future__ import annotations

import re

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.grammar.clause_of_verb import is_in_main_clause
from klarsprak.language.grammar.clauses import (
    BEFORE_NOUN,
    JOINERS,
    SentenceForms,
    has_finite_verb,
    main_verb,
    opens_clause,
)
from klarsprak.language.words_at import WordsAt

SUBJECTS = frozenset("jag du han hon vi ni man".split())
"""Pronouns that are subjects alone."""
SENTENCE_ADVERBS = frozenset(
    "inte ej icke aldrig också dock alltid nu härmed därför alltså redan ännu sällan ofta numera emellertid dessutom "
    "vanligen normalt sedan istället kanske ju gärna omgående genast omedelbart snarast".split()
)
"""What says something of the whole sentence, and may stand before the subject too."""
_FOCUS = frozenset("även också bara endast enbart minst högst nästan inte cirka drygt knappt särskilt främst".split())
"""Adverbs that belong to the noun after them: *Även* **grannen** *skrev*."""
_LEADING = frozenset({"PUNCT", "CCONJ", "SYM"})
_CLAUSE_PRONOUNS = frozenset("vad vem som vilken vilket vilka vars".split())
"""They begin a clause, which may be the subject as a whole: *framräknas* **vad** *det kostar*."""
_NOUNS = frozenset({"NOUN", "PROPN"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})
_ADVERBIAL = frozenset({"ADP", "ADV"})
SHORTENED_PREPOSITIONS = frozenset("jml enl enl. avs avs. ang ang. betr betr. m.a.a. p.g.a. pga".split())
"""The tagger takes some of them for nouns: *Avgiften uttages* **jml** *taxan*."""
_MEASURES = frozenset("st st. stycken kg ton liter meter procent".split())
"""What is counted comes after these: *inkom 61* **st** *ansökningar*."""
_STOPS = JOINERS | {",", ";", ":", "–", "("}
_TIMES = re.compile(
    r"(?:\w*dag|\w*vecka|\w*månad|\w*kväll|morgon|natt|\w*helg|\w*år|\w*termin|sommar|höst|vinter|vår|gång|kvartal)"
    r"(?:en|n|et|t)?|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
)
_WHICH_TIME = frozenset("den varje var nästa förra samma denna en två tre vissa senare första sista".split())
"""What a time begins with that is no subject: *Varje år*, *Den 3 maj*."""
_ASKING = frozenset("när hur var varför vart då".split())
_FORMAL = frozenset({"NUM", "DET"})
"""After *det* they begin what it stands for: *inkom det* **två** *brev*."""
_DIRECTIONS = (["till"], ["från"])
"""After a noun that needs no more words they say where to and from: *betalas bidraget ut* **till** *dig*."""
_DEFINITE = frozenset({"Definite=Def", "Poss=Yes"})
_GOES_ON = frozenset("som där vars vilket vilken vilka och eller samt , ( – - /".split())
"""After a noun they may say more of it, as prepositions do."""


def end_of_subject(verb: WordsAt) -> int | None:
    """The token after the subject that follows a finite verb: after *polisen* of *I går avspärrade polisen bron*.

    The verb's own end where the subject stands before it, or there is none; None where it follows and nobody can be
    sure where it ends: *avspärrade polisen i staden bron*.
    """
    after = verb.block.words[verb.end : verb.sentence.end]
    if after[:1] and after[0] in SUBJECTS:
        return verb.end + 1
    if after[:1] and after[0] in SHORTENED_PREPOSITIONS:
        return verb.end
    is_after = _is_after(verb)
    if is_after is None:
        return None
    return _end_of_phrase(verb) if is_after else verb.end


def end_of_short_subject(verb: WordsAt) -> int | None:
    """The same where something else tells that the subject goes no further than its noun.

    *är* **nämnden** *av uppfattningen att*: what follows belongs to the verb.
    """
    end = end_of_subject(verb)
    if end is not None or not _is_after(verb):
        return end
    return _end_of_noun(verb)


def _is_after(verb: WordsAt) -> bool | None:
    """Whether the subject follows the verb, as after *I går*, *Därför*, *Om du flyttar*; None where it isn't sure."""
    sentence, i = _with_finite(verb)
    if _asks(verb):
        return True
    if not is_in_main_clause(sentence, i):
        return False
    first = _first_of_clause(sentence, i)
    if first == i:
        return _is_after_first_verb(verb, i)
    return _leaves_subject(sentence, first, i)


def _asks(verb: WordsAt) -> bool:
    """*När insände kommunen ansökan?*, where the tagger takes *när* for what opens a clause."""
    return verb.after[-1:] == ["?"] and len(verb.before) == 1 and verb.before[0] in _ASKING


def _with_finite(verb: WordsAt) -> tuple[SentenceForms, int]:
    """The verb's sentence, and its number there; a finite one, whatever the tagger takes it for."""
    whole = verb.sentence
    forms, tags, features = SentenceForms.of(WordsAt(verb.block, whole.start, whole.end))
    i = verb.start - whole.start
    return SentenceForms(forms, [*tags[:i], "VERB", *tags[i + 1 :]], [
        *features[:i], features[i] | {"VerbForm=Fin"}, *features[i + 1 :]
    ]), i  # fmt: skip


def _first_of_clause(sentence: SentenceForms, verb: int) -> int:
    """The first word of what stands before the verb in its clause, signs and *Men* left out: *Om* of *Om du flyttar*.

    The verb's own number where nothing does: *kom och* **avspärrade**.
    """
    first = 0 if main_verb(sentence) == verb else _after_last_stop(sentence, verb)
    while first < verb and sentence.tags[first] in _LEADING:
        first += 1
    return first


def _after_last_stop(sentence: SentenceForms, verb: int) -> int:
    """The word after the last *och* or comma before the verb."""
    return max((i + 1 for i in range(verb) if sentence.forms[i] in _STOPS), default=0)


def _is_after_first_verb(verb: WordsAt, i: int) -> bool | None:
    """Whether a verb with nothing before it asks or sets a condition: *Inkommer svaret för sent prövas det inte*.

    Not in *polisen kom och avspärrade bron*, the imperative *Insänd svaret*, nor *Avser svaret*, as a form says it
    without a subject.
    """
    block = verb.block
    if i > 0:
        return None if verb.before[-1] == "," else False
    if "Mood=Ind" not in block.features[verb.start] or not verb.after:
        return False
    rest = SentenceForms.of(WordsAt(block, verb.end, verb.sentence.end))
    return verb.after[-1] == "?" or has_finite_verb(rest)


def _leaves_subject(sentence: SentenceForms, first: int, verb: int) -> bool | None:
    """Whether what stands before the verb is no subject: *I går*, *Därför*, *Varje år*, *Om du flyttar*."""
    forms, tags = sentence.forms, sentence.tags
    if forms[verb - 1] in SUBJECTS:
        return False  # the order of a heading, or of a clause that nobody opened
    while forms[first] in _FOCUS and first < verb - 1:
        first += 1
    if forms[first] == "att":
        return False
    if tags[first] in _ADVERBIAL or opens_clause(sentence, first):
        # *om särskilda skäl föranleder det* is a clause, whatever the tagger takes *om* for
        return None if forms[first] == "om" and tags[first] == "ADP" else True
    return _is_time(sentence, first, verb) if tags[first] in _NOMINAL else None


def _is_time(sentence: SentenceForms, first: int, verb: int) -> bool | None:
    """Whether nominal words say when: *Den 3 maj*; *Dagen* may be the subject as well."""
    if not any(map(_TIMES.fullmatch, sentence.forms[first:verb])):
        return False
    says_which = sentence.forms[first] in _WHICH_TIME and "som" not in sentence.forms[first:verb]
    return says_which or None


def _end_of_phrase(verb: WordsAt) -> int | None:
    """The token after the subject, adverbs before it passed by; None where it has no clear end.

    *polisen* of *avspärrade inte polisen bron*, *kommunens socialnämnd*, *rektor Anna Berg*, *det*.
    """
    block, last = verb.block, verb.sentence.end
    end = _end_of_noun(verb)
    if end is None:
        return None
    is_definite = any(_is_definite(block, token) for token in range(verb.end, end))
    if is_definite and block.words[end : end + 1] in _DIRECTIONS:
        return end
    return None if _goes_on(block, end, last) else end


def _end_of_noun(verb: WordsAt) -> int | None:
    """The token after the noun or pronoun of a subject that follows the verb; None where there is none."""
    block, end, last = verb.block, verb.end, verb.sentence.end
    while end < last and block.words[end] in SENTENCE_ADVERBS:
        end += 1
    while end < last - 1 and _stands_before_noun(block, end):
        end += 1
    if end == last or block.words[end] in _MEASURES or not _may_end_subject(block, end):
        return None
    return _end_of_name(block, end, last)


def _is_definite(block: AnalysedBlock, token: int) -> bool:
    """*ansökningen*, and the *din* of *din ansökan*."""
    return not _DEFINITE.isdisjoint(block.features[token])


def _may_end_subject(block: AnalysedBlock, token: int) -> bool:
    """Whether the word is a noun, or a pronoun alone."""
    if block.tags[token] in _NOUNS:
        return True
    if block.tags[token] == "PRON":
        return block.words[token] not in _CLAUSE_PRONOUNS
    return _is_formal(block, token) or _is_indefinite_before_definite(block, token)


def _is_formal(block: AnalysedBlock, token: int) -> bool:
    """*det* that stands for what comes after it: *inkom* **det** *två brev*."""
    return block.words[token] == "det" and not _FORMAL.isdisjoint(block.tags[token + 1 : token + 2])


def _is_indefinite_before_definite(block: AnalysedBlock, token: int) -> bool:
    """*åberopade* **ingen** *avtalet*: the subject is the pronoun alone."""
    after = block.features[token + 1 : token + 2]
    return "Definite=Ind" in block.features[token] and bool(after) and "Definite=Def" in after[0]


def _goes_on(block: AnalysedBlock, token: int, last: int) -> bool:
    """Whether the word may say more of the noun before it: *polisen* **i** *staden*.

    Not *svaret* **för** *sent*, *bidraget* **i** *maj*.
    """
    if token >= last or block.words[token] in _GOES_ON:
        return token < last
    if block.tags[token] != "ADP" or token + 1 >= last:
        return False
    return block.tags[token + 1] != "ADV" and not says_when(block, token + 1, last)


def says_when(block: AnalysedBlock, token: int, last: int) -> bool:
    """Whether a time stands there, words before its noun passed by: *maj*, *den 3 maj*, *nästa vecka*."""
    while token < last - 1 and block.tags[token] in BEFORE_NOUN:
        token += 1
    return _TIMES.fullmatch(block.words[token]) is not None


def _stands_before_noun(block: AnalysedBlock, token: int) -> bool:
    """Whether the word stands before a noun that it belongs to: *den*, *nya*, *din*, *kommunens*."""
    features = block.features[token]
    if _is_formal(block, token) or _is_indefinite_before_definite(block, token):
        return False
    if "Poss=Yes" in features or block.tags[token] in BEFORE_NOUN:
        return True
    return block.tags[token] in _NOUNS and "Case=Gen" in features


def _end_of_name(block: AnalysedBlock, noun: int, last: int) -> int:
    """The token after the noun and the name that it belongs to: *Anna Berg*, *rektor Anna Berg*, *polisen*."""
    end = noun + 1
    if block.tags[noun] == "PRON" or "Definite=Def" in block.features[noun]:
        return end
    while end < last and block.tags[end] == "PROPN":
        end += 1
    return end
