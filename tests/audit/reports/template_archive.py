"""An archive of letters from three templates, of two units and three years; one template is mended midway."""

from __future__ import annotations

from collections.abc import Iterator

from tests.audit.support import save

EACH = 200
MENDED = "2024-07"
"""From this month the template of refusals no longer says *jämväl*."""
NAMES = ("Anna Ek", "Bo Lund", "Carin Öst", "David Norrman", "Elin Åkesson", "Farid Haddad", "Göran Ask")
AIDS = ("hemtjänst", "ledsagning", "boendestöd", "trygghetslarm", "färdtjänst")
DAYS = ("3 maj", "12 juni", "24 februari", "8 oktober", "19 augusti")
PACK = """\
pack: prov
category: kanslisvenska
level: warning
kind: replace
why: Ordet är svårt.
message: ”{text}” är svårt.
rules:
  - id: erhållit
    words: erhållit
    instead: [fått]
    examples: [{flag: "Du har [erhållit] svar.", fix: "Du har fått svar."}]
  - id: jämväl
    words: jämväl
    level: error
    instead: [också]
    examples: [{flag: "Det gäller [jämväl] dig."}]
  - id: härmed
    words: härmed
    level: info
    instead: [nu]
    examples: [{flag: "Vi svarar [härmed] på din fråga."}]
"""


def save_archive() -> None:
    """The letters in ``arkiv``, and the configuration with three rules beside it."""
    save("klarsprak.yml", "rule_packs: prov.yml\nselect: prov\norganisation: {name: Ekvalla kommun}\n")
    save("prov.yml", PACK)
    for name, text in letters():
        save(f"arkiv/{name}.txt", text)


def letters() -> Iterator[tuple[str, str]]:
    """Name and text of each letter: 200 of each template, spread over the months of 2023 to 2025."""
    for number in range(EACH):
        month = f"{2023 + 3 * number // EACH}-{3 * number * 12 // EACH % 12 + 1:02}"
        for kind, make in (("avslag", refusal), ("kallelse", summons), ("kvitto", receipt)):
            yield f"{month}/{kind}-{number}", make(number, month)


def refusal(number: int, month: str) -> str:
    """Of Socialnämnden; its sentence with *jämväl* is mended midway, the one with *erhållit* has two fields."""
    name, aid, day = NAMES[number % 7], AIDS[number % 5], DAYS[number % 5]
    also = "jämväl" if month < MENDED else "också"
    # One writer in forty uses a word of his own, in a sentence that is no part of the template.
    own = (
        f"Du har härmed {number} gånger frågat om {AIDS[number % 3]} för din granne.\n\n" if number % 40 == 7 else ""
    )
    return f"""Beslut om {aid}

Hej {name}!

{name} har den {day} sökt {aid} hos oss och vi har nu prövat ansökan mot lagen.

Du har den {day} erhållit {aid} under {number + 2} timmar i veckan enligt ett tidigare beslut från oss.

Nämnden avslår {also} den nya ansökan eftersom behovet är tillgodosett på ett annat sätt.

{own}Du kan överklaga beslutet hos förvaltningsrätten inom tre veckor från den dag då du fick det här brevet.

Med vänlig hälsning

Karin Berg
handläggare
Socialnämnden
"""


def summons(number: int, month: str) -> str:
    """Of Socialnämnden; half of the letters have a paragraph that can be chosen."""
    chosen = "Du är härmed välkommen att ta med dig en god vän eller en tolk till samtalet hos oss.\n\n"
    return f"""Kallelse till samtal

Hej {NAMES[number % 7]}!

Välkommen till ett möte på vårt kontor den {DAYS[number % 5]} klockan {8 + number % 9}.30 i rum {number}.

{chosen if number % 2 else ""}Vi pratar om hur det går för dig med skolan, med arbetet och med din ekonomi just nu.

Ring oss i god tid om du inte kan komma, så hittar vi tillsammans en annan dag som passar dig bättre.

Vänliga hälsningar

Karin Berg
Socialnämnden
"""


def receipt(number: int, month: str) -> str:
    """Of Byggnadsnämnden; nothing is wrong with it."""
    return f"""Vi har tagit emot din ansökan

Hej {NAMES[number % 7]}!

Ärendet har nummer BN {number}-{month[:4]} och gäller bygglov för ett nytt hus på din tomt.

Nu läser vi dina ritningar och ser efter om något saknas, och det tar oftast tre eller fyra veckor.

Du får ett nytt brev av oss så snart vi vet mer, och du behöver inte göra någonting under tiden.

Hälsningar

Olle Falk
Byggnadsnämnden
"""
