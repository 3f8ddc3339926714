"""Words that hold a language's sentences together, and that Swedish doesn't have.

Prose of five words or more has one of them; a list of names, plants, medicines or products has none.
"""

from __future__ import annotations

from collections.abc import Iterable

_WORDS = {
    "en": "the of and to you your is that this with are we our will be not if can which they have has it an by "
    "from or as please who what when would should was were been their there but any more all so than thank "
    "about my",
    "fi": "ja on ei että se ole olet voit hän kun jos mutta tai myös kuin joka jonka mitä niin sinun teidän "
    "meidän sekä ovat oli sitten kanssa ennen jälkeen mukaan sen tämä tämän tämä siitä jos voi ensi kiitos",
    "nb": "og ikke jeg til fra hvis hver enhver etter noe noen uten hvor dere deres hva seg være vil eller bare "
    "også denne dette vært",
    "da": "og ikke jeg til fra hvis hver enhver efter noget nogen nogle uden hvor jer jeres hvad sig være vil "
    "eller bare også denne dette af at været",
    "de": "und der die das ist nicht sie ihr ihre ihren mit auf für eine einen einem einer zu von wir haben "
    "werden im wenn oder auch bei nach aus sind dass wird bis wie zum zur",
    "fr": "le la les des une est et pour dans que qui vous votre nous notre pas sur avec ce cette au aux du ou "
    "par sont à être plus si leur dont avez",
    "es": "el la los las una que del por con para su sus usted como más y este esta es si no lo al le ser han puede",
    "pl": "w i na z do nie jest się od że to po dla o lub jak przez oraz państwa może są przy ich za tym",
    "nl": "het een van dat niet zijn voor met u uw wij ons wordt als aan bij ook naar dan deze heeft kunt hebben "
    "worden",
    "it": "il la le gli di che per una con non del della è sono da lei nel alla al più questa questo dei delle",
    "pt": "o os as que do da dos das não uma para com você seu sua por em mais como este esta pelo pela ao é são",
    "tr": "ve bir bu için ile da olarak çok daha sonra kadar olan ya veya değil gibi size sizin içinde",
    "ro": "și în nu este la pe cu pentru care din că să sunt dumneavoastră mai sau de o un ale această acest ați",
    "hu": "a az és nem hogy egy is meg ha ön vagy van az ezt azt csak már mint lesz kell önnek",
    "sh": "je da se na za od su ne koji ili kao sa iz vam vas će smo biti ako do u i što ovo ova",
    "is": "og að ekki er það sem við þú þér hann hún frá um til með eða verður þetta fyrir ef hefur",
}
_ALSO_SWEDISH = frozenset(
    "a all alla an au av be by dan dans de del den denne det din du e efter el eller en er ha han har het ho i in "
    "is it ja kan las lo man med men mer mot nu o om on par per plus pro sa se sen ser sig ska som to u under van "
    "var vara vi via w y z à ön".split()
)
"""Words of theirs that stand in Swedish texts, or in lists of letters: *z*."""
FUNCTION_WORDS = {language: frozenset(words.split()) - _ALSO_SWEDISH for language, words in _WORDS.items()}
"""By wordfreq's codes."""
EVERY_FUNCTION_WORD = frozenset().union(*FUNCTION_WORDS.values())


def languages_of(words: Iterable[str]) -> set[str]:
    """The languages that have one of the words, lower case, for their own.

    >>> languages_of("you can appeal the decision".split()), languages_of("betula pendula".split())
    ({'en'}, set())
    """
    present = set(words)
    return {language for language, known in FUNCTION_WORDS.items() if not known.isdisjoint(present)}
