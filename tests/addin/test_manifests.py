"""The manifests that ``klarsprak addin`` makes.

The unified one is validated by Microsoft's own package and schema, where node and the packages are there (see
``tests/server/addin/package.json``).  For the XML no package brings Microsoft's XSD along, and its validator asks
a service on the net; what stands here are checks of our own, by the order and the limits that Microsoft's reference
of manifests tells, https://learn.microsoft.com/javascript/api/manifest.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from klarsprak.addin import icons
from klarsprak.addin.manifests import AddinFacts, as_json, as_xml, made
from klarsprak.cli import run
from tests.server.addin.node import node

FACTS = AddinFacts("https://sprak.ekvalla.se", "Ekvallas <klarspråk> & co", "Ekvalla kommun", "softBlock", 7)
ORDER = {
    "MailApp": "Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl "
    "SupportUrl AppDomains Hosts Requirements FormSettings Permissions Rule "
    "DisableEntityHighlighting VersionOverrides",
    "TaskPaneApp": "Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl "
    "SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions VersionOverrides",
    "VersionOverridesV1_0": "Description Requirements Hosts Resources VersionOverrides",
    "VersionOverridesV1_1": "Description Requirements Hosts Resources",
    "DesktopFormFactor": "FunctionFile ExtensionPoint",
    "Control": "Label Supertip Icon Action",
    "Group": "Label Icon Control",
    "Supertip": "Title Description",
    "Action": "TaskpaneId SourceLocation",
    "Resources": "Images Urls ShortStrings LongStrings",
}
"""What may stand in an element, in the order that it must have; by its ``xsi:type`` where it has one that is here."""
LONGEST = {"ShortStrings": 125, "LongStrings": 250}
TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


def roots() -> Iterator[tuple[str, etree._Element]]:
    for host in ("outlook", "word"):
        yield host, etree.fromstring(as_xml(host, FACTS))


@pytest.fixture(params=list(roots()), ids=lambda pair: pair[0])
def root(request: pytest.FixtureRequest) -> etree._Element:
    element: etree._Element = request.param[1]
    return element


def test_elements_stand_in_the_order_that_they_must_have(root: etree._Element) -> None:
    looked_at = 0
    for element in root.iter("{*}*"):
        order = ORDER.get(element.get(TYPE, "")) or ORDER.get(local(element))
        if order is None:
            continue
        known = order.split()
        below = [known.index(local(child)) for child in element]
        assert below == sorted(below), local(element)
        looked_at += 1
    assert looked_at >= 7


def test_every_resource_that_is_named_is_there(root: etree._Element) -> None:
    (resources,) = root.iter("{*}Resources")
    names = [element.get("id") for element in resources.iter("{*}Image", "{*}Url", "{*}String")]
    assert len(set(names)) == len(names)
    assert all(len(str(name)) <= 32 for name in names)
    assert {element.get("resid") for element in root.iter("{*}*") if element.get("resid")} == set(names)


def test_texts_are_no_longer_than_they_may_be(root: etree._Element) -> None:
    for name, most in LONGEST.items():
        (group,) = root.iter(f"{{*}}{name}")
        assert all(len(str(element.get("DefaultValue"))) <= most for element in group)
    assert len(root.findtext("{*}ProviderName") or "") <= 125
    (described,) = root.findall("{*}Description")
    assert len(str(described.get("DefaultValue"))) <= 250


def test_all_addresses_are_the_servers(root: etree._Element) -> None:
    told = [str(element.get("DefaultValue")) for element in root.iter("{*}*") if element.get("DefaultValue")]
    addresses = [text for text in told if "://" in text]
    assert len(addresses) >= 7
    assert all(address.startswith("https://sprak.ekvalla.se/tillagg/") for address in addresses)


def test_identities_in_a_manifest_are_told_apart(root: etree._Element) -> None:
    names = [element.get("id") for element in root.iter("{*}Group", "{*}Control")]
    assert len(set(names)) == len(names) == 2


def test_names_of_the_organisation_are_written_as_they_are(root: etree._Element) -> None:
    (name,) = root.findall("{*}DisplayName")
    assert name.get("DefaultValue") == FACTS.name
    assert root.findtext("{*}ProviderName") == "Ekvalla kommun"
    assert root.findtext("{*}Version") == "1.0.7.0"


def test_outlook_wakes_the_script_when_a_mail_is_sent() -> None:
    root = etree.fromstring(as_xml("outlook", FACTS))
    events = {element.get("Type"): element.get("SendMode") for element in root.iter("{*}LaunchEvent")}
    assert events == {"OnMessageSend": "SoftBlock", "OnMessageAttachmentsChanged": None}


def test_the_unified_manifest_says_the_same() -> None:
    manifest = as_json(FACTS)
    (extension,) = manifest["extensions"]
    (events,) = extension["autoRunEvents"]
    assert [event.get("options") for event in events["events"]] == [{"sendMode": "softBlock"}, None]
    actions = {action["id"] for runtime in extension["runtimes"] for action in runtime["actions"]}
    controls = [
        control
        for ribbon in extension["ribbons"]
        for tab in ribbon["tabs"]
        for group in tab["groups"]
        for control in group["controls"]
    ]
    used = {control["actionId"] for control in controls} | {event["actionId"] for event in events["events"]}
    assert used == actions
    root = etree.fromstring(as_xml("outlook", FACTS))
    (button,) = root.iter("{*}Control")
    assert button.get("id") in [control["id"] for control in controls]


@pytest.mark.parametrize("name", ["Klarspråk", FACTS.name])
def test_microsofts_own_package_takes_the_unified_manifest(name: str, tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    path.write_text(json.dumps(as_json(AddinFacts(FACTS.url, name))), encoding="utf-8")
    script = (
        "require('office-addin-manifest').validateManifest(process.argv[1])"
        ".then(told => console.log(JSON.stringify(told)))"
    )
    told = json.loads(node(["-e", script, str(path)], needs="office-addin-manifest"))
    assert told == {"isValid": True}


def test_microsofts_own_package_reads_the_xml(tmp_path: Path) -> None:
    for host in ("outlook", "word"):
        path = tmp_path / f"{host}.xml"
        path.write_bytes(as_xml(host, FACTS))
        script = (
            "require('office-addin-manifest').OfficeAddinManifest.readManifestFile(process.argv[1])"
            ".then(told => console.log(JSON.stringify(told)))"
        )
        told = json.loads(node(["-e", script, str(path)], needs="office-addin-manifest"))
        assert told["displayName"] == FACTS.name
        assert told["hosts"] == [{"outlook": "Mailbox", "word": "Document"}[host]]


def test_the_package_holds_what_the_admin_centre_asks_for() -> None:
    data = made(FACTS, icons.load())["klarsprak-365.zip"]
    assert data == made(FACTS, icons.load())["klarsprak-365.zip"]
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert set(package.namelist()) == {"manifest.json", "color.png", "outline.png"}
        assert icons.size_of(package.read("color.png")) == (192, 192)
        assert icons.size_of(package.read("outline.png")) == (32, 32)
        assert json.loads(package.read("manifest.json"))["developer"]["name"] == "Ekvalla kommun"


def test_the_same_server_gives_the_same_identity_and_another_one_gives_another() -> None:
    again = AddinFacts(FACTS.url, "Något annat", build=8)
    assert again.identity("outlook") == FACTS.identity("outlook")
    others = {FACTS.identity("word"), AddinFacts("https://annan.se").identity("outlook"), FACTS.identity("outlook")}
    assert len(others) == 3


def test_our_icons_have_the_sizes_that_their_names_say() -> None:
    drawn = icons.load()
    assert {name: icons.size_of(data) for name, data in drawn.items()} == {
        name: (size, size) for name, size in icons.names().items()
    }


def test_the_command_makes_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "klarsprak.yml").write_text(
        "organisation: {namn: Ekvalla}\ntillägg: {namn: Ekvallas språkhjälp, vid_utskick: block}\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    assert run(["addin", "--url", "https://språk.ekvalla.se:8443/", "--build", "2"]) == 0
    assert len(capsys.readouterr().out.split()) == 3
    text = (tmp_path / "klarsprak-outlook.xml").read_text(encoding="utf-8")
    for part in (
        "https://xn--sprk-soa.ekvalla.se:8443/tillagg/",
        'SendMode="Block"',
        "1.0.2.0",
        "Ekvallas språkhjälp",
    ):
        assert part in text
    assert run(["addin", "--url", "https://språk.ekvalla.se"]) == 2
    assert "--force" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("http://sprak.ekvalla.se", "https"),
        ("sprak.ekvalla.se", "går inte att använda"),
        ("https://sprak.ekvalla.se/granska", "går inte att använda"),
        ("https://sprak.ekvalla.se:port", "går inte att använda"),
        ("https://", "går inte att använda"),
    ],
)
def test_an_address_that_office_would_not_take(
    address: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["addin", "--url", address, str(tmp_path)]) == 2
    assert says in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_own_icons_take_the_place_of_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "ikoner"
    folder.mkdir()
    for name, data in icons.load().items():
        (folder / name).write_bytes(data + b"egen")
    config = tmp_path / "klarsprak.yml"
    config.write_text("tillägg: {ikoner: ikoner}\n", encoding="utf-8")
    options = ["addin", "--url", "https://sprak.ekvalla.se", "--config", str(config), str(tmp_path)]
    assert run(options) == 0
    with zipfile.ZipFile(tmp_path / "klarsprak-365.zip") as package:
        assert package.read("color.png").endswith(b"egen")
    (folder / "icon-64.png").write_bytes(icons.load()["icon-32.png"])
    capsys.readouterr()
    assert run([*options, "--force"]) == 2
    assert "icon-64.png: ikonen är 32 × 32 bildpunkter. Den ska vara 64 × 64." in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_told_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "klarsprak.yml"
    config.write_text("tillägg:\n  ikoner: bilder\n", encoding="utf-8")
    assert run(["addin", "--url", "https://sprak.ekvalla.se", "--config", str(config), str(tmp_path)]) == 2
    assert "klarsprak.yml:2:" in capsys.readouterr().err


def test_an_own_folder_of_a_file_that_is_built_on_is_counted_from_there(tmp_path: Path) -> None:
    from klarsprak.config.model import load_config

    (tmp_path / "under").mkdir()
    (tmp_path / "ikoner").mkdir()
    (tmp_path / "klarsprak.yml").write_text("tillägg: {ikoner: ikoner}\n", encoding="utf-8")
    own = tmp_path / "under" / "klarsprak.yml"
    own.write_text("bygger_på: ../klarsprak.yml\n", encoding="utf-8")
    assert load_config(own).addin_folder("icons") == tmp_path / "ikoner"
