"""A short form and what it stands for."""

from __future__ import annotations

import pytest

from klarsprak.prose.written_out import is_written_out
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
    ],
)
def test_a_short_form_is_written_out_beside_its_long_form(text: str) -> None:
    _, analysis = words_in(text)
    assert is_written_out(analysis, ["SoL"], ["socialtjänstlagen"])


@pytest.mark.parametrize(
    "text",
    [
        "Det står i [SoL].",
        "Det står i [SoL] (PBL).",
        "Det gäller nu i lagen ([SoL]).",
        f"Socialtjänstlagen är en lag. {'Det är bra att veta. ' * 20}Det står i [SoL].",
        "Här gäller nysocialtjänstlagen, [SoL].",
    ],
)
def test_a_short_form_is_not_written_out_by_other_words(text: str) -> None:
    _, analysis = words_in(text)
    assert not is_written_out(analysis, ["SoL"], ["socialtjänstlagen"])


def test_a_law_is_written_out_in_its_indefinite_form_too() -> None:
    _, analysis = words_in("Det finns en lag om stöd och service. Läs [LSS].")
    assert is_written_out(analysis, ["LSS"], ["lagen om stöd och service"])


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
    _, analysis = words_in(text)
    assert is_written_out(analysis, ["HPTB"], [])


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
    _, analysis = words_in(text)
    assert not is_written_out(analysis, ["HPTB"], [])
