"""The lemmatiser's data, counted in the treebanks."""

from __future__ import annotations

import json
import zlib
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from klarsprak.language.endings import look_up
from klarsprak.language.lemmas import Lemmas, parse_feats, word_class
from training.conllu import Sentence, Word
from training.lexicon import ending_rules, endings

_LEAST_SHARE = 0.3


def collect(sentences: list[Sentence]) -> dict[str, Any]:
    """What ``klarsprak.language.lemmas.Lemmas`` is made of."""
    words = [word for sentence in sentences for word in sentence.words]
    data = {
        "edits": _edits(words), "paradigms": _paradigms(words), "rules": _rules(words), "table": {}
    }  # fmt: skip
    data["table"] = _table(words, Lemmas(data))
    return data


def write(sentences: list[Sentence], path: Path) -> None:
    """Write the data, packed, to ``path``."""
    text = json.dumps(collect(sentences), ensure_ascii=False, sort_keys=True)
    path.write_bytes(zlib.compress(text.encode(), 9))


def _kind(word: Word) -> str:
    return word_class(word.pos, parse_feats(word.feats))


def _code(word: Word) -> str:
    return endings(word.form.lower(), word.lemma.lower())


def _edits(words: list[Word]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for word in words:
        found[_kind(word)].add(_code(word))
    return {kind: sorted(codes) for kind, codes in found.items()}


def _paradigms(words: list[Word]) -> dict[str, list[int]]:
    """The lexicon's paradigms that words of each part of speech have, stray ones left out."""
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for form, pos in {(word.form.lower(), word.pos) for word in words if word.form.isalpha()}:
        counts[look_up(form).paradigm][pos] += 1
    found: dict[str, list[int]] = defaultdict(list)
    for paradigm, poses in sorted(counts.items()):
        for pos, count in sorted(poses.items()):
            if count >= _LEAST_SHARE * poses.total():
                found[pos].append(paradigm)
    return found


def _rules(words: list[Word]) -> dict[str, dict[str, str]]:
    codes: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for word in words:
        codes[_kind(word)][word.form.lower()][_code(word)] += 1
    return {
        kind: ending_rules([(form, counts.most_common(1)[0][0]) for form, counts in sorted(forms.items())], support=2)
        for kind, forms in codes.items()
    }


def _table(words: list[Word], rest: Lemmas) -> dict[str, str]:
    """The words whose lemma the rest of the data does not give, by form and part of speech or by form and class."""
    by_pos: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    by_kind: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for word in words:
        by_pos[word.form.lower(), word.pos][word.lemma] += 1
        by_kind[word.form.lower(), word.pos, _kind(word)][word.lemma] += 1
    table: dict[str, str] = {}
    for (form, pos, kind), lemmas in sorted(by_kind.items()):
        general = by_pos[form, pos].most_common(1)[0][0]
        lemma = lemmas.most_common(1)[0][0]
        if lemma != general and lemmas[lemma] >= 2:
            table[f"{form} {kind}"] = lemma
        if rest.derive(form, form, pos, kind) != general and pos != "PROPN":
            table[f"{form} {pos}"] = general
    return table
