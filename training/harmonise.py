"""One convention for all treebanks: that of the Talbanken parts that have full trees.

The training part is of an older release (UD 2.3) and its tags came through UniMorph; PUD has conventions of its own.
Left alone, these differences are noise that no model can learn.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict

from training.conllu import Sentence, Word

_HAVE = frozenset({"ha", "har", "hade", "hava"})
_WITH_INFINITIVE = frozenset({"få", "får", "fick", "fått", "vill", "ville", "vilja", "velat"})
_EXPANSIONS = {
    "bl.a.": "bland_annat", "bl.a": "bland_annat", "t.ex.": "till_exempel", "t.ex": "till_exempel",
    "osv": "och_så_vidare", "osv.": "och_så_vidare", "o.s.v.": "och_så_vidare", "dvs": "det_vill_säga",
    "dvs.": "det_vill_säga", "d.v.s.": "det_vill_säga", "m.m.": "med_mera", "mm": "med_mera", "m.fl.": "med_flera",
    "t.o.m.": "till_och_med", "fr.o.m.": "från_och_med", "s.k.": "så_kallad", "f.n.": "för_närvarande",
    "kr": "krona", "%": "procent", "kap.": "kapitel", "kap": "kapitel", "s.": "sida", "sid.": "sida", "sid": "sida",
    "etc.": "etcetera", "etc": "etcetera", "kl.": "klocka", "kl": "klocka", "ca": "cirka", "resp.": "respektive",
    "proc": "procent", "proc.": "procent", "tel.": "telefon", "mån.": "månad", "mån": "månad", "prof.": "professor",
    "milj": "miljon", "milj.": "miljon", "nr": "nummer", "bl": "bland", "jfr": "jämföra",
}  # fmt: skip


def _follows(words: list[Word], i: int, form: str, reach: int) -> bool:
    """Whether a verb of that form comes within ``reach`` words after ``i``, before another clause begins."""
    for word in words[i + 1 : i + 1 + reach]:
        is_verb = word.pos in {"VERB", "AUX"}
        if is_verb and f"VerbForm={form}" in word.feats:
            return True
        if word.pos == "SCONJ" or word.form == "att" or (is_verb and "VerbForm=Fin" in word.feats):
            return False
    return False


def _att_follows(words: list[Word], i: int) -> bool:
    """Whether the infinitive's *att* follows the *kommer* at ``i`` directly or after its subject."""
    reach = words[i + 1 : i + 6]
    return any(
        word.form == "att" and word.pos == "PART" and (j == 0 or reach[j - 1].pos != "ADP")
        for j, word in enumerate(reach)
    )


def _auxiliaries(words: list[Word]) -> None:
    """Tell auxiliary from main verb, which the training part does not."""
    for i, word in enumerate(words):
        if word.pos not in {"AUX", "VERB"}:
            continue
        form = word.form.lower()
        if form in _HAVE:
            word.pos = "AUX" if _follows(words, i, "Sup", 14) else "VERB"
        elif form in _WITH_INFINITIVE:
            word.pos = "AUX" if _follows(words, i, "Inf", 6) else "VERB"
        elif form in {"kommer", "kom", "komma"}:
            word.pos = "AUX" if _att_follows(words, i) or _follows(words, i, "Inf", 4) else "VERB"


_VERB_LEMMA = re.compile(r"(?:a|[^aou]e|å|se|ge|bli|dö|gno|bo|tro)$")


def participle_lemma(form: str, feats: str) -> str:
    """The common-gender singular of a past participle: *ökade* → *ökad*, *skrivna* → *skriven*, *valt* → *vald*."""
    form = form.lower()
    if form.endswith("t") and "Gender=Neut" not in feats:
        return form
    for ending, base in (("ade", "ad"), ("at", "ad"), ("na", "en"), ("et", "en"), ("tt", "dd"), ("dda", "dd")):
        if form.endswith(ending):
            return form[: -len(ending)] + base
    if form.endswith(("da", "ta")):
        return form[:-1]
    if form.endswith("t") and form[-2:-1] not in "kpsxft":
        return form[:-1] + "d"
    return form


def _training_word(word: Word) -> None:
    form = word.form.lower()
    if form in {"den", "det", "de", "dom"} and word.pos in {"DET", "PRON"}:
        word.lemma = "de" if form in {"de", "dom"} else "den"
    elif "Tense=Past|VerbForm=Part" in word.feats and word.pos == "ADJ" and _VERB_LEMMA.search(word.lemma):
        word.lemma = participle_lemma(word.form, word.feats)
    elif "Tense=Pres|VerbForm=Part" in word.feats and word.pos == "ADJ" and form.endswith("nde"):
        word.lemma = form
    elif form == "första" and word.pos == "ADJ":
        word.lemma = "första"
    elif form == "andra" and word.lemma == "två":
        word.lemma, word.feats = "andra", "Case=Nom|NumType=Ord"
    elif form in {"inte", "ej", "icke"} and word.pos == "PART":
        word.feats = "Polarity=Neg"


def _pud_word(word: Word) -> None:  # noqa: C901 - a branch for each difference between the treebanks
    form = word.form.lower()
    if "PronType=Int,Rel" in word.feats:
        if word.pos in {"ADV", "SCONJ"}:
            word.feats = ""
        else:
            kind = "Int" if word.pos == "DET" or form in {"vem", "vad"} else "Rel"
            word.feats = word.feats.replace("Int,Rel", kind)
    elif word.pos == "NUM" and "NumType" not in word.feats:
        word.feats = (word.feats or "Case=Nom") + "|NumType=Card"
    elif word.pos in {"VERB", "AUX"} and word.lemma.endswith("s"):
        word.feats = re.sub(r"\|?Voice=\w+", "", word.feats)
    elif form == "man" and word.pos == "PRON":
        word.feats = "Case=Nom|Definite=Ind|Gender=Com|Number=Sing|PronType=Ind"
    elif form == "många" and word.pos == "ADJ":
        word.feats = "Case=Nom|Degree=Pos"
    elif form == "väl" and word.pos == "ADV":
        word.feats = ""


def _ext_pos(words: list[Word]) -> None:
    """*Därför att* is one conjunction; *därför* alone is an adverb."""
    for word, following in itertools.pairwise(words):
        if "ExtPos=SCONJ" in word.feats and following.form.lower() != "att":
            word.feats = ""


def harmonise_training(sentences: list[Sentence]) -> None:
    """Bring the training part, in place, to the convention of the dev part."""
    for sentence in sentences:
        for word in sentence.words:
            _training_word(word)
        _auxiliaries(sentence.words)
        _ext_pos(sentence.words)


def harmonise_pud(sentences: list[Sentence]) -> None:
    """Bring PUD, in place, to Talbanken's convention."""
    for sentence in sentences:
        for word in sentence.words:
            _pud_word(word)


def _lemmas(sentences: list[Sentence]) -> dict[tuple[str, str], Counter[str]]:
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            found[word.form.lower(), word.pos][word.lemma] += 1
    return found


def harmonise_lemmas(model: list[Sentence], other: list[Sentence], least: int = 2) -> None:
    """Give the words of ``other`` the lemmas that ``model`` has for the same form and part of speech.

    A lemma changes only where ``model`` has the word at least ``least`` times and never with that lemma.
    """
    known = _lemmas(model)
    for sentence in other:
        for word in sentence.words:
            lemmas = known.get((word.form.lower(), word.pos))
            if lemmas and word.lemma not in lemmas and lemmas.total() >= least:
                word.lemma = lemmas.most_common(1)[0][0]


def expand_abbreviations(sentences: list[Sentence]) -> None:
    """Give abbreviations the lemma of what they stand for, as the newer releases do."""
    for sentence in sentences:
        for word in sentence.words:
            if "Abbr=Yes" in word.feats:
                word.lemma = _EXPANSIONS.get(word.form.lower(), word.lemma)
