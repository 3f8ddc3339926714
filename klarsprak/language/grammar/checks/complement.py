"""What *är*, *ska vara* or *blir* says of a subject, in a form that the subject doesn't want.

*Din anmälan om ett kafé är registrerat, är du nöjda med svaret, luckorna ska vara stängd*; what stands straight
before *är* and needs no search is ``predicative``'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.clause_verbs import SUBJECTS, is_finite_verb
from klarsprak.language.grammar.checks.unbent import PEOPLE, UNBENT
from klarsprak.language.grammar.lexicon import adjective_in, adjective_of, noun_forms
from klarsprak.language.grammar.lexicon.participles import participle_in
from klarsprak.language.words_at import WordsAt

_COPULAS = frozenset("är var blir blev vore".split())
_BARE = frozenset("vara bli varit blivit".split())
_AUXILIARIES = frozenset("ska skall kan måste bör får vill skulle kunde har hade kommer behöver borde".split())
_BETWEEN = frozenset({"ADV", "PART"})
"""What may stand between the verbs, and before the adjective."""
_OTHER_CLAUSE = frozenset({"att", "som", "vilka", "vilken", "vilket"})
"""Before these stands another clause's verb: **Har** *du saker* **som** *blivit förstörda*."""
_PRONOUNS = {
    "du": (("Com", "Sing"),),
    "jag": (("Com", "Sing"),),
    "han": (("Com", "Sing"),),
    "hon": (("Com", "Sing"),),
    "den": (("Com", "Sing"),),
    "det": (("Neut", "Sing"),),
    "ingen": (("Com", "Sing"),),
    "någon": (("Com", "Sing"),),
    "alla": (("Com", "Plur"),),
    "detta": (("Neut", "Sing"),),
    "ni": (("Com", "Plur"), ("Com", "Sing")),
    "man": (("Com", "Sing"), ("Com", "Plur")),
    "vi": (("Com", "Plur"),),
    "de": (("Com", "Plur"),),
}
_OPENERS = frozenset("länge att eftersom när innan medan tills om där hur varför fast då ifall såvida så".split())
_ALSO_PREPOSITIONS = frozenset({"om", "innan", "då"})
_NOUN_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "NUM", "PROPN", "ADP"})
_BEFORE_HEAD = frozenset({"DET", "ADJ"})
_OWNERS = frozenset("min mitt mina din ditt dina vår vårt våra er ert era hans hennes deras en ett".split())
_ENDS = frozenset({"ADP", "PUNCT", "SCONJ", "ADV"})
_ALSO_ADVERBS = frozenset(
    "långt högt djupt tätt lågt snett tidigt sent tyst långsamt ofta direkt helt lika klart dubbelt säkert möjligt "
    "troligt sannolikt gott illa bättre nytt enbart".split()
)


_WHO_DECIDE = ("fullmäktige", "fullmäktiges")
"""What looks like an adjective and is a noun: *det är* **kommunfullmäktige** *som bestämmer*."""


class _Said(NamedTuple):
    """A finite verb, the verb after which the adjective comes, and the token where the search for it begins."""

    finite: int
    after: int
    subject: tuple[tuple[str, str], ...]
    shown: int
    """The subject's token."""


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each adjective that the subject wants in another form."""
    forms = words.block.words
    for i in range(words.start, words.end - 1):
        finite = i if forms[i] in _COPULAS else _auxiliary_of(words, i) if forms[i] in _BARE else None
        said = _said(words, finite, i) if finite is not None else None
        adjective = _adjective_after(words, said.after) if said is not None else None
        if said is None or adjective is None:
            continue
        yield from _wrong(words, said, adjective)
        if (
            adjective + 2 < words.end
            and words.block.tags[adjective + 1] == "CCONJ"
            and words.block.tags[adjective + 2] == "ADJ"
        ):
            yield from _wrong(words, said, adjective + 2)


def _auxiliary_of(words: WordsAt, verb: int) -> int | None:
    """The auxiliary of *vara* or *varit*: **ska** *inte vara*, **kan** *ansökan vara*."""
    block = words.block
    for i in range(verb - 1, max(words.start, verb - 7) - 1, -1):
        if block.words[i] in _AUXILIARIES:
            return i
        if block.words[i] in _OTHER_CLAUSE or block.tags[i] in ("PUNCT", "SCONJ", "CCONJ", "VERB"):
            return None
    return None


def _said(words: WordsAt, finite: int, copula: int) -> _Said | None:
    """What subject the verb has: the phrase after it, where it stands before its subject, or the one before."""
    after = _subject_after(words, finite)
    if after is not None:
        last, agreements = after
        return _Said(finite, max(last, copula), agreements, last) if agreements else None
    if any(words.block.tags[i] not in _BETWEEN for i in range(finite + 1, copula)):
        return None
    agreements = _before(words, finite)
    return _Said(finite, copula, agreements, finite - 1) if agreements else None


def _subject_after(words: WordsAt, finite: int) -> tuple[int, tuple[tuple[str, str], ...]] | None:
    """The last token of a subject after the verb and its agreements; None where there is none."""
    block, i = words.block, finite + 1
    if i >= words.end - 1:
        return None
    form, is_turned = block.words[i], _may_be_turned(words, finite)
    if form == "den" and block.words[i + 1].endswith(("ade", "dda", "nde")):
        return None  # **den skadade**, who is a person
    if form in _PRONOUNS and block.tags[i] == "PRON" and (is_turned or form in SUBJECTS):
        return i, _PRONOUNS[form]
    if not is_turned:
        return None
    while i < words.end and block.tags[i] in _BEFORE_HEAD and (i > finite + 1 or block.tags[i] == "DET"):
        i += 1
    if i < words.end and block.tags[i] == "NOUN" and "Definite=Def" in block.features[i]:
        return i, _of_head(words, finite + 1, i)
    return None


def _may_be_turned(words: WordsAt, finite: int) -> bool:
    """Whether the verb stands first, or after what is no subject: **Är** *du*, *när knäet* … not *jag är den*."""
    if finite == words.start:
        return True
    block = words.block
    return block.tags[finite - 1] in ("PUNCT", "ADV") or block.words[finite - 1] in (
        "när",
        "hur",
        "så",
        "därför",
        "då",
    )


def _before(words: WordsAt, finite: int) -> tuple[tuple[str, str], ...]:
    """The agreements of the subject before the verb; empty for one that isn't known for sure."""
    block, last = words.block, finite - 1
    while last > words.start and block.tags[last] in _BETWEEN:
        last -= 1
    if last < words.start:
        return ()
    form = block.words[last]
    if form in _PRONOUNS and block.tags[last] == "PRON":
        return _PRONOUNS[form] if _opens(words, last - 1) else ()
    if _is_of_pair(words, last):
        return _MANY
    return _of_phrase(words, last) if block.tags[last] in ("NOUN", "PROPN", "NUM") else ()


def _opens(words: WordsAt, i: int) -> bool:
    """Whether a clause begins after the token."""
    if i < words.start:
        return True
    form = words.block.words[i]
    if form in _ALSO_PREPOSITIONS and i > words.start:
        return words.block.tags[i - 1] not in _NOUN_TAGS
    return form in _OPENERS or (form in ("och", "men") and words.block.words[i - 1] == ",")


def _is_of_pair(words: WordsAt, last: int) -> bool:
    """Whether the subject is two things that *och* joins, each known: *hyran och elen, din båt och din trailer*."""
    block = words.block
    first = _known_noun(words, last)
    if first is None or first - 2 < words.start or block.words[first - 1] not in _JOINERS:
        return False
    other = _known_noun(words, first - 2)
    return other is not None and _opens(words, other - 1)


def _known_noun(words: WordsAt, last: int) -> int | None:
    """Where a noun that is definite, many or has an owner begins; None where the word is no such noun."""
    block = words.block
    form, nouns = block.words[last], noun_forms(block.words[last])
    if block.tags[last] != "NOUN" or form in PEOPLE or "Case=Nom" not in block.features[last]:
        return None
    if last > words.start and block.words[last - 1] in _OWNERS - {"en", "ett"}:
        return last - 1
    is_definite = all(noun.is_definite for noun in nouns) if nouns else "Definite=Def" in block.features[last]
    return last if is_definite or "Number=Plur" in block.features[last] else None


_JOINERS = frozenset({"och", "samt"})
_MANY = (("Com", "Plur"),)


def _of_phrase(words: WordsAt, last: int) -> tuple[tuple[str, str], ...]:
    """Those of a noun phrase, with what hangs on it by prepositions: *din anmälan om ett kafé på Brogatan 4*."""
    block, first = words.block, last
    while first > words.start and (block.tags[first - 1] in _PHRASE or block.words[first - 1] in _OWNERS):
        if _opens(words, first - 1):
            break
        first -= 1
    if not _opens(words, first - 1) or block.tags[first] in ("ADP", "NUM"):
        return ()
    head = first
    while head < last and (block.tags[head] in _BEFORE_HEAD or block.words[head] in _OWNERS):
        head += 1
    if block.tags[head] != "NOUN" or (head < last and block.tags[head + 1] != "ADP"):
        return ()
    return _of_head(words, first, head)


def _of_head(words: WordsAt, first: int, head: int) -> tuple[tuple[str, str], ...]:
    """Those of a noun that is definite or has a determiner, where all that it can be agree."""
    block = words.block
    form, nouns = block.words[head], noun_forms(block.words[head])
    if form in PEOPLE or not nouns or {"lika", "mycket"} & set(block.words[first:head]):
        return ()
    if (
        block.tags[first] != "DET"
        and block.words[first] not in _OWNERS
        and not all(noun.is_definite for noun in nouns)
    ):
        return ()
    found = {(noun.gender, noun.number) for noun in nouns}
    return tuple(found) if len(found) == 1 else ()


def _adjective_after(words: WordsAt, verb: int) -> int | None:
    """The adjective that the clause ends in, or that no noun follows."""
    block, i = words.block, verb + 1
    while i < words.end - 1 and block.tags[i] in _BETWEEN and not _is_known(block.words[i]):
        if block.words[i] == "att":
            return None  # *syftet är* **att säkra** *platsen*
        i += 1
    if i >= words.end or block.words[i] in UNBENT or not _is_known(block.words[i]):
        return None
    if block.words[i].endswith(_WHO_DECIDE):
        return None
    if block.tags[i] in ("NOUN", "PROPN") and (noun_forms(block.words[i]) or block.written(i, i + 1)[0].isupper()):
        return None
    return i if i + 1 == words.end or _ends_after(words, i) else None


def _is_known(form: str) -> bool:
    """Whether the word is an adjective, or a participle and no noun."""
    if adjective_of(form) is not None:
        return True
    return participle_in(form, "Com", "Sing") is not None and not noun_forms(form)


def _ends_after(words: WordsAt, i: int) -> bool:
    """Whether no noun follows the word, to which it would belong."""
    block, after = words.block, i + 1
    if block.tags[after] == "CCONJ":
        is_pair = after + 2 < words.end and _is_known(block.words[after + 1]) and block.tags[after + 2] in _ENDS
        return is_pair or is_finite_verb(words, after + 1)
    if block.tags[after] in ("VERB", "AUX"):
        return is_finite_verb(words, after)
    return block.tags[after] in _ENDS or block.words[after] in ("att", "än", "som", "en", "hela", "den")


def _wrong(words: WordsAt, said: _Said, adjective: int) -> Iterator[Mistake]:
    """The adjective, where the subject wants another form."""
    form = words.block.words[adjective]
    right = [_right(form, *agreement) for agreement in said.subject]
    if form in right or None in right or _may_be_adverb(words, adjective, said):
        return
    shown = words.block.written(said.shown, said.shown + 1)
    yield Mistake(adjective, adjective + 1, tuple(dict.fromkeys(filter(None, right))), {"subject": shown})


def _right(form: str, gender: str, number: str) -> str | None:
    """The form of the word that a subject of that kind wants."""
    if adjective_of(form) is None:
        return participle_in(form, gender, number)
    return adjective_in(form, gender, number, "Ind")


def _may_be_adverb(words: WordsAt, adjective: int, said: _Said) -> bool:
    """Whether a neuter says how or where rather than what: *vägen är långt borta, vi är hårt belastade*."""
    form = words.block.words[adjective]
    if adjective + 1 == words.end:
        return False
    if form.endswith("t") and _is_known(words.block.words[adjective + 1]):
        return True
    after = words.block.tags[adjective + 1]
    return (form in _ALSO_ADVERBS or form.endswith("ligt")) and after not in ("PUNCT", "SCONJ")


COMPLEMENT = Check(_find, _COPULAS | _BARE, frozenset({"subject"}), holds_in_phrases=True)
