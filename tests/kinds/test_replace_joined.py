"""Replacements that have to fit: participles of joined verbs, *ej* and capitals of short forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.kinds import Rule
from tests.support import check, rules

VERBS = {"inskicka": "skicka in", "utbyta": "byta ut", "insända": "skicka in", "återbetala": "betala tillbaka"}


@pytest.fixture(scope="module")
def verbs(tmp_path_factory: pytest.TempPathFactory) -> list[Rule]:
    """A rule for each of the verbs."""
    lines = [
        f"- {{id: {verb}, words: {verb}, pos: VERB, instead: {plain}, examples: [{{flag: x}}]}}\n"
        for verb, plain in VERBS.items()
    ]
    folder: Path = tmp_path_factory.mktemp("joined")
    papers = "- {id: papper, words: id-handling, pos: NOUN, instead: legitimation, examples: [{flag: x}]}\n"
    return rules(folder, "".join(lines) + papers)


@pytest.mark.parametrize(
    "text",
    [
        "De inskickade ritningarna visar bryggan.",
        "Du har rätt att få motorn utbytt.",
        "Du har goda möjligheter att få motorn lagad eller utbytt.",
    ],
)
def test_a_participle_that_can_only_be_joined_is_let_be(verbs: list[Rule], text: str) -> None:
    """No *skickade in ritningar*, and no *få motorn bytt ut*."""
    assert not check(verbs, text).findings


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Hamnen har utbytt lampan.", "bytt ut"),
        ("De insända ritningarna visar bryggan.", "inskickade"),
        ("Avgiften återbetalas ej.", "betalas inte tillbaka"),
    ],
)
def test_other_forms_are_told(verbs: list[Rule], text: str, plain: str) -> None:
    """A supine can be parted, another verb's participle is plainer, and no advice repeats a stiff *ej*."""
    (finding,) = check(verbs, text).findings
    assert finding.suggestions[0] == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Ta med en giltig ID-handling till hamnen.", "legitimation"), ("ID-handling krävs i hamnen.", "Legitimation")],
)
def test_a_capital_of_the_short_form_is_not_the_nouns(verbs: list[Rule], text: str, plain: str) -> None:
    """Within a sentence the plain noun begins small."""
    (finding,) = check(verbs, text).findings
    assert finding.suggestions[0].split()[-1] == plain


HALVES = """\
- {id: villkor, words: anställningsvillkor, pos: NOUN, instead: jobbvillkor, examples: [{flag: x}]}
- {id: förhållande, words: anställningsförhållande, pos: NOUN, instead: anställning, examples: [{flag: x}]}
- {id: betala, words: utbetala, pos: VERB, instead: betala ut, examples: [{flag: x}]}
"""


@pytest.mark.parametrize(
    ("text", "suggestions"),
    [
        ("Du får läsa om arbets- och anställningsvillkor.", [("jobbvillkor",)]),
        ("Det rör dina arbets- och anställningsförhållanden.", []),
        ("Pengarna in- eller utbetalas i maj.", []),
        ("Pengarna utbetalas i maj.", [("betalas ut",)]),
    ],
)
def test_what_another_word_shares_its_last_part_with_ends_alike(
    tmp_path: Path, text: str, suggestions: list[tuple[str, ...]]
) -> None:
    assert [finding.suggestions for finding in check(rules(tmp_path, HALVES), text).findings] == suggestions
