"""Words that stand beside others without being parts of them, and some that hardly do."""

from __future__ import annotations

MEASURES = frozenset(
    "del kategori morgon förmiddag eftermiddag kväll natt typ grad grupp par kopp glas flaska dag miljon miljard "
    "massa mängd antal sorts slags rad hälften klass hekto kilo gram liter meter kvadratmeter kilometer ton burk "
    "bit klunk droppe låda påse skål hög tusen dussin stycken år vecka månad procent måndag tisdag onsdag torsdag "
    "fredag lördag söndag timme form kapitel artikel nummer paragraf moment punkt tabell figur sida chef "
    "professor doktor kung rektor minister statsminister president kapten herr fru fröken syster broder moster "
    "faster tant paket kartong säck kasse flock skara bunt rulle tub skiva hink tunna näve".split()
)
"""Nouns that others and numbers follow, times and titles: *ett glas vatten, fredag kväll, rektor Berg*."""
OTHER_WORDS = frozenset(
    "tid fred mitten slutet början fall brist mat hem heltid deltid höger vänster ansvarig huvud stycke tur exempel "
    "princip regel mans händelse plats hand sätt kvarts inrikes utrikes inom utan både egen hela ena själv var vart "
    "halv första fjärde femte sjätte sjunde åttonde elva tolv lös stället när där här norra södra västra östra inre "
    "yttre övre nedre sista senare max smart privat separat rätt sin ovan nedan tänk håll sluten stor ung väl".split()
)
"""Words that are others too: *i fall*, *till exempel*, *på plats*."""
OWNERS = frozenset(
    "års dags natts veckas månads minuts timmes sekunds lands stats orts gångs stads kommuns regions myndighets "
    "domstols tids mors fars persons elevs barns förenings bolags företags livstids mans sambos makes revisors "
    "fartygs hovrätts tingsrätts kammarrätts förvaltningsrätts borgenärs professors någons rektors chefs mentors "
    "huvudmans läkares lärares handläggares grannes ägares".split()
)
"""Genitives of those that own things, and of times: *en domstols beslut, fyra års tid*."""
TIMES = frozenset(
    "dag kväll natt morgon år tid gång man sätt vis håll del sida slag sort fall läge förmiddag eftermiddag "
    "dagen året natten veckan månaden gången mannen månad lördagen söndagen måndagen tisdagen onsdagen torsdagen "
    "fredagen antal resten saker hand ordning meter".split()
)
"""Nouns that say when or how, and stand beside others so: *varje mandat år*."""
NEVER_LAST = frozenset(
    "klockan dygnet skull school flakes emot övrigt sent taget sedan kväll natt morgon förmiddag "
    "eftermiddag allt månaderna vänster höger nya stora starr".split()
)
"""Words that end set phrases: *vård dygnet runt, för säkerhets skull, över huvud taget*."""
QUESTIONS = frozenset("vilken vilket vilka vars".split())
NO_ADJECTIVE = frozenset("sjuk slut plan special civil rikt kart".split())
"""Adjectives that are hardly any before a noun: *sjuk* is said of the living, and begins the name of a thing."""
ADVERBIALS = frozenset(
    {
        ("i", "regel"),
        ("i", "fall"),
        ("till", "exempel"),
        ("i", "början"),
        ("i", "slutet"),
        ("i", "gång"),
        ("nästa", "gång"),
        ("varje", "gång"),
        ("första", "gång"),
        ("sista", "gång"),
        ("i", "drift"),
        ("i", "bruk"),
        ("i", "kraft"),
        ("i", "stånd"),
        ("i", "skick"),
        ("i", "anspråk"),
        ("i", "ordning"),
        ("i", "tid"),
        ("i", "förväg"),
        ("ur", "bruk"),
        ("ur", "drift"),
        ("på", "plats"),
        ("till", "stånd"),
        ("i", "morgon"),
        ("öppet", "hus"),
        ("så", "fort"),
        ("första", "hand"),
        ("andra", "hand"),
        ("tredje", "hand"),
        ("sista", "hand"),
        ("egen", "hand"),
        ("god", "tid"),
        ("gott", "skick"),
    }
)
"""What ends here before any word: *du har i regel* **rätt** *till hjälp*, *öppet hus* **hålls** *i maj*."""
