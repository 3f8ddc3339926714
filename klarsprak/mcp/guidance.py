"""What a model is told of how to use the tools."""

from __future__ import annotations

INSTRUCTIONS = """\
klarsprak granskar svensk klarspråkstext i brev från kommuner. Du skriver, klarsprak bedömer. Bedömningen är alltid
densamma för samma text, och texten lämnar inte huset.

Gör så här när du skriver eller skriver om en text:
1. Granska utkastet med check_text. Är det ett helt brev: whole=true.
2. Skriv om. Rätta först allt med nivån error (måste rättas), sedan warning (bör skrivas om). Tänk på det som har
   nivån info.
3. Slå upp fackord med explain_term och lagrum med explain_section. Använd förklaringarna därifrån. Står det att
   programmet inte vet: hitta inte på någon förklaring, utan be handläggaren om en.
4. Jämför utkastet och din nya text med compare. Sätt tillbaka allt som har försvunnit, och ta bort allt som du har
   lagt till: datum, belopp, lagrum, namn, ord som inte och bara, och krav som ska och får.
5. Granska den nya texten med check_text. Börja om från 2 tills ingen anmärkning har nivån error och compare inte
   visar någon skillnad som du inte kan förklara.

Ändra aldrig vad brevet beslutar. Saknar brevet en uppgift, till exempel en underskrift: fråga, och hitta inte på.
Visa till sist handläggaren den nya texten, de skillnader som är kvar och de anmärkningar som är kvar.
"""
PROMPT = "skriv_om"
PROMPT_TITLE = "Skriv om ett brev på klarspråk"
PROMPT_DESCRIPTION = "Granska ett brev, skriv om det, jämför med utkastet och granska igen."
TEXT_ARGUMENT = "text"


def rewriting(text: str) -> str:
    """What a person says to the model who wants a letter rewritten."""
    return (
        "Skriv om brevet nedan på klarspråk, så att den som får det förstår det. Använd verktygen check_text, "
        "explain_term, explain_section och compare i den ordning som serverns anvisningar säger. Håll på tills "
        f"check_text inte har något som måste rättas och compare inte visar att något har försvunnit.\n\n{text}"
    )
