"""Whether a noun such as *hyresgästen* may be somebody whom the sentences before it have brought in.

Only what stands near counts, as in *Din granne har sökt bygglov. Sökanden vill bygga högt.*: what was said earlier is
forgotten, and the reader takes the word for himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, starmap

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import AnalysedBlock, Sentence
from klarsprak.language.words_at import WordsAt
from klarsprak.prose.addressee import Addressee, addressee, readers_names
from klarsprak.prose.letter_head import greeted_names
from klarsprak.prose.nearby import sentence_numbers
from klarsprak.prose.other_party import LEGAL_FORMS, is_of_case

_REACH = 3
"""So many sentences before the word's own are looked at."""
_OTHER = re.compile(
    r"(?:gran(?:ne|nar|nfast|nhus|nens)\w*|rågran\w*|sakägare\w*|vem|vems|någons|annans|person|personer|personen|personens"
    r"|vän|vänner|vännen|bekant|ovanför|bredvid|intill|grannhuset|klagat|klagomål\w*|främling\w*"
    r"|besökare\w*|deltagarna|kollega\w*|vikarie\w*|praktikant\w*)$"
)
"""Words for persons that the reader is not, however they stand."""
_KIN = re.compile(
    r"(?:mamma|pappa|mor|moder|far|fader|son|dotter|barnbarn|syster|bror|sambo|mak[ea]|fru|man|partner"
    r"|mormor|morfar|farmor|farfar|moster|faster|morbror|farbror|anhörig\w*|närstående|huvudman|klient\w*|brukare"
    r"|medarbetare|anställd\w*|personal|medlem\w*|elever|kund\w*|gäst\w*|hyresgäst\w*|patient\w*|arrendator\w*"
    r"|leverantör\w*|entreprenör\w*|underentreprenör\w*|hyresvärd|arbetsgivare|förare|ägare|kandidat\w*)s?$"
)
"""Who is somebody else where the reader has them: *din mamma*, *era kunder*, *Vilmas mamma*, *en hyresgäst*."""
_READERS = frozenset("din ditt dina er ert era".split())
_HAS = _READERS | frozenset("min vår vårt våra hans hennes deras en ett flera några många två".split())
"""Before such a word they bring in somebody: *en av dina medarbetare*."""
_BETWEEN = 3
_SOMEBODY = "någon"
"""A person, where no noun follows: *någon annan*, *någon av grannarna*, but not *någon vårdgivare*."""
_ONE = frozenset("en ett annan annat den det".split())
_SOME = frozenset({"en"})
_BRINGS_IN = _READERS | _SOME
_ONE_OF = ["en", "av"]
_PLURAL = re.compile(r"(?<=\w{3})(?:er|ar|or)$")
"""*En av våra resenärer* is *resenären* in what follows."""
_DEFINITE = ("n", "en", "ns", "ens", "na", "nas", "s", "")
_IS_READER = frozenset("som är blir såsom bli vara varje".split())
_FIRM = re.compile(
    r"(?:bolag|företag|firma|leverantör|entreprenör|anbudsgivar|anbudslämnar|säljar|köpar|utförar|tillverkar|utställar"
    r"|fakturautställar|hantverkar|konsult|mäklar|hyresvärd|vårdgivar|arbetsgivar)\w*$"
)
_GROUP = re.compile(r"(?:förening|klubb|bolag|företag|verksamhet|styrelse)\w*$")
"""*En förening* may be what all are told of, and the one that reads."""
_SUBJECTS = frozenset({"du", "ni"})
_NEW_CLAUSE = frozenset(", ; : – om som när innan så eftersom då medan där".split())
_TO_SOMEBODY = frozenset("till från med hos mot av".split())
_SHORT = 3
_NAME = "PROPN"
_VERBS = frozenset({"VERB", "AUX"})
_FOR_ANOTHER = re.compile(
    r"(?:förälder\w*|föräldra\w*|vårdnadshavar\w*|målsm[aä]n\w*|gode?|mannen|förvaltare\w*|ställföreträdar\w*|huvudman\w*"
    r"|dödsbo\w*|anhörig\w*|hemmet|mamman|pappan)$"
)
"""Who reads for somebody: that one is named, and isn't who is meant."""
_COMPLAINS = re.compile(r"(?:anmälar|klagand|uppgiftslämnar|frågeställar|förfrågar|tipsar)\w*$")
_HAS_COMPLAINED = re.compile(
    r"(?i)\b(?:du|ni)\b[^.]{0,20}\b(?:anmäl|klag|ring|tips|fråg|hör)"
    r"|\b(?:anmäl|klag|ring|tips|fråg)\w* (?:du|ni)\b"
)
_OWNS = re.compile(r"(?P<what>\w{3,40}?)s?(?:ägar|innehavar|hållar)\w{0,8}$")
"""*bil* of *bilägaren*."""
_CONTRASTED = re.compile(r"(?i)\binte (?:din|ditt|dina|er|ert|era|du|ni)\b(?! \w+ansökan)")
"""*Ägarens ansvar, alltså inte ditt*."""
_HUMAN = re.compile(r"(?:boende|besökande|studerande|gravida|studenten|eleven|patienten|brukaren|medarbetaren)s?$")
_OTHER_SIDE = (
    (re.compile(r"köpar\w*$"), re.compile(r"(?i)\b(?:sälj|sålt|sålde|såld|försälj|överlåt)")),
    (re.compile(r"säljar\w*$"), re.compile(r"(?i)\b(?:köp|förvärv)")),
    (
        re.compile(r"(?:hyresgäst|hyrestagar|arrendator|lånar|låntagar)\w*$"),
        re.compile(r"(?i)\b(?:hyr|lån|arrender)\w* ut\b"),
    ),
)
"""The other one of two, where the reader is the first: *har du sålt bilen, skriver vi till köparen*."""

_ONE_OF_READERS = re.compile(r"(?:boende|hyresgäst\w*|medlem\w*|delägar\w*)$")
_ALL_BUT_ONE = re.compile(r"(?i)\bni\b[^.;?!]{1,80}\b(?:om|när|ifall|förrän|innan)\s(?:den|en)\s(?P<one>\w+)")
"""*Ni får vänta om den boende vill det*: the readers are several, and one of them, or of their house, is named."""


def may_mean_another(words: WordsAt, analysis: Analysis) -> bool:
    """Whether the sentence before the words, or one of the last before it, brings in somebody whom they may mean."""
    role = _role(words)
    if _is_named_after(words) or _is_counted(words) or _is_one_of_kind(words, role, analysis):
        return True
    if _is_beside_reader(words, role) or is_of_case(role, analysis) or _is_human_to_firm(role, analysis):
        return True
    if any(map(_FOR_ANOTHER.match, words.block.words[words.start : words.end])):
        return False
    near = list(_near(words, analysis))
    if any(_is_other_side(role, each) for each in near):
        return True
    return role.removesuffix("s") in analysis.once(_beside_reader) or (
        not _is_readers(role, near) and _is_brought_in(role, near, analysis)
    )


def _is_human_to_firm(role: str, analysis: Analysis) -> bool:
    """Whether only people are such, and an organisation reads: *den boende* in a letter to a board."""
    return _HUMAN.match(role) is not None and analysis.once(addressee) is Addressee.ORGANISATION


def _role(words: WordsAt) -> str:
    """The last noun of the words, or their last word: *resenären* of *resenären får*."""
    tokens = range(words.end - 1, words.start - 1, -1)
    noun = next((token for token in tokens if words.block.tags[token] == "NOUN"), words.end - 1)
    return words.block.words[noun]


def _is_beside_reader(words: WordsAt, role: str) -> bool:
    """Whether the sentence says that it isn't the reader, or what makes the reader the other of two."""
    first, last = words.sentence.characters
    said = words.block.text[first:last]
    if _ONE_OF_READERS.match(role) and role in (match["one"].lower() for match in _ALL_BUT_ONE.finditer(said)):
        return True
    return _CONTRASTED.search(said) is not None or any(
        other.match(role) is not None and does.search(said) is not None for other, does in _OTHER_SIDE
    )


def _is_other_side(role: str, near: WordsAt) -> bool:
    """Whether the sentence before says that the reader is the other of two: *du har sålt bilen*, *köparen*."""
    if _SUBJECTS.isdisjoint(near.block.words[near.start : near.end]):
        return False
    return any(other.match(role) is not None and does.search(near.text) is not None for other, does in _OTHER_SIDE)


def _is_readers(role: str, near: list[WordsAt]) -> bool:
    """Whether the sentences before say that the reader has done it, or has the thing: *din hund*, *hundägaren*."""
    if _COMPLAINS.match(role) and any(_HAS_COMPLAINED.search(each.text) for each in near):
        return True
    owns = _OWNS.match(role)
    return owns is not None and any(_has_thing(each, owns["what"]) for each in near)


def _is_brought_in(role: str, near: list[WordsAt], analysis: Analysis) -> bool:
    """Whether the sentences before bring in somebody, or for *bolaget* a company."""
    if any(_says_one(each, role) for each in near) or (_FIRM.match(role) and any(map(_names_firm, near))):
        return True
    known = analysis.once(_readers)
    return any(_brings_in(each, known) for each in near)


def _beside_reader(analysis: Analysis) -> frozenset[str]:
    """What the reader does something to, or with: *fastighetsägaren* of *du ska inte ersätta fastighetsägaren*."""
    return frozenset(chain.from_iterable(starmap(_objects_of_reader, analysis.sentences)))


def _objects_of_reader(block: AnalysedBlock, sentence: Sentence) -> Iterator[str]:
    """The nouns after an infinitive or a preposition in a clause of which *du* or *ni* is the subject.

    So it is in *du som hyr behöver inte ersätta fastighetsägaren*, too.
    """
    if _SUBJECTS.isdisjoint(sentence.forms):
        return
    words, tags, is_reader = block.words, block.tags, False
    for token in range(sentence.start, sentence.end):
        if words[token] in _SUBJECTS:
            is_reader = True
        elif words[token] in _NEW_CLAUSE and words[token - 1] not in _SUBJECTS:
            is_reader = False
        elif is_reader and tags[token] == "NOUN" and _is_object(block, token - 1):
            yield words[token]


def _is_object(block: AnalysedBlock, before: int) -> bool:
    """Whether the word before is an infinitive, or a preposition that tells whom something is done to."""
    return "VerbForm=Inf" in block.features[before] or block.words[before] in _TO_SOMEBODY


def _is_named_after(words: WordsAt) -> bool:
    """Whether a name follows: *fastighetsägaren, Torgfastigheter AB*."""
    block, end = words.block, words.end
    return block.words[end : end + 1] == [","] and _is_capital(block, end + 1) and not _is_capital(block, words.start)


def _is_capital(block: AnalysedBlock, token: int) -> bool:
    return block.written(token, token + 1)[:1].isupper() if token < len(block.words) else False


def _is_counted(words: WordsAt) -> bool:
    """Whether they are so and so many: *23 vårdnadshavare*."""
    before = words.block.words[max(words.sentence.start, words.start - 1) : words.start]
    return bool(before) and before[0].isdigit()


def _names_firm(near: WordsAt) -> bool:
    """Whether the words name a company: *Tunga Maskiner AB* before *bolaget*."""
    return any(near.block.written(token, token + 1) in LEGAL_FORMS for token in range(near.start, near.end))


def _is_one_of_kind(words: WordsAt, role: str, analysis: Analysis) -> bool:
    """Whether an earlier sentence brings in one of that kind, or the reader has such: *en förälder*, *era kunder*."""
    number = analysis.once(sentence_numbers)[words.block.index, words.sentence.start]
    if _GROUP.match(role):
        return False
    brought_in = analysis.once(_brought_in)
    return any(brought_in.get(role.removesuffix(ending), number) < number for ending in _DEFINITE)


def _brought_in(analysis: Analysis) -> dict[str, int]:
    """The nouns that *en*, or a word for what the reader has, stands before, and the number of the first sentence.

    *Som en hyresgäst* and *du är en kund* are the reader.
    """
    found: dict[str, int] = {}
    for number, (block, sentence) in enumerate(analysis.sentences):
        words = block.words
        if _BRINGS_IN.isdisjoint(sentence.forms):
            continue
        for token in range(sentence.start + 1, sentence.end):
            if block.tags[token] != "NOUN" or len(words[token]) <= _SHORT:
                continue
            before = words[max(sentence.start, token - _BETWEEN) : token]
            brings_in = _READERS if _KIN.match(words[token]) else _SOME
            is_one_of = before[:2] == _ONE_OF and before[-1] in _HAS
            if is_one_of or (not brings_in.isdisjoint(before[-2:]) and _IS_READER.isdisjoint(before)):
                found.setdefault(_PLURAL.sub("", words[token]) if is_one_of else words[token], number)
    return found


def _near(words: WordsAt, analysis: Analysis) -> Iterator[WordsAt]:
    """What stands before the words in their sentence, and the last sentences of the text before it."""
    own = words.sentence
    yield WordsAt(words.block, own.start, words.start)
    number = analysis.once(sentence_numbers)[words.block.index, own.start]
    for block, sentence in reversed(analysis.sentences[max(0, number - _REACH) : number]):
        if block.is_prose:
            yield WordsAt(block, sentence.start, sentence.end)


def _readers(analysis: Analysis) -> frozenset[str]:
    """The names by which the letter calls its readers, each word of them."""
    names = (*readers_names(analysis), *greeted_names(analysis))
    return frozenset(part for name in names for part in name.split())


def _has_thing(near: WordsAt, thing: str) -> bool:
    """Whether the reader has the thing: *din hund* before *hundägaren*."""
    words = near.block.words
    return any(
        word.startswith(thing) and not _READERS.isdisjoint(words[max(near.start, token - 2) : token])
        for token, word in enumerate(words[near.start : near.end], near.start)
    )


def _says_one(near: WordsAt, role: str) -> bool:
    """Whether the role is brought in as one of its kind: *en kontaktperson* before *kontaktpersonen*."""
    words = near.block.words
    return any(
        len(word) > _SHORT
        and role.startswith(word)
        and not _ONE.isdisjoint(words[max(near.start, token - 2) : token])
        for token, word in enumerate(words[near.start : near.end], near.start)
    )


def _brings_in(near: WordsAt, readers: frozenset[str]) -> bool:
    """Whether somebody else than the reader is named among the words."""
    return any(_is_another(near.block, token, readers) for token in range(near.start, near.end))


def _is_another(block: AnalysedBlock, token: int, readers: frozenset[str]) -> bool:
    """Whether the word names somebody else than the reader."""
    word = block.words[token]
    if word == _SOMEBODY:
        return block.tags[token + 1 : token + 2] != ["NOUN"]
    if (_OTHER.match(word) and not _is_readers_own(block, token)) or (_KIN.match(word) and _is_had(block, token)):
        return True
    return _is_name(block, token) and block.written(token, token + 1).removesuffix("s") not in readers


def _is_readers_own(block: AnalysedBlock, token: int) -> bool:
    """Whether it is the reader who complains: *ditt klagomål* brings in nobody else."""
    return block.words[token].startswith("klagomål") and block.words[max(0, token - 1)] in _READERS


def _is_had(block: AnalysedBlock, token: int) -> bool:
    """Whether somebody has them, or they are one of many: *din yngsta son*, *Vilmas mamma*, *en hyresgäst*."""
    before = block.words[max(0, token - _BETWEEN) : token]
    return not _HAS.isdisjoint(before) or (
        bool(before) and before[-1].endswith("s") and block.tags[token - 1] == _NAME
    )


def _is_name(block: AnalysedBlock, token: int) -> bool:
    """Whether it is a person's name: *Ivar Skoog*, or *Ivar* that acts, where no sentence begins."""
    tags = block.tags
    if tags[token] != _NAME or not block.written(token, token + 1).istitle():
        return False
    after = tags[token + 1 : token + 2]
    is_first = token == block.sentence_at(token).start
    return after == [_NAME] or (not is_first and not _VERBS.isdisjoint(after))
