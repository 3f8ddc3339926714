"""What goes between a verb and its particle where one is put in the place of a verb without any."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.kinds import Rule
from tests.support import check, rules, texts

UNSURE = ""
"""The particle's place isn't known for sure, and nothing is suggested."""
VERBS = {
    "insända": "skicka in",
    "avspärra": "spärra av",
    "inbetala": "betala in",
    "utbetala": "betala ut",
    "inlämna": "lämna in",
    "uthyra": "hyra ut",
    "inkomma": "komma in",
    "inkräva": "kräva in",
    "ifylla": "fylla i",
    "överträda": "bryta mot",
    "yttra sig": "säga sin mening",
}


@pytest.fixture(scope="module")
def particle_verbs(tmp_path_factory: pytest.TempPathFactory) -> list[Rule]:
    """A rule for each of the verbs."""
    lines = [
        f"- {{id: {verb.replace(' ', '-')}, words: {verb}, pos: VERB, instead: {plain}, examples: [{{flag: x}}]}}\n"
        for verb, plain in VERBS.items()
    ]
    folder: Path = tmp_path_factory.mktemp("particles")
    return rules(folder, "".join(lines))


def fixed(particle_verbs: list[Rule], text: str) -> str:
    """The sentence with the suggestion put in; empty where a finding has none."""
    (finding,) = check(particle_verbs, text).findings
    if not finding.suggestions or finding.place is None:
        return UNSURE
    return text[: finding.place.start] + finding.suggestions[0] + text[finding.place.end :]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Vi insänder ansökan i dag.", "Vi skickar in ansökan i dag."),
        ("Avgiften insänds jml taxan.", "Avgiften skickas in jml taxan."),
        ("Avtalet insänds senast den 3 maj.", "Avtalet skickas in senast den 3 maj."),
        ("Totalt inkom 61 st ansökningar.", UNSURE),
        ("Kommunen insänder ansökan till rätten.", "Kommunen skickar in ansökan till rätten."),
        ("Du ska insända ansökan.", "Du ska skicka in ansökan."),
        ("Kom ihåg att insända den.", "Kom ihåg att skicka in den."),
        ("Vi har insänt ansökan.", "Vi har skickat in ansökan."),
        ("Ansökan insänds till oss.", "Ansökan skickas in till oss."),
        ("Ansökan ska insändas nu.", "Ansökan ska skickas in nu."),
        ("Insänd ansökan till oss.", "Skicka in ansökan till oss."),
        ("Polisen kom och avspärrade bron.", "Polisen kom och spärrade av bron."),
        ("Det var polisen som avspärrade bron.", "Det var polisen som spärrade av bron."),
        ("Vi vet att polisen avspärrade bron.", "Vi vet att polisen spärrade av bron."),
        ("Den som insänder handlingar får svar.", "Den som skickar in handlingar får svar."),
        ("Även grannen insände ett brev.", "Även grannen skickade in ett brev."),
        ("Insänder handlingar till rätten.", "Skickar in handlingar till rätten."),
    ],
)
def test_where_nothing_stands_between_the_particle_follows_the_verb(
    particle_verbs: list[Rule], text: str, result: str
) -> None:
    assert fixed(particle_verbs, text) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("I går avspärrade polisen bron.", "I går spärrade polisen av bron."),
        ("Den 3 maj avspärrade polisen bron.", "Den 3 maj spärrade polisen av bron."),
        ("Varje år inbetalar föreningen avgiften.", "Varje år betalar föreningen in avgiften."),
        ("Därför insänder vi ansökan i dag.", "Därför skickar vi in ansökan i dag."),
        ("Blanketten insänder du till oss.", "Blanketten skickar du in till oss."),
        ("Därefter insänder kommunen ansökan.", "Därefter skickar kommunen in ansökan."),
        ("På fredag inlämnar din lärare listan.", "På fredag lämnar din lärare in listan."),
        ("Om du flyttar uthyr kommunen lägenheten.", "Om du flyttar hyr kommunen ut lägenheten."),
        ("När du flyttar, uthyr kommunen lägenheten.", "När du flyttar, hyr kommunen ut lägenheten."),
        ("För att du ska få plats inlämnar skolan en lista.", "För att du ska få plats lämnar skolan in en lista."),
        ("Regnet kom, och i går avspärrade polisen bron.", "Regnet kom, och i går spärrade polisen av bron."),
        ("Enligt lagen utbetalas bidraget varje månad.", "Enligt lagen betalas bidraget ut varje månad."),
        ("Inkommer din ansökan för sent prövas den inte.", "Kommer din ansökan in för sent prövas den inte."),
        ("Insände du ansökan i maj?", "Skickade du in ansökan i maj?"),
        ("När insände kommunens socialnämnd yttrandet?", "När skickade kommunens socialnämnd in yttrandet?"),
        ("I maj insände rektor Anna Berg en rapport.", "I maj skickade rektor Anna Berg in en rapport."),
        ("Enligt beslutet utbetalas bidraget i maj.", "Enligt beslutet betalas bidraget ut i maj."),
        ("Trots detta insände bolaget inga handlingar.", "Trots detta skickade bolaget in inga handlingar."),
        ("Av de sökande överträdde ingen förbudet.", "Av de sökande bröt ingen mot förbudet."),
        ("I maj inkom det två brev.", "I maj kom det in två brev."),
        ("Numera inlämnas alla blanketter här.", "Numera lämnas alla blanketter in här."),
    ],
)  # fmt: skip
def test_a_subject_after_the_verb_goes_before_the_particle(
    particle_verbs: list[Rule], text: str, result: str
) -> None:
    assert fixed(particle_verbs, text) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Du ifyller inte blanketten.", "Du fyller inte i blanketten."),
        ("Därför insänder vi inte ansökan i dag.", "Därför skickar vi inte in ansökan i dag."),
        ("I år insänder kommunen inte ansökan.", "I år skickar kommunen inte in ansökan."),
        ("I år insänder inte kommunen ansökan.", "I år skickar inte kommunen in ansökan."),
        ("Vi insänder därför ansökan till rätten.", "Vi skickar därför in ansökan till rätten."),
        ("Vi insänder också gärna ansökan till rätten.", "Vi skickar också gärna in ansökan till rätten."),
        ("Vi insänder omgående ansökan.", "Vi skickar omgående in ansökan."),
        ("Du insänder digitalt.", "Du skickar in digitalt."),
        ("Vi inkräver mycket stora belopp.", "Vi kräver in mycket stora belopp."),
        ("Insänd inte ansökan nu.", "Skicka inte in ansökan nu."),
        ("Grannen yttrar sig inte över planen.", "Grannen säger inte sin mening över planen."),
        ("Därför yttrar sig nämnden inte.", "Därför säger nämnden inte sin mening."),
        ("Bolaget överträder inte förbudet.", "Bolaget bryter inte mot förbudet."),
        ("Svaret inkom aldrig den 3 maj.", "Svaret kom aldrig in den 3 maj."),
        ("Vi insänder alltid 3 exemplar.", "Vi skickar alltid in 3 exemplar."),
    ],
)
def test_adverbs_after_a_finite_verb_go_before_the_particle(
    particle_verbs: list[Rule], text: str, result: str
) -> None:
    assert fixed(particle_verbs, text) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Svaret inkom först 2025-03-19 till oss.", "Svaret kom in först 2025-03-19 till oss."),
        ("Svaret inkom först den 19 mars.", "Svaret kom in först den 19 mars."),
        ("Svaret inkom redan i mars.", "Svaret kom in redan i mars."),
        ("Avgiften inbetalades redan förra året.", "Avgiften betalades in redan förra året."),
        ("Svaret inkom sent den 3 maj.", "Svaret kom in sent den 3 maj."),
        ("Ansökan insändes först klockan 16.", "Ansökan skickades in först klockan 16."),
    ],
)
def test_an_adverb_stays_with_the_time_that_it_says_something_of(
    particle_verbs: list[Rule], text: str, result: str
) -> None:
    assert fixed(particle_verbs, text) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Vi insänder den i dag.", "Vi skickar in den i dag."),
        ("Vi insänder den inte.", "Vi skickar inte in den."),
        ("Därför insänder vi den inte.", "Därför skickar vi inte in den."),
        ("Bolaget överträder det aldrig.", "Bolaget bryter aldrig mot det."),
    ],
)
def test_a_pronoun_as_object_goes_after_the_particle(particle_verbs: list[Rule], text: str, result: str) -> None:
    assert fixed(particle_verbs, text) == result


@pytest.mark.parametrize(
    "text",
    [
        "I går avspärrade polisen i staden bron.",
        "I går avspärrade polisen och räddningstjänsten bron.",
        "I går avspärrade den polis som var på plats bron.",
        "I maj inkom till nämnden två brev.",
        "Har hyran betalats och inkommer därefter pengar hör vi av oss.",
        "Överträder bolag enligt beslutet förbudet får de betala.",
        "I går avspärrades bron av polisen.",
    ],
)
def test_where_the_subject_may_go_on_no_place_is_sure(particle_verbs: list[Rule], text: str) -> None:
    assert fixed(particle_verbs, text) == UNSURE


def test_a_rule_may_let_participles_be(tmp_path: Path) -> None:
    rule = "- {id: avspärra, words: avspärra, pos: VERB, participles: false, instead: stänga, examples: [{flag: x}]}"
    letter = "Vi avspärrade gatan. Den avspärrade gatan är avspärrad. Vi har avspärrat bron."
    assert texts(check(rules(tmp_path, rule), letter)) == ["avspärrade", "avspärrat"]


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden beslutar att tidigare utbetalt förskott ska dras av.",
        "Trots tidigare avspärrade gator kom bilarna fram.",
        "De avspärrade är inte på kartan.",
    ],
)
def test_before_its_noun_a_participle_has_no_particle_after_it(particle_verbs: list[Rule], text: str) -> None:
    assert all(not finding.suggestions for finding in check(particle_verbs, text).findings)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Avgiften ska betalas. Insänds den inte höjs den.", "Avgiften ska betalas. Skickas den inte in höjs den."),
        ("Avgiften insänds senast den 3 maj.", "Avgiften skickas in senast den 3 maj."),
        ("I maj inkom ansökan tillsammans med ett intyg.", "I maj kom ansökan in tillsammans med ett intyg."),
    ],
)
def test_what_belongs_to_the_words_after_it_stays_behind_the_particle(
    particle_verbs: list[Rule], text: str, result: str
) -> None:
    assert fixed(particle_verbs, text) == result
