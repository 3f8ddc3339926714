"""Whether a letter says what a term means, in any of the ways in which people do it."""

from __future__ import annotations

import re
from collections.abc import Callable

from klarsprak.analysis import Analysis
from klarsprak.language.words_at import WordsAt
from klarsprak.prose import explaining
from klarsprak.prose.glossary import is_in_glossary, is_lead
from klarsprak.prose.parenthesis import has_explaining_parenthesis, stands_in_parenthesis
from klarsprak.prose.surroundings import Surroundings
from klarsprak.prose.told_around import is_named_and_told, is_said_by_it, is_told_in_rest
from klarsprak.prose.told_by_case import is_told_by_case, is_told_by_purpose
from klarsprak.prose.told_by_parts import is_listed, is_told_by_parts
from klarsprak.prose.told_in_passing import follows_its_head, is_told_before, is_told_in_passing
from klarsprak.prose.told_next import is_told_next, is_told_of_head

_NEXT_ITEM = re.compile(r" eller | och (?:en|ett) ")
"""Before what is another thing than the one that is told."""


def is_explained(words: WordsAt, analysis: Analysis) -> bool:
    """Whether the letter says there what the words mean: in a glossary, or in the text around them."""
    if is_in_glossary(words, analysis):
        return True
    following = analysis.once(_following).get(words.block.index, "")
    return way_explained(words, following) is not None or is_told_by_purpose(words.text.lower(), analysis.text)


def _following(analysis: Analysis) -> dict[int, str]:
    """The text of the block after each, by the number of the one before.

    A term on the last line of a block may be explained on the next one.
    """
    pairs = zip(analysis.blocks, analysis.blocks[1:], strict=False)
    return {block.index: after.block.text for block, after in pairs}


def way_explained(words: WordsAt, following: str = "") -> str | None:
    """Which of the ``WAYS`` the text around the words goes to say what they mean; None where it doesn't say it.

    ``following`` is the text of the block after.
    """
    around = Surroundings.of(words, following)
    ways = WAYS if around.after[:1] not in _ENDS else _WAYS_AT_END
    for name, is_taken in ways.items():
        if is_taken(around):
            return name
    return None


def _is_so_called(around: Surroundings) -> bool:
    """*en sorts böter, så kallat vite*."""
    return explaining.BEFORE.search(around.before) is not None


def _is_meant(around: Surroundings) -> bool:
    """*med vite menas en sorts böter*: *med* before the term, the verb after it.

    With words between, as in *med ett sådant vite menas …*.
    """
    if explaining.IS_MEANT.match(around.after) is None:
        return False
    return explaining.WITH.search(around.before) is not None


def _is_put_otherwise(around: Surroundings) -> bool:
    """*vite, det vill säga böter*.

    *Käranden är den som har stämt någon* tells who that is; *Elevhälsan är den som ringer* doesn't.  In *en
    förutsättning för vite är att …* the verb is another word's, and so it is in *vitets syfte är att …*.
    """
    if explaining.AFTER.match(around.after) is None:  # nearly always
        return False
    if explaining.OWNS.fullmatch(around.term) and not explaining.VERB_FIRST.match(around.after):
        return False
    if explaining.DOES_NOW.match(around.after) is not None or explaining.UNDER_IT.search(around.before):
        return False
    if is_said_by_it(around.before, around.after):
        return False
    if explaining.VERB_FIRST.match(around.after) and _is_verb_of_other(around):
        return False
    return not (explaining.WHICH_LEADS_TO.match(around.after) and explaining.DEMANDED.search(around.before))


def _is_verb_of_other(around: Surroundings) -> bool:
    """Whether the verb after the term tells no meaning: *förutsättningar för vite är att*, *vad vite innebär*.

    As a heading *Vad vite innebär* promises that the text below tells.
    """
    if explaining.BY_OTHER_WORD.search(around.before) or explaining.SUPPOSED.search(around.before):
        return True
    if explaining.CASE_FIRST.match(around.before) and explaining.IT_IS.match(around.after):
        return True
    return not around.heading and explaining.ASKED.search(around.before) is not None


def _has_apposition(around: Surroundings) -> bool:
    """*vite, en summa som du måste betala*.

    Without a clause it may be the next item of a list (*en ritning, en karta*), and what follows *eller* or *och en*
    is another thing: *borgenärer, ett par skulder och en räkning som …*.
    """
    if explaining.ENCLOSED.match(around.after):
        return True
    match = explaining.APPOSITION.match(around.after)
    if match is None:
        return False
    first_item = _NEXT_ITEM.split(match[1])[0]
    return explaining.CLAUSE.search(first_item) is not None


def _is_defined(around: Surroundings) -> bool:
    """*Färdtjänst är resor för den som …*: the sentence begins with the term.

    *Färdtjänst är klar* says how it is, not what it is.
    """
    if not is_lead(around.before) or explaining.DOES_NOW.match(around.after) is not None:
        return False
    return explaining.DEFINITION.match(around.after) is not None


def _is_told_by_use(around: Surroundings) -> bool:
    """*En fettavskiljare samlar fett från köket*: what such a thing does in general tells what it is.

    *En fettavskiljare ska finnas* tells no use.
    """
    if explaining.ONE.match(around.before) is None:
        return False
    return explaining.DOES.match(around.after) is not None


def _is_told_by_clause(around: Surroundings) -> bool:
    """*En plan, där vi skriver vad du vill*; *dagvatten, som är regn som har runnit av taket*."""
    if _tells_what_it_does(around) or is_named_and_told(around.after):
        return True
    return explaining.INSIDE.match(around.after) is not None or explaining.WHICH_IS.match(around.after) is not None


def _tells_what_it_does(around: Surroundings) -> bool:
    """*du får en spisvakt, som stänger av spisen om den blir varm*; *spisvakten, som …* has been told of before."""
    which = explaining.WHICH.match(around.after)
    if which is None or explaining.ENDS_IN_ONE.search(around.before) is None:
        return False
    return explaining.DOES.match(around.after, which.end()) is not None


def _has_examples(around: Surroundings) -> bool:
    """*extra anpassningar, till exempel mer tid och en egen plats*; one example tells too little."""
    if explaining.EXAMPLES.match(around.after) is None:
        return False
    return explaining.WHERE.search(around.before) is None


def _is_told_by_content(around: Surroundings) -> bool:
    """*I elevhälsan arbetar kuratorn*, *Elevhälsan består av …*: what is in it, at the head of its sentence."""
    if is_lead(around.before):
        return explaining.CONSISTS.match(around.after) is not None
    if explaining.HOLDS.match(around.after) is None or explaining.IN.fullmatch(around.before) is None:
        return False
    return not (explaining.SUM.fullmatch(around.term.split()[-1]) and explaining.IS_IN.match(around.after))


def _stands_in_parenthesis(around: Surroundings) -> bool:
    """*en sorts böter (vite)*."""
    return stands_in_parenthesis(around.term, around.before, around.after)


def _has_parenthesis(around: Surroundings) -> bool:
    """*vite (en sorts böter)*; looked for in the whole block, since a sentence may seem to end before it."""
    return has_explaining_parenthesis(around.rest)


def _is_asked_for(around: Surroundings) -> bool:
    """*Vad är färdtjänst?* as a heading: the text below answers."""
    return explaining.QUESTION.match(around.heading) is not None


def _is_told_in_passing(around: Surroundings) -> bool:
    """*Du behöver strandskyddsdispens för att få bygga nära vattnet*."""
    return is_told_in_passing(around.term, around.before, around.after)


def _is_told_in_rest(around: Surroundings) -> bool:
    """*en refug mitt i gatan, en upphöjd ö att stanna på*."""
    return is_told_in_rest(around.before, around.after)


def _is_told_before(around: Surroundings) -> bool:
    """*en summa pengar, ett vite.*."""
    return is_told_before(around.before, around.after)


def _follows_its_head(around: Surroundings) -> bool:
    """*Vatten från kök och dusch (spillvatten)*."""
    return follows_its_head(around.term, around.before, around.after)


def _is_listed(around: Surroundings) -> bool:
    """*Serviceinsatser i form av städ och tvätt*, *Serviceinsatser: städ, tvätt och inköp*."""
    return is_lead(around.before) and is_listed(around.after)


def _is_told_by_parts(around: Surroundings) -> bool:
    """*Du vill åka ensam i bilen. Ensamåkning ger vi …*; for a heading, what stands right below it.

    Or the next sentence, where it says how: *en inkomstjämförelse. Då jämförs inkomsten med …*.
    """
    if is_told_by_parts(around.term, around.then if around.heading else around.ahead):
        return True
    return explaining.HOW_NEXT.match(around.then) is not None and is_told_by_parts(
        around.term, explaining.FIRST_SENTENCE.split(around.then, maxsplit=1)[0]
    )


def _is_told_by_case(around: Surroundings) -> bool:
    """*en uteblivandeavgift när du inte kommer*, *Enligt resegarantin får du taxi om …*."""
    return is_told_by_case(around.term, around.before, around.after)


WAYS: dict[str, Callable[[Surroundings], bool]] = {
    "so called": _is_so_called,
    "meant": _is_meant,
    "put otherwise": _is_put_otherwise,
    "apposition": _has_apposition,
    "defined": _is_defined,
    "told by use": _is_told_by_use,
    "told by clause": _is_told_by_clause,
    "examples": _has_examples,
    "told by content": _is_told_by_content,
    "in parenthesis": _stands_in_parenthesis,
    "has parenthesis": _has_parenthesis,
    "asked for": _is_asked_for,
    "told next": is_told_next,
    "told of its head": is_told_of_head,
    "told in passing": _is_told_in_passing,
    "told in the rest": _is_told_in_rest,
    "told before": _is_told_before,
    "follows its head": _follows_its_head,
    "listed": _is_listed,
    "told by its parts": _is_told_by_parts,
    "told by the case": _is_told_by_case,
}
"""The ways in which a text says what a term means, in the order they are tried; an example stands with each."""
_ENDS = frozenset({"", ".", "!", "?"})
"""What stands after a term with which its sentence ends."""
_WAYS_AT_END = {
    name: WAYS[name]
    for name in (
        "so called",
        "has parenthesis",
        "asked for",
        "told next",
        "told of its head",
        "told in passing",
        "told before",
        "follows its head",
        "told by its parts",
    )
}
"""Those that need no words after the term in its sentence."""
