"""Passages in other languages are told, and no Swedish one is taken for another."""

from __future__ import annotations

import pytest

from klarsprak.language.others.passages import OTHER_SCRIPT, UNKNOWN, other_language

FOREIGN = [
    ("engelska", "You can appeal this decision within three weeks from the day when you received it."),
    ("finska", "Voit valittaa päätöksestä kolmen viikon kuluessa siitä päivästä, jona sait tämän kirjeen."),
    ("norska", "Du kan klage på vedtaket innen tre uker etter at du har fått dette brevet fra kommunen."),
    ("danska", "Du kan klage over afgørelsen inden tre uger efter den dag, hvor du har modtaget brevet."),
    ("tyska", "Sie können gegen diese Entscheidung innerhalb von drei Wochen Widerspruch einlegen."),
    ("franska", "Vous pouvez faire appel de cette décision dans les trois semaines après sa réception."),
    ("spanska", "Usted puede recurrir esta decisión dentro de las tres semanas después de recibirla."),
    ("polska", "Od tej decyzji można się odwołać w ciągu trzech tygodni od dnia jej otrzymania."),
    ("turkiska", "Bu karara, size ulaştığı günden itibaren üç hafta içinde itiraz edebilirsiniz."),
    (OTHER_SCRIPT, "Вы можете обжаловать это решение в течение трёх недель со дня его получения."),
    (OTHER_SCRIPT, "يمكنك الطعن في هذا القرار خلال ثلاثة أسابيع من تاريخ استلامه من البلدية"),
    (UNKNOWN, "Waxaad racfaan ka qaadan kartaa go'aankan saddex toddobaad gudahood marka aad hesho warqaddan."),
]
SWEDISH = [
    "Du kan överklaga beslutet inom tre veckor från den dag då du fick det.",
    "Beslut om bygglov för nybyggnad av enbostadshus, fastigheten Smedjan 3, Åsbruks kommun.",
    "Avgift betalas per påbörjad månad: grundavgift, förbrukningsavgift, hyra av mätare.",
    "Läs mer i broschyren ”How to appeal a decision”, som finns hos kontaktcenter i kommunhuset.",
    "Khaled Daham, Callista Enterprise AB, Arkitekt, Storgatan 4, 123 45 Vinterås",
    "Meddelandet skickas som careUnitId och hamnar i clinicalprocess_activity_order.docx med AnswerReference.",
    "9 kap. 31 b § PBL medger en liten avvikelse.",
    "Nämndens beslut: 10 kap. 30, 31, 32 §§, 9 kap. 20, 21 och 22 §§, 11 kap. 10, 11, 12, 13, 14, 15, 16, 17 §§ PBL",
    "SLA:er (se avsnitt Error! Reference source not found.) gäller hela avtalstiden",
    "Enbostadshus, komplementbyggnad, plank, mur, upplag, materialgård",
]


@pytest.mark.parametrize(("language", "text"), FOREIGN)
def test_a_passage_in_another_language_is_told(language: str, text: str) -> None:
    assert other_language(text) == language


@pytest.mark.parametrize("text", SWEDISH)
def test_a_swedish_passage_is_no_other_language(text: str) -> None:
    assert other_language(text) is None


def test_a_short_passage_is_not_told() -> None:
    assert other_language("Please call me tomorrow.") is None
