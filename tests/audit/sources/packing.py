"""Makes archive packages as E-ARK CSIP and FGS have them, with letters of the tests' own."""

from __future__ import annotations

import hashlib
import io
import tarfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

DATA = "representations/rep1/data"
REGISTER = "metadata/descriptive/erms.xml"


@dataclass
class Handling:
    """A record of a case; ``paths`` are those of its files, as the register writes them."""

    paths: tuple[str, ...]
    direction: str = "outgoing"
    dates: Mapping[str, str] = field(default_factory=dict)
    type: str = "Beslut"
    unit: str = "Byggnadsnämnden"


def register(cases: Mapping[str, list[Handling]]) -> bytes:
    """A register of cases by CITS ERMS; the keys are the cases' numbers."""
    parts = [_case(number, records) for number, records in cases.items()]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<erms xmlns="https://DILCIS.eu/XML/ERMS"><control/><aggregations>'
        f"{''.join(parts)}</aggregations></erms>"
    ).encode()


def _case(number: str, records: list[Handling]) -> str:
    return (
        f'<aggregation systemIdentifier="s{escape(number)}" aggregationType="caseFile">'
        f"<objectId>{escape(number)}</objectId>{''.join(map(_record, records))}</aggregation>"
    )


def _record(record: Handling) -> str:
    dates = "".join(f'<date dateType="{kind}">{day}</date>' for kind, day in record.dates.items())
    direction = f'<direction directionDefinition="{record.direction}"/>' if record.direction else ""
    files = "".join(f"<appendix name={quoteattr(path)} path={quoteattr(path)}/>" for path in record.paths)
    return (
        f'<record systemIdentifier="r" recordType={quoteattr(record.type)}><objectId>1</objectId>{direction}'
        f'<agents><agent agentType="creator"><unitName>{escape(record.unit)}</unitName></agent></agents>'
        f"<dates>{dates}</dates><additionalInformation>{files}</additionalInformation></record>"
    )


def swedish_register(cases: Mapping[str, list[Handling]]) -> bytes:
    """A register of cases by FGS Ärendehantering 1.0; a record's ``direction`` is what its state says."""
    parts = "".join(
        f'<ArkivobjektArende Systemidentifierare="s"><ArkivobjektID>{escape(number)}</ArkivobjektID>'
        "<Agent><Roll>Registrator</Roll><Namn>Kim Ek</Namn><Enhetsnamn>Kansliet</Enhetsnamn></Agent>"
        f"<ArkivobjektListaHandlingar>{''.join(map(_handling, records))}</ArkivobjektListaHandlingar>"
        "</ArkivobjektArende>"
        for number, records in cases.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<Leveransobjekt xmlns="http://xml.ra.se/e-arkiv/FGS-ERMS">'
        f"<ArkivobjektListaArenden>{parts}</ArkivobjektListaArenden></Leveransobjekt>"
    ).encode()


def _handling(record: Handling) -> str:
    agent = (
        f"<Agent><Roll>Handläggare</Roll><Enhetsnamn>{escape(record.unit)}</Enhetsnamn></Agent>"
        if record.unit
        else ""
    )
    state = f"<StatusHandling>{record.direction}</StatusHandling>" if record.direction else ""
    days = "".join(f"<{kind}>{day}</{kind}>" for kind, day in record.dates.items())
    files = "".join(f"<Bilaga Namn={quoteattr(path)} Lank={quoteattr(path)}/>" for path in record.paths)
    return (
        f'<ArkivobjektHandling Systemidentifierare="r"><ArkivobjektID>1</ArkivobjektID>'
        f"<Handlingstyp>{escape(record.type)}</Handlingstyp>{days}{agent}{state}{files}</ArkivobjektHandling>"
    )


def swedish_package(letters: Mapping[str, bytes], cases: Mapping[str, list[Handling]]) -> dict[str, bytes]:
    """The files of a package by FGS Paketstruktur 1.2, with their list, ``sip.xml``."""
    files = {f"Content/1/{name}": data for name, data in letters.items()}
    files["Content/2/export.xml"] = swedish_register(cases)
    listed = "".join(entry("", data, href="file:///" + quote(path)) for path, data in files.items())
    profile = "http://xml.ra.se/e-arkiv/METS/CommonSpecificationSwedenPackageProfile.xml"
    return {"sip.xml": mets({}, extra=listed, head=f'OBJID="p" TYPE="ERMS" PROFILE="{profile}"'), **files}


def mets(
    files: Mapping[str, bytes], *, created: str = "2024-03-01T10:00:00", extra: str = "", head: str = ""
) -> bytes:
    """A file list; ``extra`` is more of the same, ``head`` stands for what the first element says."""
    says = head or 'OBJID="paket" TYPE="ERMS" PROFILE="https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml"'
    listed = "".join(entry(path, data) for path, data in files.items())
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<mets xmlns="http://www.loc.gov/METS/"'
        f' xmlns:xlink="http://www.w3.org/1999/xlink" {says}><metsHdr CREATEDATE="{created}"/>'
        f'<fileSec><fileGrp USE="Representations/rep1">{listed}{extra}</fileGrp></fileSec></mets>'
    ).encode()


def entry(path: str, data: bytes, kind: str = "sha256", href: str = "") -> str:
    """A file of a file list."""
    digest = hashlib.new(kind, data).hexdigest()
    name = {"sha256": "SHA-256", "md5": "MD5", "sha512": "SHA-512"}[kind]
    return (
        f'<file ID="f{len(path)}" MIMETYPE="text/plain" SIZE="{len(data)}" CREATED="2024-02-01T00:00:00"'
        f' CHECKSUM="{digest.upper()}" CHECKSUMTYPE="{name}">'
        f'<FLocat LOCTYPE="URL" xlink:href={quoteattr(href or quote(path))}/></file>'
    )


def package(letters: Mapping[str, bytes], cases: Mapping[str, list[Handling]] | None = None) -> dict[str, bytes]:
    """The files of a whole package, with a register where there are cases."""
    files = {f"{DATA}/{name}": data for name, data in letters.items()}
    if cases is not None:
        files[REGISTER] = register(cases)
    return {"METS.xml": mets(files), **files}


def in_folder(files: Mapping[str, bytes], folder: Path) -> Path:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def in_zip(files: Mapping[str, bytes], path: Path, top: str = "paket/") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(top + name, data)
    return path


def in_tar(files: Mapping[str, bytes], path: Path, top: str = "paket/", mode: str = "w:gz") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(top + name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path
