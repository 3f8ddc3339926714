"""Loading packs: faults are told with file, line, column, value, and what was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.files.errors import FileError
from klarsprak.finding import Category, Level
from klarsprak.rulebook import packs

HEADER = """\
pack: prov
category: kanslisvenska
level: warning
kind: replace
why: Skälet.
message: Skriv ”{suggestion}”.
rules:
"""
SETS = HEADER.replace("rules:", "sets:\n  dag: [måndag, tisdag]\nrules:")
RULE = """\
  - id: erhålla
    words: erhålla
    pos: VERB
    instead: få
    examples:
      - flag: Du har [erhållit] det.
"""
SHORT = """\
  - id: tex
    kind: abbreviation
    words: t.ex.
    long: till exempel
    examples:
      - flag: Ta med [t.ex.] en penna.
"""
REGEX = """\
  - id: ab
    kind: regex
    regex: '(a)b'
    examples:
      - flag: Det är [ab].
"""
TERM = """\
  - id: vite
    words: vite
    explain: Ett vite är pengar som du får betala.
    examples: [{flag: x}]
"""


def load(folder: Path, text: str) -> list[packs.Rule]:
    path = folder / "prov.yml"
    path.write_text(text, encoding="utf-8")
    return packs.load([path])


def fault(folder: Path, text: str) -> str:
    with pytest.raises(FileError) as caught:
        load(folder, text)
    return str(caught.value).removeprefix(str(folder / "prov.yml"))


def test_the_packs_own_keys_are_defaults_for_its_rules(tmp_path: Path) -> None:
    rule = load(tmp_path, HEADER + RULE + "    level: info\n")[0]
    assert (rule.name, rule.category, rule.why) == ("prov.erhålla", Category.KANSLISVENSKA, "Skälet.")
    assert rule.level is Level.INFO


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (HEADER + RULE.replace("words:", "wrods:"), ":9:5: okänd nyckel ”wrods”. Menade du ”words”?"),
        (HEADER + RULE.replace("    instead: få\n", ""), ":8:5: nyckeln ”instead” saknas."),
        (HEADER + RULE.replace("pos: VERB", "pos: VREB"), ":10:10: ”VREB” är inget värde för pos. Menade du ”VERB”?"),
        (HEADER.replace("warning", "varning") + RULE, ":3:8: level: ”varning” – nivån ska vara"),
        (HEADER.replace("category: kansli", "category: kansi") + RULE, ":2:11: "),
        (HEADER.replace("kind: replace", "kind: replase") + RULE, ":4:7: ”replase” är ingen sorts regel. Menade"),
        (HEADER.replace("why:", "vhy:") + RULE, ":5:1: okänd nyckel ”vhy”. Menade du ”why”?"),
        (HEADER.replace("{suggestion}", "{sugestion}") + RULE, ":6:10: meddelandet har {sugestion}"),
        (HEADER.replace("{suggestion}", "{}") + RULE, ":6:10: meddelandet har {}, men regeln kan bara fylla i: "),
        *(
            (HEADER.replace("{suggestion}", braces) + RULE, ":6:10: meddelandet har klamrar på fel ställe.")
            for braces in (
                "{suggestion",
                "suggestion}",
                "}",
                "{",
                "{ suggestion }",
                "{suggestion!r}",
                "{suggestion!x}",
                "{suggestion:>5d}",
                "{suggestion:{text}}",
                "{suggestion[0]}",
                "{suggestion.__class__}",
                "{{suggestion}}",
            )
        ),
        (HEADER + RULE.split("    examples")[0] + "    examples: []\n", ":12:15: "),
        *(
            (HEADER + RULE.replace("instead: få", f"instead: {empty}"), f":11:{column}: ")
            for empty, column in (("[]", 14), ("''", 14), ("['']", 15), ("' '", 14), ("[få, '']", 19))
        ),
        (HEADER + RULE.replace("words: erhålla", "words: []"), ":9:12: En tom lista går inte som värde för words."),
        (HEADER + SHORT.replace("long: till exempel", "long: []"), ":11:11: En tom lista går inte"),
        (HEADER + SHORT.replace("    long: till exempel\n", ""), ":8:5: rules: regeln ska ha words och long"),
        (
            HEADER + SHORT + "    in_compounds: {nät*: 'vatten{hed}'}\n",
            ":14:19: in_compounds: ”vatten{hed}” har klamrar runt annat än {head}.",
        ),
        (
            HEADER + SHORT + "    in_compounds: {nät*: 'vatten{head'}\n",
            ":14:19: in_compounds: ”vatten{head” har klamrar runt annat än {head}.",
        ),
        (HEADER + REGEX.replace("'(a)b'", "''"), ":10:12: regex: ”” – det reguljära uttrycket är tomt."),
        (HEADER + REGEX + "    write_out: {'': x}\n", ":13:17: "),
        (
            HEADER + REGEX + "    instead: '\\3'\n",
            ":13:14: instead: ”\\3” – ersättningen ”\\3” har en grupp som ”(a)b” inte har.",
        ),
        (
            HEADER + REGEX + "    instead: [x, '\\g<x>']\n",
            ":13:14: instead: ersättningen ”\\g<x>” har en grupp som ”(a)b” inte har.",
        ),
        (
            HEADER + REGEX + "    instead: '\\q'\n",
            ":13:14: instead: ”\\q” – i ersättningen ”\\q” går det som börjar med \\ inte att läsa.",
        ),
        (
            HEADER.replace("kind: replace", "kind: term") + TERM + "    hints: [bokslut]\n",
            ":12:12: hints: ”bokslut” i hints finns inte i words.",
        ),
        (
            HEADER + RULE + "    unless: {pos: VRB}\n",
            ":14:19: ”VRB” är inget värde för unless.pos. Menade du ”VERB”? Välj bland ADJ, ",
        ),
        (HEADER + "  - bara text\n", ":8:5: ”bara text” är ingen regel."),
        (HEADER.replace("rules:\n", ""), ":1:1: nyckeln ”rules” saknas"),
        (HEADER + RULE + "  när: [\n", ":14:3: raden passar inte ihop med raden ovanför."),
        (HEADER.replace("pack:", "paket:") + RULE, ":1:1: nyckeln ”pack” saknas eller är tom."),
        (
            HEADER.replace("replace", "regex") + "  - {id: a, regex: '([', examples: [{flag: x}]}\n",
            ":8:20: regex: ”([” – det reguljära uttrycket är fel vid tecken 2.",
        ),
        ("bara text", ":1:1: filen ska innehålla nycklar och värden"),
        (HEADER + RULE.replace("      - flag", "      - flagg"), ":13:9: okänd nyckel ”flagg”. Menade du ”flag”?"),
        (HEADER + RULE + "    when: {folowed_by: infinitive}\n", ":14:12: okänd nyckel ”folowed_by”. Menade du"),
        (HEADER + RULE + "    when: {followed_by: <VERBB>}\n", ":14:25: when.followed_by: ”<VERBB>” – "),
        (HEADER + RULE + "    when:\n      followed_by:\n        - noun\n        - <VERBB>\n", ":17:11: "),
        (
            SETS + RULE + '    when: {followed_by: "@dga"}\n',
            ":16:25: when.followed_by: ”@dga” – ”@dga” är ingen av",
        ),
        (
            HEADER + RULE + '    when: {followed_by: "@dag"}\n',
            ":14:25: when.followed_by: ”@dag” – ”@dag” är ingen av",
        ),
        (SETS + RULE + '    when: {followed_by: "@dag{2,1}"}\n', ":16:25: when.followed_by: "),
        (
            HEADER.replace("rules:", "sets: [måndag]\nrules:") + RULE,
            ":7:7: under ”sets” ska varje ordlista ha ett namn",
        ),
        (
            HEADER.replace("rules:", "sets: {dag: []}\nrules:") + RULE,
            ":7:13: ordlistan ”dag” ska vara en lista med ord",
        ),
        (
            SETS.replace("måndag", "1177", 1) + RULE + '    when: {followed_by: "@dag"}\n',
            ":8:8: ordlistan ”dag” ska vara en lista med ord, till exempel [januari, februari]. Skriv tal inom",
        ),
        (
            HEADER.replace("kind: replace", "kind: pattern") + RULE.replace("words: erhålla", "regex: '[Ee]rhålla'"),
            ":9:5: ”regex” hör till sorten regex. Skriv ”kind: regex” i regeln, eller gör ”regex” till en egen",
        ),
        (
            HEADER + RULE.replace("words: erhålla", "kind: pattern\n    pattern: erhålla\n    prompts: true"),
            ":11:5: ”prompts” hör till sorten unfilled. Skriv ”kind: unfilled” i regeln",
        ),
    ],
)
def test_a_fault_in_a_pack_is_told_where_it_stands(tmp_path: Path, text: str, says: str) -> None:
    assert fault(tmp_path, text).startswith(says)


def test_all_faults_of_a_pack_are_told_at_once_in_its_order(tmp_path: Path) -> None:
    broken = HEADER.replace("warning", "varning") + RULE.replace("words:", "wrods:")
    other = "  - id: ö k\n    words: [ja, 1]\n    instead: x\n    examples: [{flagg: x}]\n    once: passge\n"
    assert fault(tmp_path, broken + other).replace(str(tmp_path / "prov.yml"), "").splitlines() == [
        ":3:8: level: ”varning” – nivån ska vara error, warning eller info.",
        ":9:5: okänd nyckel ”wrods”. Menade du ”words”?",
        ":14:9: ”ö k” går inte som värde för id. Använd bara bokstäver, siffror, bindestreck och punkt.",
        ':15:17: ”1” läses som ett tal och inte som text. Skriv citattecken runt: "1".',
        ":17:17: okänd nyckel ”flagg”. Menade du ”flag”?",
        ":18:11: ”passge” är inget värde för once. Menade du ”passage”? Välj bland passage.",
    ]


def test_faults_of_several_packs_are_told_at_once(tmp_path: Path) -> None:
    for name, text in {"a": HEADER + RULE, "b": HEADER + RULE, "c": HEADER}.items():
        (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
    with pytest.raises(FileError) as caught:
        packs.load([tmp_path])
    assert [line.removeprefix(f"{tmp_path}/") for line in caught.value.faults] == [
        "c.yml:7:7: nyckeln ”rules” saknas eller är tom. Skriv en lista med regler.",
        f"b.yml:8:9: två regler heter ”prov.erhålla”. Den andra står i {tmp_path}/a.yml. Ge den ena ett annat id.",
    ]


def test_a_packs_sets_are_spelled_out_in_its_patterns(tmp_path: Path) -> None:
    rule = load(tmp_path, SETS + RULE + '    when: {followed_by: "(@dag|nu)"}\n')[0]
    assert rule.when[0].followed_by == ["(måndag|tisdag|nu)"]


def test_a_pack_whose_rules_all_explain_word_by_word_needs_no_list_of_words(tmp_path: Path) -> None:
    header = HEADER.replace("kind: replace", "kind: term").replace("kanslisvenska", "fackord")
    terms = """\
  - {id: vite, explain: {vite: Ett vite är pengar som du får betala.}, examples: [{flag: x}]}
  - {id: jäv, explain: {jäv: Jäv betyder att någon inte får besluta.}, examples: [{flag: x}]}
"""
    assert [rule.listed_words for rule in load(tmp_path, header + terms)] == [["vite"], ["jäv"]]


def test_two_rules_cant_have_the_same_name(tmp_path: Path) -> None:
    assert fault(tmp_path, HEADER + RULE + RULE).startswith(":14:9: två regler heter ”prov.erhålla”.")


def test_a_pack_that_isnt_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="den finns inte"):
        packs.load([tmp_path / "saknas.yml"])


def test_a_pack_in_another_encoding_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "prov.yml").write_bytes((HEADER + RULE).encode("cp1252"))
    with pytest.raises(FileError, match="UTF-8"):
        packs.load([tmp_path / "prov.yml"])


def test_a_folder_stands_for_the_packs_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(HEADER + RULE, encoding="utf-8")
    (tmp_path / "b.yml").write_text(HEADER.replace("prov", "annat") + RULE, encoding="utf-8")
    assert [rule.name for rule in packs.load([tmp_path])] == ["prov.erhålla", "annat.erhålla"]
