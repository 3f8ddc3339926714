"""Whether a letter says what a section means.

A section is explained when the letter states in words what it requires or allows, in the sentence of the reference
or in the one next to it.  That a decision was made *med stöd av* a section explains nothing; that a section *reglerar
rätten till bistånd* only names its subject.  What decides is stated in the tables of ``clauses`` and ``neighbours``.
"""

from __future__ import annotations

from collections.abc import Sequence

from klarsprak.laws import cues
from klarsprak.laws.clauses import states_rule
from klarsprak.laws.masked import REF, is_too_short
from klarsprak.laws.model import Reference
from klarsprak.laws.neighbours import is_explained_after, is_explained_before

_ENL = cues.Cue(r"\benl\b\.?")
"""*enligt* as it is written for short: the cues know the word alone."""


def is_explained(before: str, sentence: str, after: str) -> bool:
    """Whether the sentence of a reference, or one of its neighbours, says what the section means.

    ``sentence`` holds the reference; ``before`` and ``after`` are the sentences next to it, "" where there are none;
    all three are masked (``mask``).
    """
    return (
        _section_says(sentence)
        or states_rule(sentence)
        or is_explained_after(sentence, after)
        or is_explained_before(sentence, before)
    )


def is_settled_next(after: str) -> bool:
    """Whether the next sentence, masked, says how matters are settled by the section that the one before ends with.

    *Urvalet har gjorts enligt 3 kap. 7 §. Företräde ges till den som har kort utbildning.*
    """
    return cues.SETTLES.match(after) is not None


def is_told_of(before: str, sentence: str) -> bool:
    """Whether the sentence speaks of the section: *25 § FL säger att …*, or *Det står i 25 § FL.* after a rule.

    A sentence that states a rule and names its section isn't enough: *Mätaren ska bytas enligt 5 §.*  It is where it
    says whose rules they are.
    """
    return _section_says(sentence) or is_explained_before(sentence, before) or _tells_whose_rules(sentence)


def is_half_explained(sentence: str) -> bool:
    """Whether the sentence says a part of what the section means: *Avgift tas ut enligt 6 § …*; it is masked.

    A ground alone says none: *Avgiften tas ut med stöd av …* has a case's charge, *Avgift* is one in general.
    """
    says_part = cues.HALF.search(sentence) is not None or says_what_may_happen(sentence)
    return says_part and cues.LEFT_TO_SECTION.search(sentence) is None


def decides(sentence: str) -> bool:
    """*Beslutet fattas enligt 4 kap. 1 § SoL.*, *Lagrum: 9 § LSS*: masked, as above; it can hold no rule besides."""
    if is_too_short(sentence) or cues.GROUND_LABEL.match(sentence) is not None:
        return True
    return cues.DECIDES.search(sentence) is not None


def says_what_may_happen(sentence: str) -> bool:
    """*Om ritningen inte kommer kan ansökan komma att avvisas enligt 9 kap. 22 § PBL*: masked, as above.

    That may be all that the section says.
    """
    return cues.MAY_HAPPEN.search(sentence) is not None


def _tells_whose_rules(sentence: str) -> bool:
    """*Enligt Swedacs föreskrifter (STAFS 2007:2) ska mätaren bytas …*: whose they are, and what they require."""
    return cues.WHOSE_RULES.search(sentence) is not None and cues.MUST.search(sentence) is not None


def mask(text: str, references: Sequence[Reference], start: int = 0, end: int | None = None) -> str:
    """The text from ``start`` to ``end``, lower case, with ``REF`` for each reference and white space folded.

    *Enligt 25 § FL får du veta allt.* → *enligt §ref§ får du veta allt.*
    """
    last = len(text) if end is None else end
    parts, position = [], start
    for reference in references:
        if start <= reference.start and reference.end <= last:
            parts += [text[position : reference.start].lower(), REF]
            position = reference.end
    parts.append(text[position:last].lower())
    return _ENL.sub("enligt", " ".join("".join(parts).split()))


def _section_says(text: str) -> bool:
    """*4 kap. 1 § SoL säger att …*, *av 25 § FL framgår att …*, *Det betyder att … (25 § LAS)*."""
    if is_too_short(text):
        return False
    cited_last = cues.MEANS_THAT.match(text) is not None and cues.THIS_CASE.search(text) is None
    said = (cue.search(text) for cue in (cues.SECTION_SAYS, cues.WHICH_SAYS, cues.STANDS_THAT))
    return cited_last or any(said)
