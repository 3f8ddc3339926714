"""Whom a letter is sent to, by its address, a label or its greeting."""

from __future__ import annotations

from dataclasses import replace

import pytest

from klarsprak.analysis import analyse_letter
from klarsprak.authoring.examples import parse
from klarsprak.language.pipeline import Need
from klarsprak.letter import Envelope
from klarsprak.prose.addressee import Addressee, addressee
from klarsprak.signature import SignatureBlock

SENDER = "Norrlida kommun\nSocialkontoret\nBox 31, 998 21 Norrlida\n"
TEXT = "\nVi har läst det som du har skickat in, och nu får du svar.\n"


def of(text: str) -> Addressee | None:
    """Who gets that letter."""
    return addressee(analyse_letter(parse(text).letter, Need.FORMS, SignatureBlock))


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Bo Alm\nTallgatan 2\n512 95 Norrlida", Addressee.PERSON),
        ("Bo Alm\nc/o Eva Berg\nTallgatan 2 lgh 1102\n512 95 NORRLIDA", Addressee.PERSON),
        ("Bo Alm c/o Eva Berg Tallgatan 2 512 95 Norrlida", Addressee.PERSON),
        ("Vårdnadshavare till Bo Alm\nEva Alm\nTallgatan 2\n512 95 Norrlida", Addressee.PERSON),
        ("Vårdnadshavare till Bo Alm\nEva och Jan Alm\nTallgatan 2\n512 95 Norrlida", Addressee.PERSONS),
        ("Almviks bryggklubb\nAtt: ordförande Eva Berg\nHej,", Addressee.ORGANISATION),
        ("Till: Eva Berg\nTjänst: hamnvakt", Addressee.PERSON),
        ("Vårdnadshavare till\nBo Alm\nTallgatan 2\n512 95 Norrlida", Addressee.PERSONS),
        ("Bo Alm och Eva Berg\nTallgatan 2\n512 95 Norrlida", Addressee.PERSONS),
        ("Bo och Eva Berg\nTallgatan 2\n512 95 Norrlida", Addressee.PERSONS),
        ("Bo Alm\nEva Berg\nTallgatan 2\n512 95 Norrlida", Addressee.PERSONS),
        ("Till Bo Alm, 11 år, och hans föräldrar\nHej Bo!", Addressee.PERSONS),
        ("Till Eva Alm och hennes vårdnadshavare\nHej Eva!", Addressee.PERSONS),
        ("Bo Alm med vårdnadshavare\nTallgatan 2\n512 95 Norrlida", Addressee.PERSONS),
        ("Sjöboden\nStyrelsen\nTallgatan 2\n512 95 Norrlida", Addressee.ORGANISATION),
        ("Almviks jaktlag\nc/o Eva Berg\nTallgatan 2\n512 95 Norrlida", Addressee.ORGANISATION),
        ("Almviks roddklubb\nc/o Eva Berg", Addressee.ORGANISATION),
        ("Almviks Plåt & Rör AB\nTallgatan 2\n512 95 Norrlida", Addressee.ORGANISATION),
        ("Almviks Plåt & Rör\nAtt: Eva Berg\nTallgatan 2\n512 95 Norrlida", Addressee.ORGANISATION),
        ("Krog i Almvik Handelsbolag\nOrg.nr 969000-0000\nTallgatan 2\n512 95 Norrlida", Addressee.ORGANISATION),
        ("Norrlida hembygdsförening\nAtt. Eva Berg", Addressee.ORGANISATION),
        ("Norrlida hembygdsförening\natt: Eva Berg", Addressee.ORGANISATION),
        ("Till\nBo Alm", Addressee.PERSON),
        ("GK 2026-193\nBo Alm\nTallgatan 2\n512 95 Norrlida", Addressee.PERSON),
        ("Almviks hamn\nDatum 2026-01-12\nObjekt 14\nKontrakt 12\nBo Alm\nTallgatan 2, lgh 1102", Addressee.PERSON),
        ("Sökande: Bo Alm\nFastighet: Ekeby 4:2", Addressee.PERSON),
        ("Platsinnehavare\nBo och Eva Alm", Addressee.PERSONS),
        ("Bo Alm, 19380217-XXXX", Addressee.PERSON),
        ("Bo Alm, 20160217-XXXX", None),  # a child doesn't read
        ("Avser: Bo Alm", None),
        ("Sökande: Bo och Eva Alm", Addressee.PERSONS),
        ("Sökande: Ekeby Byförening, org.nr 802000-0000", Addressee.ORGANISATION),
        ("Almviks Plåt & Rör AB\nKontaktperson: Bo Alm\nHej Bo!", Addressee.ORGANISATION),
        ("Bo Alm, kassör\nAlmviks roddklubb\nHej Bo!", Addressee.ORGANISATION),
        ("Almviks Plåt & Rör AB\nHandläggare: Eva Berg\nHej Bo!", Addressee.PERSON),
        ("Hej Bo!", Addressee.PERSON),
        ("Hej igen Per-Ola!", Addressee.PERSON),
        ("Hej Bo Alm, och tack för ditt brev!", Addressee.PERSON),
        ("Hej Bo och Eva!", Addressee.PERSONS),
        ("Hej!", None),
        ("Hej alla i föreningen!", None),
        ("Delgivning\n2026-03-03", None),
        ("", None),  # the sender's own address is nobody's
    ],
)
def test_the_head_tells_who_the_reader_is(head: str, expected: Addressee | None) -> None:
    assert of(SENDER + head + TEXT) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Bo Alm\nTallgatan 2\n512 95 Norrlida", Addressee.PERSON),
        ("Hyresgäst: Bo Alm", Addressee.PERSON),
        ("Till fastighetsägaren\nTallgatan 2\n512 95 Norrlida", None),
        ("Till dig som bor på Tallgatan 2–10", None),
        ("", Addressee.ORGANISATION),  # it may as well be the reader's
    ],
)
def test_a_company_at_the_top_sends_the_letter_where_a_reader_is_named_below(
    head: str, expected: Addressee | None
) -> None:
    assert of("Norrlida Bostäder AB\nTorget 1\n998 21 Norrlida\n\n" + head + TEXT) == expected


@pytest.mark.parametrize(
    ("recipients", "text", "expected"),
    [
        (("Anna Ek",), "Hej!", Addressee.PERSON),
        (("Anna Ek", "Bo Alm"), "Hej!", Addressee.PERSONS),
        (("Almviks Plåt AB",), "Hej!", Addressee.ORGANISATION),
        (("Kundtjänst Norrlida kommun",), "Hej!", None),
        ((), "Hej!", None),
        (("Anna Ek",), "Hej Anna och Bo!", Addressee.PERSONS),  # what the reader sees goes first
    ],
)
def test_a_mail_without_an_address_is_sent_to_whom_its_envelope_names(
    recipients: tuple[str, ...], text: str, expected: Addressee | None
) -> None:
    letter = replace(parse(text + TEXT).letter, envelope=Envelope(recipients=recipients))
    assert addressee(analyse_letter(letter, Need.FORMS, SignatureBlock)) is expected


def test_an_address_within_a_line_of_text_is_nobodys() -> None:
    line = "IF Kamraterna i Örnvik Åsgatan 19 914 32 Havsnäs Ni får 62 000 kronor i bidrag, 400 för var och en i år"
    assert of(f"Hej!\n{line}") is None
