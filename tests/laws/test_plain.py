"""What the program itself can say of a section."""

from datetime import date

from klarsprak.laws import find_references, load_register, plain
from klarsprak.laws.plain import sections


def reference(text: str):
    return find_references(text, load_register(None))[0]


def test_the_sections_that_letters_cite_most_have_a_plain_sentence() -> None:
    assert plain(reference("25 § FL")) == (
        "Innan myndigheten beslutar ska du få veta vad som står i utredningen och få säga vad du tycker."
    )
    assert plain(reference("9 § 2 LSS")) == "Du kan få personlig assistans, eller pengar till sådan assistans."
    assert plain(reference("artikel 15 GDPR")) is not None
    assert len(sections()) > 120


def test_several_sections_and_unknown_ones_have_none() -> None:
    assert plain(reference("25 och 32 §§ FL")) is None
    assert plain(reference("8 § FL")) is None
    assert plain(reference("5 kap. 2 § vapenlagen")) is None


def test_an_old_letter_means_the_act_of_its_own_day() -> None:
    old = date(2010, 5, 4)
    assert plain(reference("25 § FL"), old) is None
    assert plain(reference("25 § förvaltningslagen (2017:900)"), old) is not None


def test_every_plain_sentence_is_short_and_belongs_to_a_known_act() -> None:
    for (sfs, _, _, _), text in sections().items():
        act = reference(f"SFS {sfs}").law if ":" in sfs else reference(sfs).law
        assert act is not None, sfs
        assert act.in_force
        assert text.endswith(".")
        assert "§" not in text
