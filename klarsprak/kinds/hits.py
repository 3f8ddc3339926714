"""From what the kinds hit to what a person is told: which of the hits count, and the words for each."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import accumulate, chain

from klarsprak.analysis import Analysis
from klarsprak.finding import Category, Finding, FindingPlace, Level
from klarsprak.kinds.base import Rule
from klarsprak.kinds.conditions import any_holds
from klarsprak.kinds.kind import Hit
from klarsprak.kinds.message import addressed, message_of
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Anchor, Letter
from klarsprak.matching.taken import Taken
from klarsprak.prose.fixed_wording import is_fixed_wording, is_label_or_title
from klarsprak.prose.near import names_of_places
from klarsprak.prose.soft_breaks import is_cut_off


def unless_told_better(hits: list[Hit]) -> list[Hit]:
    """The hits without those that give way to another one, on the same words or in the letter.

    A misspelt word isn't told to be rare too, and a notice without a telephone number is told so once.  A sentence
    whose *varför* is told to begin a new one isn't told so again.
    """
    if not any(_may_give_way(hit.rule) for hit in hits):
        return hits
    told = {(hit.rule.kind, hit.block, hit.start) for hit in hits}
    places: defaultdict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        places[hit.rule.name].append(hit)
    return [hit for hit in hits if not (_may_give_way(hit.rule) and _is_told_better(hit, told, places))]


def _may_give_way(rule: Rule) -> bool:
    """Whether the rule gives way to any."""
    return bool(rule.unless_told or rule.unless_told_within or rule.gives_way_to)


def _is_told_better(hit: Hit, told: Set[tuple[str, int | None, int]], places: Mapping[str, list[Hit]]) -> bool:
    """Whether the hit gives way to one of the others: ``told`` are their kinds and places, ``places`` they by rule.

    Few rules give way to any, so that each list is looked at only where there is one.
    """
    rule = hit.rule
    if rule.unless_told and not places.keys().isdisjoint(rule.unless_told):
        return True
    kinds = rule.gives_way_to
    if kinds and any((kind, hit.block, hit.start) in told for kind in kinds):
        return True
    return any(_covers(hit, other) for name in rule.unless_told_within for other in places.get(name, ()))


def _covers(hit: Hit, other: Hit) -> bool:
    """Whether the other stands in the words of the hit."""
    return hit.block == other.block and hit.start <= other.start and other.end <= hit.end


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Of hits of one category that overlap, only the longest; of equals the most serious.

    What is missing from a letter stands nowhere and overlaps with nothing.  A sentence may have several faults in its
    build: a long one with *och/eller* in it.
    """
    kept: defaultdict[tuple[Category, str, int | None], list[Hit]] = defaultdict(list)
    hidden: dict[tuple[Category, str, int | None], Taken] = {}
    taken: defaultdict[tuple[Category, str, int | None], Taken] = defaultdict(Taken)
    for hit in sorted(hits, key=_longest_first):
        where = (hit.rule.category, hit.rule.fault, hit.block)
        if hit.block is None or taken[where].take(hit.start, hit.end):
            kept[where].append(hit)
        elif _is_hint(hit):
            hidden.setdefault(where, Taken()).take(hit.start, hit.end)
    for where, phrases in hidden.items():
        kept[where] = [_told_in_phrase(hit, phrases) for hit in kept[where]]
    return list(chain.from_iterable(kept.values()))


def _told_in_phrase(hit: Hit, phrases: Taken) -> Hit:
    """The hit; where a hint says more of the phrase that it stands in, a person has to choose."""
    return hit._replace(needs_person=hit.needs_person or phrases.overlaps(hit.start, hit.end))


def outside_prompts(hits: list[Hit]) -> list[Hit]:
    """The hits without those on words of what the template has left behind: *[Ange ev. barnahus]*.

    These go, or something else takes their place; how they are put is nobody's worry.
    """
    spans: defaultdict[int | None, list[tuple[int, int]]] = defaultdict(list)
    for hit in hits:
        if hit.rule.category is Category.MALLREST and hit.block is not None:
            spans[hit.block].append((hit.start, hit.end))
    if not spans:  # nearly always
        return hits
    prompts = {block: _Prompts(of_block) for block, of_block in spans.items()}
    return [hit for hit in hits if hit.rule.category is Category.MALLREST or not _is_prompt(hit, prompts)]


class _Prompts:
    """The prompts of a block, by where they begin; a form of many pages may be one block."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        in_order = sorted(spans)
        self._starts = [start for start, _ in in_order]
        self._furthest = list(accumulate((end for _, end in in_order), max))
        """How far each prompt and those before it reach."""

    def hold(self, start: int, end: int) -> bool:
        """Whether one of them holds the words."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._furthest[before - 1] >= end


def _is_prompt(hit: Hit, prompts: dict[int | None, _Prompts]) -> bool:
    """Whether the hit is on words of a prompt."""
    return hit.block in prompts and prompts[hit.block].hold(hit.start, hit.end)


_WORDS_FIRST = frozenset({Category.KANSLISVENSKA, Category.TON})
"""Where a word may be graver than the phrase that it stands in; a term is explained as the phrase that it is."""


def _longest_first(hit: Hit) -> tuple[bool, int, int]:
    """Key that puts the longest first, and of those the gravest; the others stay in the order of the kinds.

    A hint on *Om betalning ej sker* hides no *ej*, which has to be mended whatever becomes of the rest.
    """
    return _is_hint(hit), hit.start - hit.end, -hit.rule.level


def _is_hint(hit: Hit) -> bool:
    """Whether what it says is only worth a thought, where a graver word may stand within."""
    return hit.rule.level is Level.INFO and hit.rule.category in _WORDS_FIRST


def first_only(hits: list[Hit]) -> Iterator[Hit]:
    """All hits in reading order, but of a rule with ``once`` only the first of each of its words in the letter.

    *Vite* is explained to the reader once.  With ``once: passage`` it is the first in each block: who reads that
    *ansökan avslås* hides its doer looks for himself at *pengarna betalas ut* beside it.
    """
    seen: set[tuple[str, str, int | None]] = set()
    for hit in sorted(hits, key=_position):
        once = hit.rule.once
        if once:
            what = (hit.rule.name, hit.once_as, hit.block if once == "passage" else None)
            if what in seen:
                continue
            seen.add(what)
        yield hit


def _position(hit: Hit) -> tuple[bool, int, int, int]:
    """Key for the order of the text, what has no place in it last.

    Of two that begin alike the shorter one comes first.
    """
    return hit.block is None, hit.block or 0, hit.start, hit.end


def as_finding(hit: Hit, analysis: Analysis) -> Finding:
    """The hit with its words, its place in the letter and its message."""
    rule = hit.rule
    place = _place(hit, analysis)
    text = "" if place is None else _text(place, analysis)
    suggestions = addressed(hit.suggestions, text, analysis)
    if suggestions is not hit.suggestions:  # as in letters to several
        hit = hit._replace(suggestions=suggestions)
    return Finding(
        rule=rule.name,
        category=rule.category,
        level=rule.level,
        text=text,
        suggestions=suggestions,
        message=message_of(hit, text, analysis),
        why=rule.why,
        source=rule.source,
        place=place,
        safe=place is not None and _is_safe(hit, analysis),
        word=hit.word,
        explanation=hit.explanation,
        explanation_source=hit.explanation_source,
    )


def _is_safe(hit: Hit, analysis: Analysis) -> bool:
    """Whether the rule's first suggestion can stand there: it needs no choice, in running text that is seen whole.

    Most hits fall at what the rule says, and nobody looks at their places.
    """
    block = analysis.by_index.get(hit.block or 0)
    if block is None or hit.needs_person or not hit.rule.is_safe(hit.suggestions):
        return False
    words = WordsAt.covering(block, hit.start, hit.end)
    if is_fixed_wording(words) or any_holds(hit.rule.safe_unless, words, analysis):
        return False
    if _doubles(hit.suggestions[0], words):
        return False
    return hit.rule.is_for_labels or not (is_label_or_title(words) or is_cut_off(words))


def _doubles(suggestion: str, words: WordsAt) -> bool:
    """Whether the suggestion ends with the word that follows: *hjälper* **till till** *dörren*."""
    return words.end < words.sentence.end and suggestion.rpartition(" ")[2] == words.block.words[words.end]


def _place(hit: Hit, analysis: Analysis) -> FindingPlace | None:
    """Where the hit stands, in its block and in the file; None where something is missing from the letter."""
    if hit.block is None:
        return None
    block = analysis.letter.blocks[hit.block]
    anchor = block.place.at(hit.start)
    near = None if _shows_page_or_line(anchor, analysis.letter) else analysis.once(names_of_places)[hit.block]
    return FindingPlace(hit.block, block.role, hit.start, hit.end, anchor.page, anchor.line, anchor.column, near)


def _shows_page_or_line(anchor: Anchor, letter: Letter) -> bool:
    """Whether the reader of the letter sees the page or line that the anchor names.

    The lines of a web page are those of its code.
    """
    return anchor.page is not None or (anchor.line is not None and letter.format != "html")


def _text(place: FindingPlace, analysis: Analysis) -> str:
    """The words there, white space folded: a line break within them is no part of what they say."""
    text = analysis.letter.blocks[place.block].text
    return " ".join(text[place.start : place.end].split())
