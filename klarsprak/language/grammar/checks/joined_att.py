"""*samt att* that goes on from no *att*: *Bryggan ska ha räcke* **samt att** *det ska finnas en livboj*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.clauses import SentenceForms, is_finite, main_verb
from klarsprak.language.grammar.splices import part
from klarsprak.language.words_at import WordsAt

_ATT = "att"
_JOINERS = frozenset({"samt", "och"})
_OPENERS = frozenset("om hur vad varför när var vem vilken vilket vilka huruvida ifall : som".split())
"""Words from which *samt att* may go on."""
_DUTY = frozenset("ska skall måste bör får kan behöver".split())
_STATES = frozenset("vara ha finnas stå bli hållas skötas sitta ligga".split())
"""Verbs that say how something is, and that no *att* follows: *ska vara försedd med*."""
_ALLOWS = frozenset("medger tillåter strider överskrider avviker saknar har".split())
_TAKES_ATT = frozenset(
    "på för av med till genom utan om i mot efter utöver förutom innebär visar säger anger beror krävs gäller önskar "
    "vill skäl skälet orsak orsaken syfte syftet mål målet risk risken krav kravet kraven viktigt villkor uppgift "
    "tack tacksam det detta följande möjlighet rätt skyldig skyldighet".split()
)
"""Words that *att* may follow at once, and so after *samt*: *beror på kylan samt att motorn är gammal*."""


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each *samt att* and *och att* with a clause of its own after it and no other clause to join."""
    forms = words.block.words
    for i in range(words.start + 3, words.end - 3):
        if forms[i] in _JOINERS and forms[i + 1] == _ATT and _joins_nothing(words, i):
            yield Mistake(i, i + 2)


def _joins_nothing(words: WordsAt, i: int) -> bool:
    """Whether what stands before is a main clause that says how something is, and a whole clause follows."""
    sentence = SentenceForms.of(words)
    joiner = i - words.start
    before = part(sentence, 0, joiner)
    if not _OPENERS.isdisjoint(before.forms) or any(_opens_clause(before, k) for k in range(joiner)):
        return False
    verb = main_verb(before)
    if verb is None or not _says_how(before, verb):
        return False
    after = part(sentence, joiner + 2, len(sentence.forms))
    return _is_clause(after)


def _opens_clause(before: SentenceForms, k: int) -> bool:
    """Whether the word is an *att* with a clause: not *lätt att läsa*."""
    after = before.features[k + 1 : k + 2]
    return before.forms[k] == _ATT and not (after and "VerbForm=Inf" in after[0])


def _says_how(before: SentenceForms, verb: int) -> bool:
    """Whether the verb is one after which *att* has nothing to hang on: *ska vara*, *medger inte*."""
    form, rest = before.forms[verb], before.forms[verb + 1 :]
    if form in _DUTY:
        is_state = not _STATES.isdisjoint(rest) or any("Voice=Pass" in each for each in before.features[verb + 1 :])
        return is_state and _TAKES_ATT.isdisjoint(rest[:1])
    return form in _ALLOWS and "det" not in before.forms[: verb + 2]


def _is_clause(after: SentenceForms) -> bool:
    """Whether a subject and its verb follow: *det ska finnas*, *en del av taket är*; not *att betala*."""
    if "VerbForm=Inf" in after.features[0] or after.tags[0] in ("ADV", "PART"):
        return False
    return any(is_finite(after, i) for i in range(1, min(len(after.forms), 8)))


JOINED_ATT = Check(_find, _JOINERS)
