"""Kind ``foreign``: passages in another language among Swedish ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import check, rules, texts

RULE = "- {id: x, kind: foreign, message: 'Här står {count} på {language}.', examples: [{flag: x}]}\n"
SWEDISH = (
    "Du får en plats i skolan vid parken. Svara före den 14 maj på ekvalla.example/skolplats.\n"
    "Hör av dig till skolans kansli om du undrar något om platsen eller om resan till skolan.\n"
    "Det finns en ritning över skolgården på vår sida, och där ser du också var du kan parkera.\n"
)
ENGLISH = "You have been offered a place at the school. Please answer as soon as you possibly can."
FINNISH = "Päätöksessä ilmoitetun paikan vastaanottamisesta on ilmoitettava viimeistään kahden viikon kuluessa."


@pytest.mark.parametrize(
    ("passage", "flagged"),
    [
        (ENGLISH, [ENGLISH]),
        (FINNISH, [FINNISH]),
        # The first tells of all that follow on it.
        (f"{FINNISH}\n{FINNISH}", [FINNISH]),
        (f"In English\n{ENGLISH}", []),
        (f"På engelska\n{ENGLISH}", []),
        # The same day and address as the Swedish text has.
        ("You have been offered a place. Please answer before 14 May at ekvalla.example/skolplats.", []),
        ("This message is confidential. If you are not the intended recipient, please delete it.", []),
        ("Vår skola heter Pikku Karhu och Little Bear Preschool and After School Centre.", []),
    ],
)
def test_a_passage_is_told_unless_it_is_there_on_purpose(tmp_path: Path, passage: str, flagged: list[str]) -> None:
    assert texts(check(rules(tmp_path, RULE), f"{SWEDISH}{passage}")) == flagged


def test_the_message_counts_the_passages_and_names_their_language(tmp_path: Path) -> None:
    [finding] = check(rules(tmp_path, RULE), f"{SWEDISH}{FINNISH}\n{FINNISH}").findings
    assert finding.message == "Här står 2 stycken på finska."
