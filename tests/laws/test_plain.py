"""What the program itself can say of a section."""

from collections import Counter
from datetime import date

from klarsprak.laws import find_references, load_register, plain
from klarsprak.laws.describe import describe
from klarsprak.laws.plain import sections, wording


def reference(text: str):
    return find_references(text, load_register(None))[0]


def said(text: str, written: date | None = None) -> str | None:
    sentence = plain(reference(text), written)
    return None if sentence is None else sentence.text


def test_the_sections_that_letters_cite_most_have_a_plain_sentence() -> None:
    assert said("25 § FL") == (
        "Innan myndigheten beslutar ska du få veta vad som står i utredningen och få säga vad du tycker."
    )
    assert said("9 § 2 LSS") == "Den som behöver det kan få personlig assistans, eller pengar till sådan assistans."
    assert said("artikel 15 GDPR") is not None
    assert len(sections()) >= 500


def test_several_sections_and_unknown_ones_have_none() -> None:
    assert said("25 och 32 §§ FL") is None
    assert said("29 § FL") is None
    assert said("5 kap. 2 § vapenlagen") is None


def test_an_old_letter_means_the_act_of_its_own_day() -> None:
    old = date(2010, 5, 4)
    assert said("25 § FL", old) is None
    assert said("25 § förvaltningslagen (2017:900)", old) is not None


def test_a_number_that_was_another_rules_says_nothing_in_a_letter_of_that_time() -> None:
    """9 kap. PBL was written anew in December 2025: its numbers mean other rules since."""
    assert said("9 kap. 41 § PBL", date(2025, 11, 30)) is None
    assert said("9 kap. 41 § PBL", date(2025, 12, 1)) == said("9 kap. 41 § PBL")
    assert said("9 kap. 41 § PBL") is not None


def test_every_plain_sentence_is_short_and_belongs_to_a_known_act() -> None:
    for (sfs, _, _, _), sentence in sections().items():
        act = reference(f"SFS {sfs}").law if ":" in sfs else reference(sfs).law
        assert act is not None, sfs
        assert act.in_force
        assert sentence.text.endswith(".")
        assert "§" not in sentence.text
        assert len(sentence.text) <= 260, sentence.text


def test_no_two_sections_of_an_act_say_the_same_words() -> None:
    """A sentence that fits two sections says nothing of either."""
    counted = Counter((key.sfs, sentence.text) for key, sentence in sections().items())
    assert [text for text, times in counted.items() if times > 1] == []


def test_the_sentence_says_which_wording_it_was_written_from() -> None:
    law = reference("25 § FL").law
    assert law is not None
    assert wording("2025:582", law) == "lagen med ändringar till och med SFS 2025:582"
    assert wording("2025-05-26", law) == "lagen som den löd den 26 maj 2025"
    assert wording("2017:900", law) == "lagen som den såg ut från början, SFS 2017:900"
    assert wording("", law) == ""
    data_protection = reference("artikel 15 i dataskyddsförordningen").law
    assert data_protection is not None
    assert wording(data_protection.sfs, data_protection) == "förordningen som den såg ut från början, (EU) 2016/679"
    health = reference("13 § förordningen (1998:899) om miljöfarlig verksamhet och hälsoskydd").law
    assert health is not None
    assert wording("2025:1104", health) == "förordningen med ändringar till och med SFS 2025:1104"


def test_a_section_is_told_with_its_wording_once() -> None:
    register = load_register(None)
    lines = list(describe(reference("25 § FL"), register))
    assert lines[-1] == "Det bygger på lagen med ändringar till och med SFS 2025:582."
    assert sum("bygger på" in line for line in describe(reference("SFS 2017:900"), register)) == 1
