"""The chapters of acts, and the last section of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from klarsprak.laws.imported import ImportedAct


class Chapters(Mapping[str, dict[str, int]]):
    """The chapters of acts: those that were imported, where they are known, and those that ship."""

    def __init__(self, ships: dict[str, dict[str, int]], imported: Mapping[str, ImportedAct]) -> None:
        self._ships = ships
        self._imported = imported

    def __getitem__(self, sfs: str) -> dict[str, int]:
        act = self._imported.get(sfs)
        return act.chapters if act is not None and act.chapters else self._ships[sfs]

    def __iter__(self) -> Iterator[str]:
        yield from self._ships
        yield from (sfs for sfs, act in self._imported.items() if act.chapters and sfs not in self._ships)

    def __len__(self) -> int:
        return len(list(iter(self)))
