"""A workbook's file, and those that it is put together from: none of them stays, whatever ends the work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from xlsxwriter import Workbook


@contextmanager
def workbook_in(out: BinaryIO) -> Iterator[Workbook]:
    """A workbook that is in the stream afterwards; raises ``OSError`` where something can't be written.

    The library leaves its parts, in which the letters' words may stand, among the system's temporary files if it
    doesn't come to the end: they lie in a folder of their own, which goes in any case.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    stream = _Stream(out)
    with TemporaryDirectory(prefix="klarsprak-", ignore_cleanup_errors=True) as folder:
        book = Workbook(stream, _OPTIONS | {"tmpdir": folder})
        try:
            yield book
            book.close()
        except FileCreateError as error:
            raise _cause(error) from None
        finally:
            stream.let_go()
            for sheet in book.worksheets():
                sheet.row_data_fh.close()  # Windows removes no open file


_OPTIONS = {
    # Rows go to a file as they come; texts are never taken for formulas, numbers or links.
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_date_format": "yyyy-mm-dd",
}


def _cause(error: Exception) -> Exception:
    """The system's error that the library has wrapped in its own."""
    cause = error.args[0] if error.args else None
    return cause if isinstance(cause, OSError) else error


class _Stream:
    """A stream as a zip file writes to it; what is written once it has been let go is lost.

    A zip file that was given up writes its end all the same when it is collected, to what is closed by then.
    """

    def __init__(self, out: BinaryIO) -> None:
        self._out: BinaryIO | None = out
        self._at = 0
        """Where it would be, once it has been let go."""

    def let_go(self) -> None:
        self._out = None

    def write(self, data: bytes) -> int:
        if self._out is not None:
            return self._out.write(data)
        self._at += len(data)
        return len(data)

    def seek(self, at: int, whence: int = 0) -> int:
        if self._out is not None:
            return self._out.seek(at, whence)
        self._at = at
        return at

    def tell(self) -> int:
        return self._at if self._out is None else self._out.tell()

    def flush(self) -> None:
        if self._out is not None:
            self._out.flush()
