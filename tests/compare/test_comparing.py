"""A rewrite is held against its draft: what is lost is told, and style isn't."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from klarsprak.compare.comparing import compare
from klarsprak.compare.difference import Change, Difference
from klarsprak.compare.fact import FactKind
from klarsprak.compare.short_forms import written_out
from klarsprak.laws import load_register
from klarsprak.rulebook import packs

REGISTER = load_register(None)
PAIRS, UNSEEN = (
    yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    for name in ("pairs.yml", "pairs_unseen.yml")
)
KNOWN = {"SKR": "sveriges kommuner och regioner", "FK": "försäkringskassan"}


def differences(draft: str, rewrite: str) -> list[Difference]:
    return compare(draft, rewrite, REGISTER, KNOWN).differences


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["draft"][:40])
def test_of_a_paragraph_rewritten_only_the_fault_is_told(pair: dict[str, Any]) -> None:
    told = {str(each.kind) for each in differences(pair["draft"], pair["rewrite"])}
    assert told == ({pair["differs"]} if "differs" in pair else set())


def test_of_pairs_that_it_was_not_made_by_nearly_all_faults_are_told_and_no_style() -> None:
    """At the first run, 9 of 10 faults were told and none of the faithful ones; it missed *på tisdagar*."""
    told = [bool(differences(pair["draft"], pair["rewrite"])) for pair in UNSEEN]
    faults = ["differs" in pair for pair in UNSEEN]
    assert len(told) == 20
    assert sum(each for each, is_fault in zip(told, faults, strict=True) if is_fault) >= 9
    assert not any(each for each, is_fault in zip(told, faults, strict=True) if not is_fault)


@pytest.mark.parametrize(
    ("draft", "rewrite"),
    [
        ("Svara senast den 3 maj 2026.", "Svara senast 2026-05-03."),
        ("Svara senast den 3 maj 2026.", "Svara senast 3/5 2026."),
        ("Vi stänger den 1–15 juni.", "Vi stänger från den 1 juni till den 15 juni."),
        ("Mötet börjar kl. 13.30.", "Mötet börjar klockan 13:30."),
        ("Avgiften är 1 500 kr.", "Avgiften är ett tusen femhundra kronor."),
        ("Avgiften är 2,5 miljoner kronor.", "Avgiften är 2 500 000 kr."),
        ("Du har 21 dagar på dig.", "Du har tre veckor på dig."),
        ("Avgiften sänks med 50 procent.", "Avgiften sänks med hälften."),
        ("Det står i 9 § FL.", "Det står i 9 § förvaltningslagen (2017:900)."),
        ("Ring +46 31 390 06 21.", "Ring 031-390 06 21."),
        ("Se https://www.ekvalla.example/bygga/.", "Se ekvalla.example/bygga."),
        (
            "Enligt SKR:s råd blir arvodet lägre.",
            "Enligt råd från Sveriges Kommuner och Regioner blir arvodet lägre.",
        ),
        ("Du får inte bygga förrän den 3 maj.", "Du får bygga först den 3 maj."),
        ("Anmälan avser inte Annas bil.", "Anmälan gäller inte bilen som Anna har."),
        ("Bygglovsenheten beslutar om det.", "Vi beslutar om det."),
        ("Gerda Hallin har ansökt om färdtjänst.", "Du har ansökt om färdtjänst."),
        ("Beslutet vinner laga kraft.", "Beslutet får laga kraft. Det betyder att det inte går att överklaga."),
    ],
)
def test_the_same_in_other_words_is_the_same(draft: str, rewrite: str) -> None:
    assert differences(draft, rewrite) == []


@pytest.mark.parametrize(
    ("draft", "rewrite", "kind", "change"),
    [
        ("Du får bygga nu.", "Du får inte bygga nu.", FactKind.NEGATION, Change.ADDED),
        ("Svara före den 3 maj.", "Svara efter den 3 maj.", FactKind.LIMIT, Change.CHANGED),
        ("Du bör lämna in ett intyg.", "Du ska lämna in ett intyg.", FactKind.MODALITY, Change.CHANGED),
        ("Mötet är på tisdag.", "Mötet är på onsdag.", FactKind.WEEKDAY, Change.CHANGED),
        ("Vi handlar på torsdagar.", "Vi handlar på tisdagar.", FactKind.WEEKDAY, Change.CHANGED),
        ("Invändningar lämnas till Anna Berg.", "Du kan lämna invändningar.", FactKind.NAME, Change.LOST),
        (
            "Skriv till petra@ekvalla.example.",
            "Skriv till petra@ekvalla.test.example.",
            FactKind.EMAIL,
            Change.CHANGED,
        ),
        ("Avgiften är hög.", "Avgiften är 300 kronor.", FactKind.AMOUNT, Change.ADDED),
        ("Den 3 maj 2026 möts vi.", "Den 3 maj 2027 möts vi.", FactKind.DATE, Change.CHANGED),
    ],
)
def test_what_differs_is_told(draft: str, rewrite: str, kind: FactKind, change: Change) -> None:
    assert [(each.kind, each.change) for each in differences(draft, rewrite)] == [(kind, change)]


def test_the_message_says_what_has_become_what() -> None:
    (told,) = differences("Avgiften är 1 500 kr.", "Avgiften är 1 600 kr.")
    assert told.message == "Belopp: ”1 500 kr” i utkastet har blivit ”1 600 kr”."
    assert (told.old_sentence, told.new_sentence) == ("Avgiften är 1 500 kr.", "Avgiften är 1 600 kr.")


def test_the_short_forms_of_the_packs_are_known() -> None:
    assert "försäkringskassan" in written_out(packs.load(packs.shipped()))["FK"]


@pytest.mark.parametrize("text", ["", "   ", "\x00", "1.", "§ § §", "😀 " * 50])
def test_odd_texts_are_the_same_as_themselves(text: str) -> None:
    assert differences(text, text) == []
