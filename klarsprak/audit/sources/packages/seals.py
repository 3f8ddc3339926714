"""Checksums: whether a file is still what it was when its package was made."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable
from typing import NamedTuple

from klarsprak.audit.sources.members import BadMemberError

_HASHES = {
    "MD5": "md5",
    "SHA-1": "sha1",
    "SHA1": "sha1",
    "SHA-256": "sha256",
    "SHA256": "sha256",
    "SHA-384": "sha384",
    "SHA384": "sha384",
    "SHA-512": "sha512",
    "SHA512": "sha512",
}
_SUMS: dict[str, Callable[[bytes, int], int]] = {"CRC32": zlib.crc32, "Adler-32": zlib.adler32}
_FIRST = {"CRC32": 0, "Adler-32": 1}


class Seal(NamedTuple):
    """What a file list says of a file; each is empty or None where it says nothing."""

    kind: str = ""
    """*SHA-256*."""
    sum: str = ""
    size: int | None = None

    @property
    def is_unknown(self) -> bool:
        """Whether the checksum is of a kind that nobody here can compute: *TIGER*."""
        return bool(self.sum) and self.kind not in _HASHES and self.kind not in _SUMS

    def check(self, data: bytes) -> bytes:
        """The same data; raises ``BadMemberError`` where it isn't what the package was made of."""
        self.check_pieces([data])
        return data

    def check_pieces(self, pieces: Iterable[bytes]) -> None:
        """As ``check``, for a file that is too large to be had at once."""
        size, found = self._measured(pieces)
        if found is not None and found != self.sum.lower():
            raise BadMemberError(
                f"Kontrollsumman ({self.kind}) stämmer inte: filen är ändrad eller skadad sedan paketet gjordes."
            )
        if found is None and self.size is not None and size != self.size:
            raise BadMemberError(
                f"Filen är {size} byte, men {self.size} enligt paketets fillista: den är ändrad eller avkortad."
            )

    def _measured(self, pieces: Iterable[bytes]) -> tuple[int, str | None]:
        """The size, and the checksum as hexadecimal digits; None for one that can't be computed."""
        size = 0
        digest = hashlib.new(_HASHES[self.kind], usedforsecurity=False) if self.kind in _HASHES else None
        number = _FIRST.get(self.kind, 0)
        for piece in pieces:
            size += len(piece)
            if digest is not None:
                digest.update(piece)
            elif self.kind in _SUMS:
                number = _SUMS[self.kind](piece, number)
        return size, self._written(digest.hexdigest() if digest else f"{number:08x}")

    def _written(self, found: str) -> str | None:
        """The checksum, with as many digits as the file list's: *0a1b* for a CRC written without its first zeros."""
        if not self.sum or self.is_unknown:
            return None
        return found.lstrip("0").zfill(len(self.sum.strip())) if self.kind in _SUMS else found
