"""What was read of statutes put into the register that is there: what that knows, and they don't tell, is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from klarsprak.files.errors import FileError
from klarsprak.files.there import exists
from klarsprak.laws.imported import ImportedAct, ImportedRegister, read_register
from klarsprak.laws.register import load_register
from klarsprak.laws.sources import Statute
from klarsprak.laws.takes_over import takes_over
from klarsprak.laws.wording import Wording


def register_at(path: Path) -> ImportedRegister | None:
    """The register in the file, None where there is no file; raises ``FileError`` for a file that is none.

    Such a file may be anything, and nothing is written over it.
    """
    if not exists(path):
        return None
    try:
        return read_register(path)
    except FileError:
        raise FileError(
            f"{path}: filen är inget lagregister. Flytta den, eller välj en annan med --output."
        ) from None


def merged(known: ImportedRegister | None, statutes: Iterable[Statute], day: date) -> ImportedRegister:
    """The register with what was read on ``day``; of an act that it knows from a later day it keeps that."""
    before = known or ImportedRegister(day, {})
    acts = {sfs: replace(act, day=act.day or before.day) for sfs, act in before.acts.items()}
    wordings = dict(before.wordings)
    for act, wording in statutes:
        old = acts.get(act.sfs)
        new = replace(act, day=day)
        acts[act.sfs] = new if old is None else _together(old, new)
        if wording.sections and (old is None or _day(old) <= day):
            wordings[act.sfs] = _kept(wordings.get(act.sfs), wording)
    titles = {sfs: act.name for sfs, act in acts.items()}
    acts = {sfs: _with_successor(act, titles) for sfs, act in acts.items()}
    return ImportedRegister(max(before.day, day), acts, wordings)


def _day(act: ImportedAct) -> date:
    assert act.day is not None
    return act.day


def _together(old: ImportedAct, new: ImportedAct) -> ImportedAct:
    """The act as the later of the two has it, with what only the earlier one tells."""
    earlier, later = (old, new) if _day(old) <= _day(new) else (new, old)
    status = later if later.repealed is not None else earlier
    return replace(
        later,
        repealed=status.repealed,
        since=status.since,
        successor=later.successor or (earlier.successor if status.repealed else ""),
        repealed_by=later.repealed_by or (earlier.repealed_by if status.repealed else ""),
        chapters=later.chapters or earlier.chapters,
        amended=later.amended or earlier.amended,
    )


def _kept(old: Wording | None, new: Wording) -> Wording:
    """The later wording; the days of amendments that it doesn't tell are those that were known."""
    if old is None:
        return new
    return Wording(new.sections, {**old.amendments, **new.amendments})


def _with_successor(act: ImportedAct, titles: dict[str, str]) -> ImportedAct:
    """The act with the one that took its place, where the act that repealed it is about the same thing."""
    if not act.repealed or act.successor or not act.repealed_by:
        return act
    shipped = load_register(None).get(act.repealed_by)
    name = titles.get(act.repealed_by) or (shipped.name if shipped else "")
    return replace(act, successor=act.repealed_by) if name and takes_over(act.name, name) else act
