"""Words that belong together and stand apart: an auxiliary and its verb, an article and its noun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from klarsprak.language.grammar.clauses import JOINERS, VERBS, SentenceForms, is_finite, opens_clause
from klarsprak.language.grammar.counting import Measured, greatest, words_between

AUXILIARIES = frozenset(
    "har hade ska skall skulle kan kunde måste bör borde får fick vill ville kommer kom behöver behövde".split()
)
ARTICLES = frozenset({"den", "det", "de", "denna", "detta", "dessa"})
_PERFECT = frozenset({"har", "hade"})
"""After these the verb is a supine, after the other auxiliaries an infinitive."""
_NO_PASSIVE = _PERFECT | {"kommer", "kom"}
"""After these no infinitive stands without *att*."""
_INSERTS = frozenset({",", "–", "(", ")"})
"""Signs that stand around a clause put into another one."""
_BEFORE_SUBJECT = frozenset({"ADV", "PART"})
_SUBJECT_TAGS = frozenset({"PRON", "DET", "NOUN", "PROPN", "ADJ", "NUM"})
"""What a subject begins with."""
_PARTICIPLES = ("vna", "gna", "tna", "ade", "ande", "ende", "dda", "lda", "rda", "nda")
_PARTICIPLE_TAGS = frozenset({"ADJ", "VERB"})
_NO_MODIFIER = frozenset({"AUX", "SCONJ", "PUNCT"})
_BEFORE_ATT = frozenset({"för", "genom", "utan", "efter", "till"})
"""After these *att* belongs to them and not to the auxiliary: *för att mäta*."""
_REACH = 14
"""How many words after an article its noun is looked for."""


def split_verb(sentence: SentenceForms) -> Measured:
    """The most words between an auxiliary and its verb: *ska, om du inte har betalat, skicka*."""
    return greatest(_split_verbs(sentence), sentence)


def _split_verbs(sentence: SentenceForms) -> Iterator[Measured]:
    """Every auxiliary with the verb that it belongs to.

    Only the last one waits: a finite verb begins anew, and what stands in a clause that is put in between belongs to
    that clause.
    """
    auxiliary: int | None = None
    is_inserted = False
    for i, form in _outside_brackets(sentence.forms):
        if auxiliary is None:  # as of most words
            auxiliary = _as_auxiliary(sentence, i)
        elif is_inserted:
            is_inserted = form not in _INSERTS
        elif _tells_to(sentence, i, auxiliary):
            auxiliary = None
        elif _completes(sentence, i, auxiliary):
            yield _put_between(sentence, auxiliary, i)
            auxiliary = None
        elif is_finite(sentence, i) or _has_no_verb(sentence, i, sentence.forms[auxiliary]):
            auxiliary = _as_auxiliary(sentence, i)
        else:
            is_inserted = opens_clause(sentence, i)


def _tells_to(sentence: SentenceForms, i: int, auxiliary: int) -> bool:
    """Whether the verb tells the reader to do something, after a comma that closes nothing.

    *behöver marken,* **se** *karta* does; *ska, om du vill,* **se** *till* closes what the first comma has put in.
    """
    if sentence.forms[i - 1] not in _INSERTS or sentence.tags[i] not in VERBS:
        return False
    between = range(auxiliary + 1, i - 1)
    return not any(sentence.forms[at] in _INSERTS or opens_clause(sentence, at) for at in between)


def _outside_brackets(forms: list[str]) -> Iterable[tuple[int, str]]:
    """The words but for those in brackets, which have a verb of their own: *behöver ett utdrag (ta med det)*."""
    return _outside(forms) if "(" in forms else enumerate(forms)


def _outside(forms: list[str]) -> Iterator[tuple[int, str]]:
    """The words of a sentence with brackets that stand outside of these."""
    depth = 0
    for i, form in enumerate(forms):
        depth = max(0, depth + (form == "(") - (form == ")"))
        if not depth:
            yield i, form


def _put_between(sentence: SentenceForms, auxiliary: int, verb: int) -> Measured:
    """The words put between the two, of which the subject is none: *sedan* **ska** *du, om du vill,* **betala**.

    Where a subject of several words follows the auxiliary nobody knows where it ends, but for the sign that closes
    what is put in: *då* **har** *den nya skolan vid bron i Ekvalla* **öppnat** has nothing put in.
    """
    number, first, end = words_between(sentence, auxiliary, verb)
    subject = _subject_after(sentence, auxiliary)
    if sentence.forms[verb - 1] in _INSERTS or subject is None:
        return number, first, end
    if sentence.tags[subject] == "PRON":
        return words_between(sentence, subject, verb)[0], first, end
    return 0, first, end


def _subject_after(sentence: SentenceForms, auxiliary: int) -> int | None:
    """Where the subject begins, if it follows the auxiliary, adverbs between: *ska* **du**, *ska också* **huset**.

    *ska enligt lagen* has none.
    """
    after = auxiliary + 1
    while sentence.tags[after] in _BEFORE_SUBJECT:
        after += 1
    return after if sentence.tags[after] in _SUBJECT_TAGS else None


def _as_auxiliary(sentence: SentenceForms, i: int) -> int | None:
    """The token, if it is a finite auxiliary; other verbs wait for nothing."""
    return i if sentence.forms[i] in AUXILIARIES and is_finite(sentence, i) else None


def _completes(sentence: SentenceForms, i: int, auxiliary: int) -> bool:
    """Whether the word is the verb that the auxiliary waits for: *har … skickat*, *ska … skicka*.

    *har* waits for *skickat*, *ska* for *skicka*, and *kommer* for *att skicka*: *du kommer upp i taket, räkna själv*
    has none.
    """
    if sentence.tags[i] not in VERBS:
        return False
    form = sentence.forms[auxiliary]
    if form.startswith("kom") and not _leads_to_infinitive(sentence, auxiliary, i):
        return False
    wanted = "VerbForm=Sup" if form in _PERFECT else "VerbForm=Inf"
    return wanted in sentence.features[i] or _completes_after_insert(sentence, i, auxiliary)


def _completes_after_insert(sentence: SentenceForms, i: int, auxiliary: int) -> bool:
    """Whether the word is a passive that the tagger takes for the present: *kan, om isen håller,* *bron* **öppnas**.

    It is the auxiliary's where a comma stands right after that, and no joiner begins another clause.
    """
    between = sentence.forms[auxiliary + 1 : i]
    if sentence.forms[auxiliary] in _NO_PASSIVE or between[:1] != [","] or not sentence.forms[i].endswith("as"):
        return False
    last = len(between) - between[::-1].index(",")
    return last > 1 and JOINERS.isdisjoint(between[last:]) and "Voice=Pass" in sentence.features[i]


def _leads_to_infinitive(sentence: SentenceForms, comes: int, verb: int) -> bool:
    """Whether the *att* before the verb is that of *kommer*: not *kommer i maj, med 30* **dagar att betala**."""
    between = sentence.forms[comes:verb]
    if "att" not in between:
        return False
    att = verb - 1 - between[::-1].index("att")
    return sentence.tags[att - 1] != "NOUN" or "," not in sentence.forms[comes:att]


def _has_no_verb(sentence: SentenceForms, i: int, auxiliary: str) -> bool:
    """Whether the word tells that no verb of the auxiliary's will come.

    After *får större möjlighet att planera* the auxiliary is none, nor in *kommer på fredag för att mäta*, but
    *kommer inom kort att* is one; a clause that no comma sets off is not put in but follows.
    """
    if sentence.forms[i] == "att" and (not auxiliary.startswith("kom") or sentence.forms[i - 1] in _BEFORE_ATT):
        return True
    if not opens_clause(sentence, i):
        return False
    return sentence.forms[i - 1] not in _INSERTS


_DEFINITE = ("en", "et", "yn", "erna", "orna", "arna")
"""How a noun ends that means a certain one: *Hamnpolicyn*."""
_LIKE_PARTICIPLES = frozenset(
    "befintlig befintliga befintligt tillgänglig tillgängliga tillgängligt synlig synliga".split()
)
"""Adjectives that others hang on as on participles: *den på marken befintliga ladan*."""


def modifiers(sentence: SentenceForms) -> Measured:
    """The most words between an article and its noun that hang on a participle: *den av nämnden antagna planen*."""
    return greatest(_modified_nouns(sentence), sentence)


def _modified_nouns(sentence: SentenceForms) -> Iterator[Measured]:
    """Every article that a preposition follows, with its noun: *de i ansökan angivna uppgifterna*.

    *de uppgifter* has no preposition, and is passed by.
    """
    forms, tags = sentence.forms, sentence.tags
    for article in range(len(forms) - 1):
        # Prepositions are fewer than articles, and both tell at a look.
        if tags[article + 1] != "ADP" or forms[article] not in ARTICLES:
            continue
        participle = _participle(sentence, article + 2)
        if participle is not None and _is_definite_noun(sentence, participle + 1):
            yield words_between(sentence, article, participle + 1)


def _participle(sentence: SentenceForms, first: int) -> int | None:
    """The first participle from there on, with a word after it; no verb, clause or stop before it.

    *angivna* in *(de) i ansökan angivna uppgifterna*.
    """
    last = min(first - 1 + _REACH, len(sentence.forms))
    for i in range(first, last - 1):
        if _is_participle(sentence, i):
            return i
        if _ends_phrase(sentence, i):
            return None
    return None


def _is_participle(sentence: SentenceForms, i: int) -> bool:
    """Whether the word is one, or an adjective that stands like one: *antagna*, *gällande*, *befintliga*.

    The tagger takes many old ones for other forms of verbs, or for adjectives; their endings tell.
    """
    if "VerbForm=Part" in sentence.features[i] or sentence.forms[i] in _LIKE_PARTICIPLES:
        return True
    if sentence.tags[i] not in _PARTICIPLE_TAGS:
        return False
    return sentence.forms[i].endswith(_PARTICIPLES)


def _is_definite_noun(sentence: SentenceForms, i: int) -> bool:
    """Whether the word is a noun such as *planen*: the article's own, not an object of the participle.

    *planen* of *den av nämnden antagna planen*; *Planen* too, be it a name with its capital.
    """
    if sentence.tags[i] == "PROPN":
        return sentence.forms[i].endswith(_DEFINITE)
    if sentence.tags[i] != "NOUN":
        return False
    return "Definite=Def" in sentence.features[i]


def _ends_phrase(sentence: SentenceForms, i: int) -> bool:
    """Whether the article's phrase can't go on with the word: a comma, *som*, another article, a finite verb.

    *den i huset, som …* has no noun to come.
    """
    if sentence.tags[i] in _NO_MODIFIER:
        return True
    if sentence.forms[i] in ARTICLES:
        return True
    return is_finite(sentence, i)
