"""How far a run of an audit has come."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """What a run has done so far, in files."""

    checked: int = 0
    """Files whose content was read and checked now."""
    again: int = 0
    """Of those, files whose content had been checked by other rules."""
    known: int = 0
    """Files that were in the ledger with the same content and the same rules."""
    copies: int = 0
    """Files with the content of another file."""
    unreadable: int = 0
    """Files in which no letter could be read, now or when they were opened last."""
    closed: int = 0
    """Files that could not be opened."""
    passed_over: int = 0
    """Files that are not to be read: this program's reports; of packages what came in, older representations."""
    gone: int = 0
    """Files of the ledger that are no longer in the archive."""

    @property
    def files(self) -> int:
        """All files that the run has gone through."""
        return self.read + self.unreadable + self.closed

    @property
    def read(self) -> int:
        """Those of them that hold a letter that could be read."""
        return self.checked + self.known + self.copies
