"""Terms found in letters that nowhere explain them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.finding import Level
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.kinds.term.beside import Token, find_echoes, is_word_of_phrase, stands_beside_another
from klarsprak.kinds.term.explanation import but_said, is_readers_illness, is_told
from klarsprak.kinds.term.lines import asked_for, is_read_in_line
from klarsprak.kinds.term.plain import or_plain_words
from klarsprak.kinds.term.readers_part import is_known_from_matter, is_readers_part, said_before
from klarsprak.kinds.term.rule import Meaning, TermRule
from klarsprak.kinds.term.senders_unit import is_senders_unit
from klarsprak.kinds.term.told_alike import is_told_alike
from klarsprak.kinds.term.unlisted import UnlistedCompounds, is_about_term, is_left_out
from klarsprak.language.words_at import WordsAt
from klarsprak.matching.compounds import Compounds
from klarsprak.matching.word_list import WordList
from klarsprak.prose.amount_rows import amount_labels
from klarsprak.prose.called import said_to_reader
from klarsprak.prose.explained import is_explained
from klarsprak.prose.own_words import is_foreign
from klarsprak.prose.readable import is_price, may_flag


class _Entry(NamedTuple):
    """A rule, and which of its words is meant."""

    rule: TermRule
    word: str

    @property
    def subject(self) -> tuple[str, str]:
        """What a letter explains when it explains the word: all of the rule's words where these mean the same.

        *vite* and *vitesföreläggande* of one rule are one subject, and so are *kvarskatt* and *restskatt*, which are
        explained alike.
        """
        if isinstance(self.rule.explain, str):
            return self.rule.name, ""
        _, verb, meaning = self.rule.explain.get(self.word, "").partition(" är ")
        return self.rule.name, meaning if verb else self.word


class _Use(NamedTuple):
    """Words that are a term, or a compound with it."""

    words: WordsAt
    entry: _Entry
    subject: tuple[str, str]
    """That of the entry, asked for again and again."""
    is_compound: bool = False

    @property
    def shown(self) -> str:
        """The term as the message names it: *”vite”*, *”vite” i ”vitesbelopp”*."""
        text = " ".join(self.words.text.split())
        return f"”{self.entry.word}” i ”{text}”" if self.is_compound else f"”{text}”"

    def as_hint(self) -> _Use | None:
        """The same at the level *info*, if it is a warning; None if it is only a hint as it is."""
        rule, word = self.entry
        if rule.level is not Level.WARNING:
            return None if rule.level is Level.INFO else self
        return self._replace(entry=_Entry(rule.at_level(Level.INFO), word))

    def tokens(self) -> set[Token]:
        """The tokens of the use."""
        return set(_tokens(self.words))


def _tokens(words: WordsAt) -> Iterator[Token]:
    """The words' tokens one by one.

    By number, since blocks can't be put in sets.
    """
    for token in range(words.start, words.end):
        yield words.block.index, token


class TermKind(Kind[TermRule]):
    """All terms in one word list; compounds by their parts."""

    rule_type = TermRule

    def __init__(self, rules: Sequence[TermRule], settings: RuleSettings) -> None:
        """Put every form of every term in one list."""
        super().__init__(rules, settings)
        self._words: WordList[_Entry] = WordList()
        self._compounds: Compounds[_Entry] = Compounds()
        self._unlisted: UnlistedCompounds[_Entry] = UnlistedCompounds(self._words)
        for rule in rules:
            self._add_all(rule)
        self._words.pack()
        self._compounds.pack()
        self._unlisted.pack()

    def _add_all(self, rule: TermRule) -> None:
        """Look for the rule's words, at the level that the rule has for each."""
        hinted = rule.hinted
        hint = rule.at_level(Level.INFO) if hinted else rule
        for word, forms in rule.forms_by_word().items():
            self._add(rule, _Entry(hint if word in hinted else rule, word), forms)

    def _add(self, rule: TermRule, entry: _Entry, forms: list[str]) -> None:
        """Look for the entry's word in those forms, and for the compounds that the rule asks for.

        *vitesföreläggande* is found by *vites-*, if the rule says ``compound``; a hard noun is looked for in all.
        """
        for form in forms:
            self._words.add(form, entry)
        words = rule.words_meaning(entry.word)
        self._compounds.add(rule.compound, words, forms, entry)
        if rule.is_as_hard_in_compounds:
            self._unlisted.add(words, forms, entry)

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every use of a term in a letter that nowhere explains it.

        A letter that explains *vite* once explains it.  What its reader has applied for is only hinted at, and words
        that its readers know are no terms.  Nor is a word of a longer term that has been told.
        """
        told: set[tuple[str, str]] = set()
        phrases: dict[str, Level] = {}
        said: set[str] = set()
        in_lines: list[_Use] = []
        used = list(self._uses(analysis))
        if not any(use.entry.rule.is_for(analysis) for use in used):  # such as what one office writes to another
            return
        uses = [use for use in used if not _is_known_to_reader(use, analysis)]
        known = _as_known(list(_unexplained(uses, analysis)), analysis)
        echoes = find_echoes([(use.words, use.entry.word) for use in known])
        for use in (use for number, use in enumerate(known) if number not in echoes):
            if _is_own(use, analysis):
                told.add(use.subject)
                yield from but_said(self._hits_but_of(phrases, use, analysis), said, is_compound=use.is_compound)
            elif is_read_in_line(use.words, use.entry.rule, is_compound=use.is_compound):
                in_lines.append(use)
        for use in in_lines:
            if use.subject not in told:
                yield from self._hits(use, analysis)

    def _hits_but_of(self, phrases: dict[str, Level], use: _Use, analysis: Analysis) -> Iterator[Hit]:
        """The hit, unless the term is a word of one of the ``phrases`` that were told before, as grave as it is.

        A term of several words that is told joins them.
        """
        rule, word = use.entry
        if is_word_of_phrase(word, (phrase for phrase, level in phrases.items() if level >= rule.level)):
            return
        for hit in self._hits(use, analysis):
            if " " in word:
                phrases[word] = rule.level
            yield hit

    def _hits(self, use: _Use, analysis: Analysis) -> Iterator[Hit]:
        """The hit where the term has a sense that fits; flagged once for each word, and once for all compounds.

        None where the letter has the very sentence that would be offered, in whatever form that explains, or tells it
        of the general word for such a thing.
        """
        words, (rule, word), _, is_compound = use
        sense = self._sense(use, analysis)
        if sense is not None and not is_told(sense.explain, analysis):
            told = said_to_reader(sense.explain, analysis)
            if told != sense.explain and is_told(told, analysis):
                return
            values = {**_values(use, sense), "explain": told}
            once_as = "" if is_compound else word
            place = (words.block.index, *words.characters)
            yield Hit(rule, *place, values=values, once_as=once_as, explanation=told)

    def _sense(self, use: _Use, analysis: Analysis) -> Meaning | None:
        """What the term means there; the organisation's own explanation holds wherever the word stands."""
        sense = use.entry.rule.meaning_of(use.words, use.entry.word, analysis)
        own = self._own_explanation(use.entry) if self.settings.terms else ""
        if not own:
            return sense
        return use.entry.rule.usual(own) if sense is None else sense._replace(explain=own)

    def _own_explanation(self, entry: _Entry) -> str:
        """The organisation's explanation of the word, which goes before ours; empty where it has none."""
        rule, word = entry
        own = (self.settings.terms.get(each.lower(), "") for each in rule.words_meaning(word))
        return next(filter(None, own), "")

    def _uses(self, analysis: Analysis) -> Iterator[_Use]:
        """The terms, then the compounds with them that are no terms themselves.

        *vitesbelopp* is a term of its own where a rule lists it.
        """
        taken: set[Token] = set()
        for words, entries in self._words.find(analysis):
            taken.update(_tokens(words))
            for entry in entries:
                if not is_left_out(words, entry.rule.but_not):
                    yield _Use(words, entry, entry.subject)
        for words, part in chain(self._compounds.find(analysis), self._unlisted.find(analysis)):
            if not taken.isdisjoint(_tokens(words)):
                continue
            taken.update(_tokens(words))
            if is_about_term(words, part.value.rule.but_not):
                yield _Use(words, part.value, part.value.subject, is_compound=True)


def _is_known_to_reader(use: _Use, analysis: Analysis) -> bool:
    """Whether the letter's readers know the words, or these only name the unit that sends the letter."""
    return use.entry.rule.is_known(analysis) or is_senders_unit(use.words, analysis)


def _values(use: _Use, sense: Meaning) -> dict[str, object]:
    """What fills the message; what stands in place of a part of a compound doesn't fit the whole."""
    plain = "" if use.is_compound else sense.plain
    or_plain = or_plain_words(use.words, use.entry, plain, is_in_place=sense.in_place) if plain else ""
    return {"term": use.shown, "plain": plain, "or_plain": or_plain}


def _unexplained(uses: list[_Use], analysis: Analysis) -> Iterator[_Use]:
    """The uses of terms that none of their uses explains.

    *Rivningsavfall* is no word of its own in an explained *bygg- och rivningsavfall*.
    """
    explained = _explained(uses, analysis)
    known: set[Token] = set()
    others: list[_Use] = []
    for use in uses:
        if use.subject in explained:
            known |= use.tokens()
        else:
            others.append(use)
    for use in others:
        if not known or not use.tokens() <= known:
            yield use


def _explained(uses: list[_Use], analysis: Analysis) -> set[tuple[str, str]]:
    """What the letter explains where it uses a term for it; of what one use explains no other is asked."""
    explained: set[tuple[str, str]] = set()
    hard: set[Token] = set()
    for use in uses:
        subject = use.subject
        if subject in explained or not _is_explained(use, analysis):
            continue
        hard = hard or set(chain.from_iterable(each.tokens() for each in uses))  # of most letters nobody asks
        if not stands_beside_another(use.words, hard):
            explained.add(subject)
    return explained


def _is_explained(use: _Use, analysis: Analysis) -> bool:
    """Whether the letter says there what the words mean, in any of the ways or in the explanation's own words."""
    if is_explained(use.words, analysis):
        return True
    return is_told_alike(use.words, partial(_explanation, use, analysis))


def _explanation(use: _Use, analysis: Analysis) -> str:
    """What the words mean where they stand, as their rule explains it; empty where no sense fits."""
    meaning = use.entry.rule.meaning_of(use.words, use.entry.word, analysis)
    return meaning.explain if meaning is not None else ""


def _as_known(uses: list[_Use], analysis: Analysis) -> list[_Use]:
    """The uses, and of what the reader has applied for such as give a hint: *Ni har ansökt om avstyckning*.

    Of what gives a hint anyway, none, and of what the reader is herself.  So it is with an illness that she has.  An
    error is what somebody has chosen for the rule.
    """
    placed = [(use, said_before(use.words)) for use in uses]
    parts = {use.subject for use, said in placed if is_readers_part(use.words, said, analysis)}
    others = [(use, said) for use, said in placed if use.subject not in parts]
    known = {use.subject for use, said in others if _is_of_reader(use, said, analysis)}
    told = (use.as_hint() if use.subject in known else use for use, _ in others)
    return list(filter(None, told))


def _is_of_reader(use: _Use, said: str, analysis: Analysis) -> bool:
    """Whether the reader has asked for what the words name, said them herself, or is said to have that illness.

    ``said`` stands before them.
    """
    if is_known_from_matter(use.words, said, analysis):
        return True
    return is_readers_illness(use.words, use.entry.rule.explanation(use.entry.word))


def _is_own(use: _Use, analysis: Analysis) -> bool:
    """Whether the writer chose the words, in text that is read.

    *lagen om viten* names a law, *Anna Vite* is a name.  Some terms are read in short lines too, *På delegation av
    nämnden* above a name, and some get a capital though they are no names: *en Silviasyster*.
    """
    words, (rule, _), *_ = use
    if not (may_flag(words.block) or rule.in_labels or words.block.index in analysis.once(asked_for)):
        return words.block.index in analysis.once(amount_labels) or is_price(words.block)
    return not is_foreign(words, but_names=rule.as_name)
