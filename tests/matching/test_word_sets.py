"""Named sets of words in patterns."""

from __future__ import annotations

import pytest

from klarsprak.matching.patterns import SlotError
from klarsprak.matching.word_sets import spelled_out

SETS = {"ansökan": ["ansökan", "begäran"], "månad": ["maj", "juni"], "nämnd": ["*nämnden"]}


@pytest.mark.parametrize(
    ("pattern", "spelled"),
    [
        ("din @ansökan avslås", "din (ansökan|begäran) avslås"),
        ("(@ansökan|den) avslås", "(ansökan|begäran|den) avslås"),
        ("(den|@ansökan) avslås", "(den|ansökan|begäran) avslås"),
        ("{@ansökan} i @månad", "{(ansökan|begäran)} i (maj|juni)"),
        ("!@månad? nu", "!(maj|juni)? nu"),
        ("@månad{0,2} nu", "(maj|juni){0,2} nu"),
        ("@nämnd beslutar", "(*nämnden) beslutar"),
        ("info@kommunen svarar", "info@kommunen svarar"),
    ],
)
def test_a_sets_words_stand_in_place_of_its_name(pattern: str, spelled: str) -> None:
    assert spelled_out(pattern, SETS) == spelled


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("din @ansökning", "”@ansökning” är ingen av paketets ordlistor. Menade du ”ansökan”? Välj bland"),
        ("(den|@) nu", "”@” är ingen av paketets ordlistor. Välj bland ansökan, månad, nämnd"),
    ],
)
def test_a_set_that_isnt_there_is_an_error(pattern: str, says: str) -> None:
    with pytest.raises(SlotError) as caught:
        spelled_out(pattern, SETS)
    assert str(caught.value).startswith(says)


def test_a_pack_without_sets_has_none_to_name() -> None:
    with pytest.raises(SlotError, match="Paketet har inga ordlistor: skriv den under sets"):
        spelled_out("@månad", {})
