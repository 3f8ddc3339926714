"""A short form and what it stands for."""

from __future__ import annotations

import pytest

from klarsprak.analysis import analyse_letter
from klarsprak.language.pipeline import Need
from klarsprak.letter import Block, Letter, Role
from klarsprak.prose.written_out import is_written_out
from klarsprak.signature import SignatureBlock
from tests.support import words_in


@pytest.mark.parametrize(
    "text",
    [
        "Socialtjänstlagen ([SoL]) säger det.",
        "Det står i socialtjänstlagens regler. I [SoL] står det också.",
        "Enligt socialtjänstlagen (2001:453), [SoL], har du rätt.",
        "Det står i en lag, [SoL] (en lag om hjälp från kommunen).",
        "[SoL] betyder något annat här.",
        "Det sociala ([SoL]) gäller.",
        "Socialtjänstens Ord & Lag AB\n([SoL])\nVi läser lagar.",
    ],
)
def test_a_short_form_is_written_out_beside_its_long_form(text: str) -> None:
    words, analysis = words_in(text)
    assert is_written_out(words.block, analysis, ["SoL"], ["socialtjänstlagen"])


@pytest.mark.parametrize(
    "text",
    [
        "Det står i [SoL].",
        "Det står i [SoL] (PBL).",
        "Det gäller nu i lagen ([SoL]).",
        "Enligt socialtjänstlagen beslutar vi nu om det som du vill, och sedan läser du [SoL].",
        "Socialtjänstlagen\nDet står i [SoL].",
        f"Socialtjänstlagen är en lag. {'Det är bra att veta. ' * 20}Det står i [SoL].",
        "Här gäller nysocialtjänstlagen, [SoL].",
    ],
)
def test_a_short_form_is_not_written_out_by_other_words(text: str) -> None:
    words, analysis = words_in(text)
    assert not is_written_out(words.block, analysis, ["SoL"], ["socialtjänstlagen"])


def test_a_law_is_written_out_in_its_indefinite_form_too() -> None:
    words, analysis = words_in("Det finns en lag om stöd och service. Läs [LSS].")
    assert is_written_out(words.block, analysis, ["LSS"], ["lagen om stöd och service"])


FAR = " Det är bra att veta." * 20


@pytest.mark.parametrize(
    "text",
    [
        "Det står i vår [HPTB], HSA-policytillämpning för brukarorganisation.",
        "Läs vår HSA-policytillämpning för brukarorganisation, [HPTB], innan du börjar.",
        "[HPTB] – HSA-policytillämpning för brukarorganisation",
        "Fråga vårt råd för hälsa, policy, trygghet och boende. [HPTB] svarar.",
    ],
)
def test_words_with_its_initials_beside_it_or_before_write_out_a_short_form(text: str) -> None:
    words, analysis = words_in(text)
    assert is_written_out(words.block, analysis, ["HPTB"], [])


@pytest.mark.parametrize(
    "text",
    [
        "Det står i [HPTB], här i huset.",
        "Du hör på. Ta bussen till [HPTB].",
        "Hemma, på torget, [HPTB] och badet.",
        "[HPTB] – hus",
    ],
)
def test_other_words_beside_it_do_not(text: str) -> None:
    words, analysis = words_in(text)
    assert not is_written_out(words.block, analysis, ["HPTB"], [])


@pytest.mark.parametrize(
    "text",
    [
        "Socialtjänstlagen (SoL) gäller.\nVi följer [SoL] i ditt ärende.",
        "# Beslut enligt [SoL]\nSocialtjänstlagen (SoL) ger dig rätt till hjälp.",
        "Ansökan om hjälp enligt [SoL]\nHej!\nSocialtjänstlagen (SoL) ger dig rätt till hjälp.",
        "Ang. den ansökan om stöd och hjälp i hemmet enligt [SoL]\nSocialtjänstlagen (SoL) ger dig rätt till hjälp.",
        f"Vi följer [SoL] i ditt ärende.{FAR}\n# Ordlista\nSocialtjänstlagen: en lag om hjälp från kommunen.",
    ],
)
def test_a_short_form_is_written_out_before_it_below_its_heading_or_in_a_list_of_words(text: str) -> None:
    words, analysis = words_in(text)
    assert is_written_out(words.block, analysis, ["SoL"], ["socialtjänstlagen"])


@pytest.mark.parametrize(
    "text",
    [
        "Vi följer [SoL] i ditt ärende.\nSocialtjänstlagen (SoL) ger dig rätt till hjälp.",
        "Vi följer [SoL] i ditt ärende.\nSoL betyder något som vi förklarar här.",
        "# Beslut enligt [SoL]\nHär är ditt beslut.\nSocialtjänstlagen (SoL) ger dig rätt till hjälp.",
    ],
)
def test_what_is_written_out_later_comes_too_late(text: str) -> None:
    words, analysis = words_in(text)
    assert not is_written_out(words.block, analysis, ["SoL"], ["socialtjänstlagen"])


def test_a_footnote_writes_out_what_stands_in_the_text() -> None:
    blocks = [
        Block(f"Vi följer SoL i ditt ärende.{FAR}", Role.PARAGRAPH),
        Block("Vi hör av oss i maj.", Role.PARAGRAPH),
        Block("Socialtjänstlagen (2025:400).", Role.FOOTNOTE),
    ]
    analysis = analyse_letter(Letter("x", "docx", blocks, []), Need.MORPHOLOGY, SignatureBlock)
    assert is_written_out(analysis.blocks[0], analysis, ["SoL"], ["socialtjänstlagen"])
