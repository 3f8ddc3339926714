"""Where somebody with many remarks begins."""

from __future__ import annotations

import klarsprak
from klarsprak.reports.first_steps import first_steps
from klarsprak.reports.remarks import as_remarks


def steps(text: str, *, whole: bool = False) -> list[str]:
    return list(first_steps(as_remarks(klarsprak.check_text(text, whole=whole))))


OFFICIALESE = (
    "Du skall inkomma med svar. Du erhåller beslut. Du får ej klaga. Vid vite gäller följande: erlägg avgift."
)


def test_the_steps_say_what_to_do_and_at_how_many_places() -> None:
    assert "Byt kanslisvenska mot ord som vi säger i dag (5 ställen)." in steps(OFFICIALESE)


def test_there_are_three_steps_at_most() -> None:
    text = f"{OFFICIALESE} Beslut fattas enl. 4 kap. 1 § SoL. Sökanden ska lämna svar/bilagor. Fyll i [namn]."
    assert len(steps(text, whole=True)) == 3


def test_what_must_be_mended_comes_first() -> None:
    assert steps(OFFICIALESE, whole=True)[0] == "Gör underskriften hel."


NOTICE = """\
Hej!
Du har fått ett nytt beslut i e-tjänsten, vilket erhålles genom inloggning. Du skall ej svara enl. regler.
Logga in för att läsa det. Det här meddelandet går inte att svara på.
"""


def test_no_signature_is_asked_of_a_notice() -> None:
    told = steps(NOTICE, whole=True)
    assert "Gör underskriften hel." not in told
    assert "Meddelandet säger inte vem läsaren kan fråga. Skriv enhet och telefonnummer eller e-postadress." in told


def test_few_remarks_need_no_steps() -> None:
    assert steps("Du får ej tälta. Du skall gå.") == []
