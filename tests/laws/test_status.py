"""Acts that are repealed, numbers that belong to another act, sections that don't exist."""

from datetime import date

import pytest

from klarsprak.laws import Context, Problem, Status, find_references, load_register, status

REGISTER = load_register(None)
TODAY = date(2026, 11, 25)


def problem(text: str, written: date | None = None) -> Status | None:
    reference = find_references(text, REGISTER)[0]
    return status(reference, REGISTER, written, Context(text), TODAY)


@pytest.mark.parametrize(
    ("text", "successor"),
    [
        ("4 kap. 1 § socialtjänstlagen (2001:453)", "socialtjänstlagen (2025:400)"),
        ("socialtjänstlagen (1980:620)", "socialtjänstlagen (2025:400)"),
        ("SFS 2001:453", "socialtjänstlagen (2025:400)"),
        ("personuppgiftslagen", "EU:s dataskyddsförordning, (EU) 2016/679"),
        ("PuL", "EU:s dataskyddsförordning, (EU) 2016/679"),
        ("sekretesslagen (1980:100)", "offentlighets- och sekretesslagen (2009:400)"),
        ("förvaltningslagen (1986:223)", "förvaltningslagen (2017:900)"),
        ("plan- och bygglagen (1987:10)", "plan- och bygglagen (2010:900)"),
        ("8 § hälsoskyddslagen", "miljöbalken (1998:808)"),
        ("lagen (2007:1091) om offentlig upphandling", "lagen (2016:1145) om offentlig upphandling"),
        ("lagen (1992:1574) om bostadsanpassningsbidrag m.m.", "lagen (2018:222) om bostadsanpassningsbidrag"),
        ("kommunallagen (1991:900)", "kommunallagen (2017:725)"),
        ("tobakslagen (1993:581)", "lagen (2018:2088) om tobak och liknande produkter"),
        ("vapenlagen (1973:1176)", "vapenlagen (1996:67)"),
        ("lagen (2007:1092) om upphandling inom områdena vatten, energi, transporter och posttjänster",
         "lagen (2016:1146) om upphandling inom försörjningssektorerna"),
        ("lagen (2003:307) om förbud mot diskriminering", "diskrimineringslagen (2008:567)"),
        ("avfallsförordningen (2001:1063)", "avfallsförordningen (2020:614)"),
        ("lagen (2018:1174) om informationssäkerhet för samhällsviktiga och digitala tjänster",
         "cybersäkerhetslagen (2025:1506)"),
    ],
)  # fmt: skip
def test_a_repealed_act_is_told_with_the_one_in_its_place(text: str, successor: str) -> None:
    found = problem(text)
    assert found is not None
    assert found.problem is Problem.REPEALED
    assert found.successor is not None
    assert found.successor.full_name == successor


def test_where_the_new_act_is_not_sure_the_one_that_repealed_it_is_told() -> None:
    found = problem("förordningen (1985:839) om kadmium")
    assert found is not None
    assert found.successor is None
    assert found.ended_by is not None
    assert found.ended_by.sfs == "1998:944"


def test_an_act_that_only_newer_facts_tell_is_repealed_since_a_day_unknown() -> None:
    text = "lagen (2005:258) om läkemedelsförteckning"
    found = problem(text)
    assert found is not None
    assert found.problem is Problem.REPEALED
    assert found.act is not None
    assert found.act.repealed is None
    assert problem(text, date(2015, 3, 2)) is None


def test_the_acts_own_text_tells_that_it_is_repealed_where_an_older_source_lacks_it() -> None:
    found = problem("patentlagen (1967:837)")
    assert found is not None
    assert found.problem is Problem.REPEALED
    assert found.successor is not None
    assert found.successor.sfs == "2024:945"
    assert problem("patentlagen (1967:837)", date(2024, 12, 31)) is None


def test_of_an_act_on_which_the_sources_disagree_nothing_is_said() -> None:
    act = REGISTER.get("1997:238")
    assert act is not None
    assert not act.is_sure
    assert problem("lagen (1997:238) om arbetslöshetsförsäkring") is None
    assert problem("47 kap. 3 § lagen (1997:238) om arbetslöshetsförsäkring") is None


def last_problem(text: str) -> Status | None:
    reference = find_references(text, REGISTER)[-1]
    return status(reference, REGISTER, None, Context(text), TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "Vi beslutar enligt 4 kap. 1 § socialtjänstlagen (2001:453). Samma lag säger mer.",
        "Vi beslutar enligt 4 kap. 1 § socialtjänstlagen (2001:453) och 11 kap. 1 § samma lag.",
        "Vi beslutar enligt 4 kap. 1 § socialtjänstlagen (2001:453). Det står också i 5 kap. 1 §.",
        "Vi beslutar enligt 4 kap. 1 § socialtjänstlagen (2001:453). Nämnda bestämmelse gäller alla.",
        "Vi beslutar enligt 4 kap. 1 § socialtjänstlagen (2001:453). Se även 2 § nämnda lag.",
        "Vi beslutar enligt socialtjänstlagen (2001:453). Reglerna i SoL är tydliga.",
        "Vi följer lagen (2016:1145) om offentlig upphandling och inte lagen (2007:1091) om detta. LOU",
        "Vi använde PuL. I samma lag stod mer.",
    ],
)
def test_what_is_only_inferred_is_never_told(text: str) -> None:
    assert last_problem(text) is None


def test_a_letter_from_before_the_repeal_was_right() -> None:
    text = "4 kap. 1 § socialtjänstlagen (2001:453)"
    assert problem(text, date(2025, 6, 30)) is None
    assert problem(text, date(2025, 7, 1)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "den tidigare socialtjänstlagen (2001:453)",
        "den upphävda socialtjänstlagen (2001:453)",
        "äldre plan- och bygglagen (1987:10)",
        "4 kap. 1 § socialtjänstlagen (2001:453) i dess lydelse före den 1 juli 2025",
        "Enligt övergångsbestämmelserna gäller plan- och bygglagen (1987:10).",
        "den då gällande socialtjänstlagen (2001:453)",
        "dåvarande 4 kap. 1 § socialtjänstlagen (2001:453)",
        "Ärendet prövas enligt äldre lag, socialtjänstlagen (2001:453).",
        "När beslutet fattades gällde socialtjänstlagen (2001:453).",
        "4 kap. 1 § socialtjänstlagen (2001:453) i den lydelse som beslutet bygger på",
        "Vi tillämpar fortfarande socialtjänstlagen (2001:453) för ärenden som började i våras.",
        "Beslutet den 3 mars 2024 fattades med stöd av 4 kap. 1 § socialtjänstlagen (2001:453).",
        "Nämnden beslutade 2024-03-03 om stöd enligt socialtjänstlagen (2001:453).",
        "Ditt ärende började i maj 2025, och därför prövar vi det enligt socialtjänstlagen (2001:453).",
        "Du fick bygglov 1995 enligt plan- och bygglagen (1987:10).",
        "Detaljplanen från den 1 maj 2011 bygger på plan- och bygglagen (1987:10).",
    ],
)
def test_an_act_that_is_called_the_earlier_one_is_right(text: str) -> None:
    assert problem(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden beslutade den 4 maj 2026 enligt socialtjänstlagen (2001:453).",
        "Vi beslutar enligt socialtjänstlagen (2001:453) i ärende 2024:118.",
        "Vi beslutar enligt socialtjänstlagen (2001:453) i ärende 2024-118.",
        "Du får 2000 kronor enligt socialtjänstlagen (2001:453).",
        "Sedan den 1 juli 2025 beslutar vi enligt socialtjänstlagen (2001:453).",
        "Ring 08-465 200 15 om socialtjänstlagen (2001:453).",
    ],
)
def test_a_day_after_the_repeal_and_numbers_that_are_no_days_excuse_nothing(text: str) -> None:
    assert problem(text) is not None


def test_the_paragraph_may_tell_of_the_day_and_the_list_may_name_the_new_act() -> None:
    text = "Beslutet fattades enligt socialtjänstlagen (2001:453)."
    reference = find_references(text, REGISTER)[0]
    told = Context(text, before="Nämnden beslutade den 3 mars 2024 om stöd.")
    beside = Context(text, beside=frozenset({"2001:453", "2025:400"}))
    assert status(reference, REGISTER, None, Context(text), TODAY) is not None
    assert status(reference, REGISTER, None, told, TODAY) is None
    assert status(reference, REGISTER, None, beside, TODAY) is None


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("socialtjänstlagen (2010:900)", "2025:400"),
        ("plan- och bygglagen (2010:9000)", "2010:900"),
        ("lagen (1993:387) om färdtjänst", "1997:736"),
        ("lagen (1997:736) om riksfärdtjänst", "1997:735"),
        ("25 § förvaltningslagen (2017:725)", "2017:900"),
        ("LSS (1997:736)", "1993:387"),
    ],
)
def test_a_number_that_belongs_to_another_act_is_wrong(text: str, right: str) -> None:
    found = problem(text)
    assert found is not None
    assert found.problem is Problem.WRONG_NUMBER
    assert found.act is not None
    assert found.act.sfs == right


@pytest.mark.parametrize(
    "text",
    [
        "4 kap. 5 § LSS",
        "5 kap. 3 § lagen (1997:736) om färdtjänst",
        "99 § förvaltningslagen",
        "40 kap. 1 § skollagen",
        "10 kap. 60 § skollagen",
        "50 kap. 1 § miljöbalken",
        "12 kap. 45 § SoL",
        "40 kap. 2 § socialtjänstlagen (2025:400)",
    ],
)
def test_chapters_and_sections_that_dont_exist_are_told(text: str) -> None:
    found = problem(text)
    assert found is not None
    assert found.problem is Problem.NO_SUCH_SECTION


@pytest.mark.parametrize(
    "text",
    [
        "1 kap. 3 § skollagen",  # the register lacks it: that proves nothing
        "9 kap. 40 § alkohollagen",  # a chapter of which the register doesn't know all sections
        "10 kap. 3 § alkohollagen",  # … and one of which it knows none
        "3 kap. skollagen",
        "3 § transplantationslagen",  # what people call the act in force, and the name of the one before it
        "obduktionslagen",
        "9 kap. 90 § PBL",  # a chapter that was rewritten after the register's day
        "lagen (2017:1999) om något",
        "lagen (2014:1999)",
        "11 kap. 1 § socialtjänstlagen (2025:400)",
        "4 kap. 1 § SoL",
        "25 § förvaltningslagen (2017:900)",
        "regeringsformen (1974:152, omtryckt 2011:109)",
        "lagen (1990:52) med särskilda bestämmelser om vård av unga",
        "lagen om vård av unga (1990:52)",
        "5 § lag (2018:222) om bostadsanpassningsbidrag",
        "artikel 6.1 e dataskyddsförordningen",
        "19 § hittepålagen",
        "de lokala ordningsföreskrifterna",
        "prop. 2016/17:180 s. 32",
    ],
)
def test_what_is_right_or_unknown_is_no_problem(text: str) -> None:
    assert problem(text) is None


def test_a_number_from_a_year_to_come_is_no_act() -> None:
    found = problem("lagen (2091:387) om stöd")
    assert found is not None
    assert found.problem is Problem.UNKNOWN


def test_the_short_form_in_an_old_letter_means_the_act_of_its_day() -> None:
    assert problem("60 kap. 1 § KL", date(2001, 5, 2)) is None


def test_an_old_namesake_that_the_register_may_lack_is_no_wrong_number() -> None:
    assert problem("kommunallagen (1953:753)") is None
    assert problem("smittskyddslagen (1968:231)") is None


def test_the_register_tells_its_day_and_knows_the_acts_that_letters_cite() -> None:
    assert REGISTER.day == date(2026, 4, 25)
    assert REGISTER.day_of("2025:400") == REGISTER.day
    assert REGISTER.day_of("2024:945") == date(2025, 9, 1)  # only the older source has it
    assert len(REGISTER.cited) > 200
    for act in REGISTER.cited.values():
        assert act.covers, act
        assert act.in_force or act.successor, act
        assert act.in_force or act.repealed, act
