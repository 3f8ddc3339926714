"""The s-passive, told from morphology, and its agent."""

from __future__ import annotations

import re

from klarsprak.language.analysed import AnalysedBlock, Sentence
from klarsprak.language.grammar.doers import is_attribute, is_told_beside
from klarsprak.language.verbs.words import slots
from klarsprak.language.words_at import WordsAt

BREAKS = frozenset({"och", "eller", "men", "att", "som", "om", "när", ",", ";", ":", "."})
"""Between a verb and what belongs to it none of these stands."""
REACH = 5
"""How many words away a verb's agent or auxiliary stands at most."""
_CLAUSE = 8
"""Words at most between *att* and a supine whose *har* is left out."""
_THAT = frozenset({"att", "eftersom"})
"""Not *då*, which may be a day's: *den dag då beslutet delgivits*."""
_CONTENT = frozenset({"NOUN", "PROPN", "VERB"})
_ON_BEHALF = frozenset({"uppdrag", "delegation"})
_DAYS = frozenset({"dag", "dagen", "datum", "datumet", "tidpunkt", "tidpunkten"})
_AFTER_THAT = frozenset({"det", "efter", "från"})
"""Before *att* they begin a clause that says from when a time is counted."""
_DAY_GOES_ON = frozenset({"som", "när"})
"""Words that break, but may stand between a day and what happened on it: *den dag som brevet skickades*."""
_OF_NOUN = re.compile(r"(?:e[nt]|eln|ern)s$|^(?:.*höns|.*insats|enfas|trefas|framledes)$")
"""What no verb ends in, though the model may take it for one: *servicesedelns, beslutets, höns*."""
_COURT = re.compile(r"domstol|(?:förvaltnings|kammar|tings|hov|läns|regerings)rätt|prövningstillstånd")
_OTHERS = frozenset(
    "lag lagen automatiskt systemet tjänsten banken bolaget företaget polisen försäkringskassan skatteverket "
    "kronofogden arbetsgivaren läkaren rektor rektorn".split()
)
"""Who or what else acts in letters of a municipality."""
_BODY = re.compile(
    r"(?:nämnd|förvaltning|enhet|avdelning|kontor|kommun|region|bolag|förening|myndighet|verk|styrelse|utskott"
    r"|handläggar|inspektör|sekreterar|samordnar|utredar|tekniker|konsult|entreprenör|läkar|sköterska|ombud|chef|rektor"
    r"|företag|firma|byrå|besiktningsm[aä]n|lärar|pedagog|mentor|terapeut|ortoped|kirurg|specialist|psykolog|kurator|barnmorska|snickar|hantverkar|montör"
    r"|sotar|vaktmästar|skötar|mottagar"
    r"|domstol|personal|klubb|kassa|skol|klinik|mottagning|sjukhus|hemtjänst|socialtjänst"
    r"|^ekonomi|ägar|havar|hyresgäst|arrendator|leverantör|utförar|vårdnadshavar|byggherre)"
    r"(?:e|a|en|an|n|et|ens|ets|er|na|erna|arna)?$"
)
"""How a body or somebody in office is called."""
_DETERMINERS = frozenset({"en", "ett", "vår", "vårt", "våra", "den", "kommunens", "regionens", "skolans"})
_LAW = frozenset({"lag", "lagen"})
_EACH = frozenset({"varje"})
"""It begins a time: *varje kvartal*."""
_NO_DOER = frozenset({"ADP", "PUNCT", "SCONJ", "VERB", "AUX"})
"""Right after *av* such a word begins something else than a doer."""
_SUCH_AS = frozenset(
    {("bland", "andra"), ("bland", "annat"), ("till", "exempel"), ("i", "första"), ("i", "huvudsak")}
)
"""But after these the doer follows: *av bland andra grannen*, *av i första hand skolan*."""
_OPENING_SIGNS = frozenset('(”"»[–')
"""After these too."""
_PERSONS = frozenset({"er", "dig", "oss", "mig", "honom", "henne", "undertecknad"})
_VERBS = frozenset({"VERB", "AUX"})
_SHORTEST = 4
"""Words of a sentence that begins with a doer: *Av er lämnas yttrande*."""
_AGREED = frozenset(
    "ingås ingicks ingåtts träffas träffades träffats tecknas tecknades tecknats sluts slöts slutits".split()
)
"""What several do with each other."""
_GIVEN = re.compile(
    r"(?:betal|skick|lämn|bevilj|utfärd|levere?r)(?:as|ats|ades)$|(?:sän[dt]?|utge)(?:s|es|ts|tts|des)$"
)
"""What is done by the one that it comes from."""
_GIVING_PARTICLES = (["ut"], ["in"], ["över"], ["tillbaka"])
_BY = frozenset({"på", "genom", "efter", "enligt"})
"""What leads to a decision by which something is done."""
_WHOSE = frozenset({"av", "i"})
"""What stands between the decision and whose it is."""


def is_passive(block: AnalysedBlock, token: int) -> bool:
    """Whether the token is a verb in the s-passive, other than a participle: *beviljas*, not *beviljad*.

    Asked of each word that ends in s.
    """
    if block.tags[token] != "VERB" or "Voice=Pass" not in block.features[token]:
        return False
    return block.words[token].endswith("s") and not _OF_NOUN.search(block.words[token])


def has_agent(verb: WordsAt) -> bool:
    """Whether *av* and a doer follow the verb: at once, or after a particle or adverb, or *på uppdrag av*.

    *Ansökan prövas av nämnden*, *avgiften tas ut årligen av kommunen*, *kontaktas du av en läkare*; or whether they
    come first: *av er kan även yttrande lämnas*, or as those who decide: *kan ändras genom beslut av nämnden*.
    """
    block, _, end = verb
    if _is_between_parties(verb) or _begins_with_agent(verb.sentence, block):
        return True
    if _is_by_decision(verb) or _is_from_giver(verb) or is_told_beside(verb):
        return True
    is_next = True
    for token in range(end, min(end + REACH, verb.sentence.end)):
        if block.words[token] == "av":
            if is_attribute(block, token, verb.sentence.end):
                return False
            return not _is_particle(verb, token) if is_next else _is_body(block, token + 1)
        if block.words[token] in BREAKS or block.tags[token] in _VERBS:  # *anses vara av vikt*
            return False
        is_next = is_next and not _separates(block, token)
    return False


def _is_by_decision(verb: WordsAt) -> bool:
    """Whether the sentence goes on with whose decision it is done by, *enligt beslut i styrelsen*, or in whose care.

    *Avhysning verkställs genom Kronofogdens försorg.*
    """
    words = verb.block.words[verb.end : verb.sentence.end]
    if "försorg" in words:
        return True
    threes = zip(words, words[1:], words[2:], strict=False)
    return any(first in _BY and said == "beslut" and whose in _WHOSE for first, said, whose in threes)


def _is_from_giver(verb: WordsAt) -> bool:
    """Whether what is given comes from somebody who is named: *ersättning har utbetalats* **från FK**.

    *Räkningen skickas* **då från ekonomi**.  Not *hämtas från kontoret*, where somebody else comes for it.
    """
    block, after = verb.block, verb.end
    if not _GIVEN.search(block.words[verb.end - 1]):
        return False
    after += block.words[after : after + 1] in _GIVING_PARTICLES or block.tags[after : after + 1] == ["ADV"]
    if after + 1 >= verb.sentence.end or block.words[after] != "från":
        return False
    return _is_body(block, after + 1)


def _is_between_parties(verb: WordsAt) -> bool:
    """Whether those who agree are named: *ett avtal har ingåtts* **mellan föraren och markägaren**."""
    words = verb.block.words
    return words[verb.end : verb.end + 1] == ["mellan"] and words[verb.end - 1] in _AGREED


def _is_body(block: AnalysedBlock, token: int) -> bool:
    """Whether the word names somebody who acts: *behandlas uppgifterna av* **Sjöviken Vatten AB**, *av nämnden*.

    What stands between the verb and *av* may be what *av* belongs to: *beslutas delar av planen*.
    """
    if token >= len(block.words):
        return False
    word = block.words[token]
    if word in _DETERMINERS or _is_told_of(block, token):  # *en ortoped*, *ett certifierat företag*
        return _is_body(block, token + 1)
    if word.endswith("-"):  # *miljö- och byggnämnden*
        return _is_body(block, token + 2)
    if "Case=Gen" in block.features[token] and _BODY.search(
        word.removesuffix("s")
    ):  # *länsstyrelsens besiktningsman*
        return _is_body(block, token + 1)
    if word in _PERSONS:
        return block.tags[token + 1 : token + 2] != ["NOUN"]  # *en kontroll av er bil*
    return block.written(token, token + 1)[:1].isupper() or word in _OTHERS or _BODY.search(word) is not None


def _is_told_of(block: AnalysedBlock, token: int) -> bool:
    """*ett* **certifierat** *företag*"""
    return block.tags[token] == "ADJ" and block.words[token - 1] in _DETERMINERS


def _is_particle(verb: WordsAt, token: int) -> bool:
    """Whether *av* is the verb's own particle, since no doer follows: *vattnet ska stängas* **av** *under natten*.

    *Mätaren läses av varje år*; but *läses av grannen*, and *av bland andra grannen*.
    """
    block, after = verb.block, token + 1
    if after >= verb.sentence.end or block.words[after] in _EACH:
        return True
    if tuple(block.words[after : after + 2]) in _SUCH_AS or block.words[after] in _OPENING_SIGNS:
        return False
    return block.tags[after] in _NO_DOER


def _begins_with_agent(sentence: Sentence, block: AnalysedBlock) -> bool:
    """Whether the sentence begins with *av* and a person, and then its verb: *Av er kan*, but not *Av er ansökan*."""
    first = sentence.start
    if sentence.end - first < _SHORTEST or block.words[first] != "av" or block.words[first + 1] not in _PERSONS:
        return False
    return block.tags[first + 2] in _VERBS


def _separates(block: AnalysedBlock, token: int) -> bool:
    """Whether an *av* after the word belongs to something else: *beslutas om delar av planen*.

    *på uppdrag av* and *på delegation av* lead to the doer all the same.
    """
    word = block.words[token]
    if word in BREAKS:
        return True
    if word in _ON_BEHALF:
        return False
    return block.tags[token] in _CONTENT


def lacks_auxiliary(verb: WordsAt) -> bool:
    """Whether a clause with *att* leaves out the *har* of its supine, and dates no day: *att bryggan* **målats**."""
    block = verb.block
    if not block.words[verb.start].endswith("ts") or slots(block.words[verb.start]) != {"sup"}:
        return False
    for token in range(verb.start - 1, max(verb.sentence.start, verb.start - _CLAUSE) - 1, -1):
        if block.words[token] in _THAT:
            return not dates_a_day(verb)
        if block.words[token] in BREAKS or block.tags[token] in _VERBS:
            return False
    return False


def dates_a_day(verb: WordsAt) -> bool:
    """Whether the verb says from when a time is counted, where nobody asks who did it.

    *tre veckor från den dag beslutet* **meddelades**, *från det att brevet har* **skickats**; not *i dag skickas
    brevet*, where the verb is the sentence's own.
    """
    block, start, _ = verb
    first = max(verb.sentence.start, start - REACH - 1)
    for token in range(start - 2, first - 1, -1):
        if _names_day(block, token):
            return True
        if _ends_clause(block, token):
            return False
    return False


def _names_day(block: AnalysedBlock, token: int) -> bool:
    """*dagen*, and the *att* of *från det att*, *efter att*."""
    word = block.words[token]
    if word == "att":
        return token > 0 and block.words[token - 1] in _AFTER_THAT
    return word in _DAYS


def _ends_clause(block: AnalysedBlock, token: int) -> bool:
    """Whether the word is another clause's: a stop, a conjunction, a verb other than *har*."""
    word = block.words[token]
    if word in BREAKS:
        return word not in _DAY_GOES_ON
    return block.tags[token] in ("VERB", "AUX") and word not in ("har", "hade")


def tells_of_court(verb: WordsAt) -> bool:
    """Whether the verb's sentence is about a court, which then is the one that decides.

    *Om prövningstillstånd inte* **meddelas** *står kammarrättens beslut fast*.
    """
    return any(map(_COURT.search, verb.sentence.forms))


def tells_of_other(verb: WordsAt) -> bool:
    """Whether the verb's sentence names somebody or something else than the sender that may act.

    *Avgiften* **fastställs** *i lag*, *beloppet* **debiteras** *automatiskt*, and what a court decides; but not
    *ansökan* **avslås** *enligt 7 § lagen om färdtjänst*, where the law is cited.
    """
    if tells_of_court(verb):
        return True
    if _OTHERS.isdisjoint(verb.sentence.forms):
        return False
    block, (start, end) = verb.block, verb.sentence[:2]
    return any(block.words[i] in _OTHERS and not _is_cited(block, i) for i in range(start, end))


def _is_cited(block: AnalysedBlock, i: int) -> bool:
    """Whether the word is a law's in a reference: *7 §* **lagen**, **lagen** *(1997:736)*, **lagen** *om stöd*."""
    if block.words[i] not in _LAW:
        return False
    before, after = block.words[max(0, i - 1) : i], block.words[i + 1 : i + 2]
    return before == ["§"] or after in (["("], ["om"])


_BEGIN_SUBJECT = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})


def has_subject_after(words: WordsAt) -> bool:
    """Whether a passive's subject follows; a verb of two words takes it in between: *tas* **halva avgiften** *ut*."""
    if not is_passive(words.block, words.end - 1) or words.end == words.sentence.end:
        return False
    return words.block.tags[words.end] in _BEGIN_SUBJECT
