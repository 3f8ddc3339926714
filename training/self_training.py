"""Trees for the training part: a parser's guesses, corrected by the attachments that are known.

The enhanced edges of the training part are published where they differ from the basic tree.  Most of them are a basic
edge with a preposition or a conjunction in its label; the others tell at least which heads are possible.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from training.conllu import Sentence, Word

Edges = dict[tuple[str, int], list[tuple[int, str]]]

_SUBTYPES = frozenset({"pass", "relcl", "agent", "poss", "cleft", "prt", "name"})


def read_edges(path: Path) -> Edges:
    """The known edges by sentence and token, from 0: heads (a root is its own head) and relations."""
    found: Edges = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        sentence, token, edges, *empty_node = line.split("\t")
        if not empty_node:
            i = int(token) - 1
            found[sentence, i] = list(_edges(edges, i))
    return found


def _edges(text: str, i: int) -> Iterator[tuple[int, str]]:
    for edge in text.split("|"):
        head, *labels = edge.split(":")
        if head.isdigit():  # an empty node (15.1) is no head of a basic tree
            basic = ":".join(labels[:2]) if len(labels) > 1 and labels[1] in _SUBTYPES else labels[0]
            yield (int(head) - 1 if head != "0" else i, basic)


def parse(nlp: Language, sentences: list[Sentence], edges: Edges) -> list[Sentence]:
    """Copies of ``sentences`` with trees: those that ``nlp`` finds, corrected by ``edges``."""
    parsed = deepcopy(sentences)
    docs = []
    for sentence in parsed:
        doc = Doc(
            nlp.vocab,
            words=[word.form for word in sentence.words],
            spaces=[word.space_after for word in sentence.words],
        )
        for token in doc:
            token.is_sent_start = token.i == 0
        docs.append(doc)
    with nlp.select_pipes(enable=["tok2vec", "parser"]):
        for _, pipe in nlp.pipeline:
            docs = list(pipe.pipe(docs, batch_size=64))
    for sentence, doc in zip(parsed, docs, strict=True):
        for word, token in zip(sentence.words, doc, strict=True):
            word.head, word.deprel = token.head.i, token.dep_ if token.head.i != token.i else "root"
        _correct(sentence, edges)
    return parsed


def _correct(sentence: Sentence, edges: Edges) -> None:
    for i, word in enumerate(sentence.words):
        known = edges.get((sentence.id, i), [])
        referents = [head for head, relation in known if relation == "ref"]
        candidates = [edge for edge in known if edge[1] != "ref"]
        if referents:
            _attach_relative_clause(sentence.words, i, referents[0])
        elif candidates:
            _attach(sentence.words, i, *_choose(word, candidates))


def _choose(word: Word, candidates: list[tuple[int, str]]) -> tuple[int, str]:
    """The basic edge among those known: the parser's, if it is one, else a coordination, else the first."""
    for head, relation in candidates:
        if head == word.head:
            return head, relation
    return next((edge for edge in candidates if edge[1] == "conj"), candidates[0])


def _attach_relative_clause(words: list[Word], pronoun: int, antecedent: int) -> None:
    i = pronoun
    for _ in range(6):
        head = words[i].head
        if head is None or head in {i, antecedent}:
            break
        i = head
        if words[i].deprel == "acl:relcl":
            break
    if i != pronoun and i != antecedent and words[i].pos in {"VERB", "ADJ", "AUX", "NOUN", "ADV"}:
        _attach(words, i, antecedent, "acl:relcl")


def _attach(words: list[Word], i: int, head: int, relation: str) -> None:
    """Give the word at ``i`` that head unless the tree would become a cycle or lose its root."""
    if head != i and (_is_below(words, head, i) or words[i].head == i):
        return
    if head == i:
        _make_root(words, i)
    words[i].head, words[i].deprel = head, relation


def _make_root(words: list[Word], i: int) -> None:
    for j, word in enumerate(words):
        if word.head == j and j != i:
            word.head, word.deprel = i, "parataxis"


def _is_below(words: list[Word], i: int, top: int) -> bool:
    """Whether ``top`` stands above the word at ``i``."""
    for _ in words:
        if i == top:
            return True
        head = words[i].head
        if head is None or head == i:
            return False
        i = head
    return True
