"""Whether a role may be somebody whom the sentences before bring in."""

from __future__ import annotations

import pytest

from klarsprak.analysis import analyse_letter
from klarsprak.authoring.examples import parse
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt
from klarsprak.prose.antecedents import may_mean_another
from klarsprak.signature import SignatureBlock


def is_another(text: str) -> bool:
    """Whether the word in brackets may be another than the reader."""
    before, _, rest = text.partition("[")
    role, _, after = rest.partition("]")
    analysis = analyse_letter(parse(f"Hej Mona!\n{before}{role}{after}").letter, Need.MORPHOLOGY, SignatureBlock)
    for block in analysis.blocks:
        start = block.text.find(f"{before}{role}")
        if start >= 0:
            return may_mean_another(
                WordsAt.covering(block, start + len(before), start + len(before + role)), analysis
            )
    raise AssertionError(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Du har sökt en plats. Vi har ringt [sökanden] om bryggan.", False),
        ("Din granne har sökt en plats. Vi har ringt [sökanden] om bryggan.", True),
        ("Du hyr ut till Ivar Skoog. Nu behöver [sökanden] ditt ja till bryggan.", True),
        ("Du undrar vem som målar bryggan. Det har vi bett [båtägaren] göra i maj.", True),
        ("En av dina medarbetare vill vara ledig. Vi har svarat [arbetstagaren] i dag.", True),
        ("Jag har talat med Vilmas mamma om lägret. Vi ringer [modern] igen i maj.", True),
        ("Vi har hittat en kontaktperson till dig. I maj ringer [kontaktpersonen] om lägret.", True),
        # one of the sender's, another than the reader, the other of two
        ("En av våra resenärer fick vänta vid bryggan. Om båten var sen får [resenären] pengar.", True),
        ("Snön på bryggan är [båtägarens] ansvar, alltså inte ditt.", True),
        ("Ni får låta cykeln stå i båthuset om [den boende] behöver den.", True),
        ("Cykeln står i båthuset. Om [den boende] behöver den får den stå.", False),
        ("Ni får pengar för båten om [den sökande] kan visa kvitto.", False),
        ("Har du sålt båten skriver vi till [köparen] i maj.", True),
        (
            "Ägaren till Måsen 6 vill bygga. Det är brett. Du får svara. Skriv. Ja. Vi visar [sökanden] det.",
            True,
        ),
        ("Du är familjehem. Vi frågar [vårdnadshavarna] om båten.", True),
        # what the reader expressly isn't
        ("Du är inte vårdnadshavare för Vilma. Det är därför [vårdnadshavaren] som får listan.", True),
        ("Du är inte längre båtägare. Därför får [båtägaren] räkningen.", True),
        ("Du är båtägare. Därför får [båtägaren] räkningen.", False),
        # whom the reader complains of, and the parties of minutes
        ("Tack för ditt klagomål på skällandet. Det är mycket. Vi ser. Ja. I dag skrev jag till [hundägaren].", True),
        ("Vi har fått klagomål på din båt. Det är mycket. Vi ser. Ja. Vi ber [båtägaren] flytta den.", False),
        ("Bryggan är smal, säger [bolaget].\nBeslutet skickas till\nKajens Bygg AB\nBo Ek", True),
        ("Bryggan är smal, säger [bolaget].\nBeslutet skickas till\nKajens Bygg AB\nHamnkontoret", False),
        # the other of two, and whose house it is
        ("Du har sålt din båt. I maj skriver vi till [köparen].", True),
        ("Hamnen har sålt en båt. I maj skriver vi till [köparen].", False),
        ("Du hyr en lägenhet vid kajen. Det är fint. Ja. Bra. Vi ringer [fastighetsägaren] i maj.", True),
        ("Du hyr ut en lägenhet vid kajen. Det är fint. Ja. Bra. Vi ringer [fastighetsägaren] i maj.", False),
        ("Du hyr i andra hand. Det är fint. Ja. Bra. Vi ringer [förstahandshyresgästen] i maj.", True),
        # whom the reader does something to
        ("Du ska inte ersätta båtägaren för bryggan. Vi ber [båtägarens] ombud att ringa.", True),
        ("Du som hyr är inte skyldig att ersätta båtägaren. Vi behöver [båtägarens] ja.", True),
        ("Vi ringer [båtägaren] i maj. Ni får ett svar från båtägaren om bryggan.", True),
        ("Du får plats. När du kommer ska båtägaren ringa. Vi ringer [båtägaren] i maj.", False),
        # one of that kind, anywhere before, or named, or several
        ("En båtägare har ringt. Det tar tid. Vi har mycket. Du får vänta. Vi ringer [båtägaren] sedan.", True),
        ("Som en båtägare får du plats. Det tar tid. Vi har mycket. Du väntar. Vi ringer [båtägaren] sedan.", False),
        ("Er kund har ringt. Det tar tid. Vi har mycket. Du får vänta. Vi ringer [kunden] sedan.", True),
        ("Nu vill [båtägaren], Tunga Båtar AB, att du flyttar den.", True),
        ("I maj hade 23 [båtägare] sökt plats vid bryggan.", True),
        ("Du får läsa anbudet från Tunga Båtar AB. Vi tar inte med [bolagets] kalkyl.", True),
        ("Du har lämnat fakturor från Tunga Båtar AB för bryggan. De saknar [säljarens] nummer.", True),
        ("Du är sakägare. Det är brett. Du får svara. Skriv. Ja. Nej. Vi visar [sökanden] det.", True),
        ("Tack för ditt klagomål om bryggan. Nu kan [anmälaren] svara.", False),
        ("Vi har fått klagomål om bryggan. Nu kan [anmälaren] svara.", True),
        # too far before
        ("Din granne söker. Det tar tid. Vi har mycket. Du får vänta. Vi ringer [sökanden] sedan.", False),
        # what the reader has done, or has
        ("Du anmälde din granne i maj. Vi ringer [anmälaren] igen om bryggan.", False),
        ("Grannar säger att din hund är lös. Vi ber [hundägaren] att ha den kopplad.", False),
        # who reads for somebody
        ("Vi har sett hur Vilma Ek seglar. Nu ska [vårdnadshavaren] fylla i blanketten.", False),
        # no names
        ("Begäran ska komma till oss i maj. Vi svarar [kunden] efter det.", False),
        ("Du rekommenderas VC i första hand. Sedan ska [patienten] vila en vecka.", False),
    ],
)
def test_a_role_may_mean_another(text: str, expected: bool) -> None:
    assert is_another(text) is expected


@pytest.mark.parametrize(
    ("head", "text", "expected"),
    [
        ("Till boende vid kajen", "Du får ny ledning. [Fastighetsägaren] ansvarar för sin del.", True),
        ("Till dig som bor vid kajen", "Du får ny ledning. [Fastighetsägaren] ansvarar för sin del.", True),
        ("Till fastighetsägare vid kajen", "Du får ny ledning. [Fastighetsägaren] ansvarar för sin del.", False),
        ("Svar om din kontrollavgift", "Bevisbördan ligger på [markägaren].", True),
        ("Svar om din båtplats", "Bevisbördan ligger på [markägaren].", False),
        ("Brf Sjöboden\nKajgatan 5\n745 93 Norrlida", "Priset har beslutats av [bolagets] styrelse.", True),
        ("Sjöbo Plåt AB\nKajgatan 5\n745 93 Norrlida", "Priset har beslutats av [bolagets] styrelse.", False),
        ("Sjöbo Plåt AB\nKajgatan 5\n745 93 Norrlida", "Vi har läst [föreningens] brev.", True),
        ("Brf Sjöboden\nKajgatan 5\n745 93 Norrlida", "Ni ska flytta båten om [boende] vill ha bort den.", True),
        ("Mona Ek\nKajgatan 5\n745 93 Norrlida", "Ni ska flytta båten om [boende] vill ha bort den.", False),
        (
            "Mona Ek\nKajgatan 5\n745 93 Norrlida",
            "Ivar Skoog, har ansökt om en brygga. Vad är det? Den är bred. Den är ny. Allt betalas av [sökanden].",
            True,
        ),
        (
            "Mona Ek\nKajgatan 5\n745 93 Norrlida",
            "Mona Ek har ansökt om en brygga. Vad betyder det? Den är bred. Den är ny. Allt betalas av [sökanden].",
            False,
        ),
    ],
)
def test_whom_the_letter_goes_to_tells_whose_the_role_is(head: str, text: str, expected: bool) -> None:
    before, _, rest = text.partition("[")
    role, _, after = rest.partition("]")
    analysis = analyse_letter(parse(f"{head}\n\n{before}{role}{after}").letter, Need.MORPHOLOGY, SignatureBlock)
    block = next(each for each in analysis.blocks if role in each.text)
    start = block.text.index(role)
    assert may_mean_another(WordsAt.covering(block, start, start + len(role)), analysis) is expected


@pytest.mark.parametrize(
    ("role", "expected"),
    [("vårdnadshavare", True), ("passagerare", True), ("båtägare", False)],
)
def test_a_person_is_another_than_the_company_that_reads(role: str, expected: bool) -> None:
    text = (
        f"Tunga Båtar AB\nAtt: Ivar Skoog\nHamngatan 3\n745 93 Norrlida\nVi har fått mejl från {role} om era båtar."
    )
    analysis = analyse_letter(parse(text).letter, Need.MORPHOLOGY, SignatureBlock)
    block = next(block for block in analysis.blocks if role in block.text)
    start = block.text.index(role)
    assert may_mean_another(WordsAt.covering(block, start, start + len(role)), analysis) is expected
