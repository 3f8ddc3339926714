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
    ("engelska", "Hi Anna, can we meet on Tuesday at nine? Best, John"),
    ("finska", "Hei! Kiitos viestistäsi. Palaamme asiaan ensi viikolla."),
    ("finska", "You: Olet saanut päiväkotipaikan Sinivuokosta. Vastaa viimeistään perjantaina."),
    ("norska", "Barnet deres har fått plass i barnehagen fra 1. august."),
    ("danska", "Jeres barn har fået plads i børnehaven fra den 1. august."),
    ("tyska", "Sehr geehrte Frau Ek, vielen Dank für Ihren Brief. Wir antworten Ihnen bald."),
    (
        OTHER_SCRIPT,
        "孩子从八月一日起在幼儿园有了位置，请您在三周内回复我们，谢谢您的配合，我们期待您的回信，祝您一切顺利，谢谢。",
    ),
    (UNKNOWN, "Ilmahaaga waxaa la siiyay boos xanaanada carruurta laga bilaabo 1 Ogosto."),
    (UNKNOWN, "Zarok ji 1ê Tebaxê ve di baxçeyê zarokan de cih girtiye. Bi rêz û silav"),
    (UNKNOWN, "Fëmija juaj ka marrë një vend në kopsht nga data një gusht. Me respekt"),
    (UNKNOWN, "Manat oažžu saji mánáidgárddis borgemánu vuosttaš beaivvi rájes."),
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
    "VI HAR TAGIT EMOT DIN ANSÖKAN OM BYGGLOV OCH KOMMER ATT BEHANDLA DEN",
    "DRIFTSTÖRNING STORGATAN 1-17 VATTENLÄCKA LAGAS UNDER DAGEN",
    "Karl Johan Svensson, Maria Elisabeth Andersson, Mohammed Al Hassan, Fatima Abdi Warsame",
    "Paracetamol 500 mg tabletter, ibuprofen 400 mg kapslar, amoxicillin 750 mg",
    "Betula pendula, Sorbus aucuparia, Quercus robur, Fraxinus excelsior, Acer platanoides",
    "Volvo V70, Toyota Corolla, Mercedes Benz Sprinter, Ford Transit Custom",
    "Microsoft Teams, Office 365, SharePoint Online, OneDrive for Business",
    "Mathematics 1a, English 5, Physical Education 1, Science Studies 1b",
    "Filmen The Lord of the Rings: The Return of the King visas på biblioteket.",
    "”Shall I compare thee to a summer’s day, thou art more lovely and more temperate”",
    "upp till 5 100 100 procent 5 101 -- 7 500 80 procent 7 501 -- 9 500 50 procent",
    "1 januari 6 augusti 2 februari 7 september 3 mars 8 oktober 4 april 9 november",
    "efter den 28 februari i Belgien, Italien, Nederländerna, Schweiz eller Österrike",
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
