"""A value more in klarsprak.yml leaves the rest as it was, or isn't offered."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from klarsprak.config.model import Config, load_config
from klarsprak.config.starter import text as starter
from klarsprak.files.yaml import Loader
from klarsprak.lsp.config_edit import added, first_text


@pytest.mark.parametrize(
    ("text", "with_it"),
    [
        ("", "tillåt:\n- LSS\n"),
        ("# bara en förklaring", "# bara en förklaring\ntillåt:\n- LSS\n"),
        ("tillåt: [SoL, f.n.] # våra", "tillåt: [SoL, f.n., LSS] # våra"),
        ("tillåt: []\n", "tillåt: [LSS]\n"),
        ("tillåt: [\n  SoL,  # lagen\n]\n", "tillåt: [\n  SoL, LSS,  # lagen\n]\n"),
        ("tillåt:\n- SoL # lagen\n# nästa\nvälj: [ton]\n", "tillåt:\n- SoL # lagen\n- LSS\n# nästa\nvälj: [ton]\n"),
        ("allow:\n    - 'SoL'\n    - f.n.", "allow:\n    - 'SoL'\n    - f.n.\n    - LSS\n"),
        ("tillåt: SoL\n", "tillåt: [SoL, LSS]\n"),
        ("tillåt:\n", "tillåt: [LSS]\n"),
        ("tillåt:\nhoppa_över: [ton]\n", "tillåt: [LSS]\nhoppa_över: [ton]\n"),
        ("ignore: [ton]\n", "ignore: [ton]\nallow:\n- LSS\n"),
        ("organisation:\n  namn: Ekvalla\n", "organisation:\n  namn: Ekvalla\ntillåt:\n- LSS\n"),
        ("hoppa_över: [ton]\r\ntillåt:\r\n- SoL\r\n", "hoppa_över: [ton]\r\ntillåt:\r\n- SoL\r\n- LSS\r\n"),
        ("tilla\u030at: [SoL]\n", "tilla\u030at: [SoL, LSS]\n"),
        ("  tillåt: [SoL]\n  välj: [ton]\n", "  tillåt: [SoL, LSS]\n  välj: [ton]\n"),
        ("  välj: [ton]\n", "  välj: [ton]\n  tillåt:\n  - LSS\n"),
    ],
)  # fmt: skip
def test_the_rest_of_the_file_stays(text: str, with_it: str) -> None:
    edit = added(text, "allow", "LSS")
    assert edit is not None
    assert edit.made(text) == with_it


@pytest.mark.parametrize(
    "text",
    [
        "tillåt: [LSS]\n",
        "tillåt: LSS\n",
        "tillåt: [SoL\n",
        "- tillåt\n",
        "tillåt",
        "tillåt: {a: b}\n",
        "{välj: [ton]}\n",
        "ord: &ord [SoL]\ntillåt: *ord\n",
        "välj: [ton]\n...\n",
        "välj: [ton]\n---\ntillåt: [SoL]\n",
        "tillåt: |\n  SoL\n",
        "a: " + "[" * 3000,
    ],
)
def test_no_edit_is_offered_where_one_cannot_be_sure(text: str) -> None:
    assert added(text, "allow", "LSS") is None


@pytest.mark.parametrize(
    "word", ["LSS", "t.ex.", "a, b", "#1", "8", "ja: nej", "”så”", "'", '"', "no", "-", "[x]", "åäö 😀"]
)
@pytest.mark.parametrize("text", ["", "tillåt: [SoL]", "tillåt:\n- SoL", "tillåt: SoL"])
def test_any_word_stands_there_as_text(text: str, word: str) -> None:
    edit = added(text, "allow", word)
    assert edit is not None
    assert yaml.load(edit.made(text), Loader)["tillåt"][-1] == word


def test_what_init_writes_can_be_added_to(tmp_path: Path) -> None:
    edit = added(starter(), "ignore", "ton.hot")
    assert edit is not None
    path = tmp_path / "klarsprak.yml"
    path.write_text(edit.made(starter()), encoding="utf-8")
    assert load_config(path).model_dump() == Config(ignore=["ton.hot"]).model_dump()


def test_a_file_that_was_not_there_says_the_value_alone(tmp_path: Path) -> None:
    path = tmp_path / "klarsprak.yml"
    path.write_text(first_text("allow", "LSS"), encoding="utf-8")
    assert load_config(path).model_dump() == Config(allow=["LSS"]).model_dump()


@given(st.text("tillåt:-[]{},#'\" \n\ra&*|>").map("tillåt:".__add__) | st.text(), st.text("a,:#- '\"[å", min_size=1))
def test_no_file_makes_it_fail(text: str, word: str) -> None:
    edit = added(text, "allow", word)
    assert edit is None or word in yaml.load(edit.made(text), Loader)["tillåt"]
