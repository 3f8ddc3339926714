"""What libraries log of a PDF is not heard while it is read, and heard again afterwards."""

from __future__ import annotations

import logging
from contextlib import ExitStack

import pytest

from klarsprak.readers.pdf.quiet import quiet

LIBRARIES = [logging.getLogger(name) for name in ("pdfminer.psparser", "pypdf._reader")]


@pytest.mark.parametrize("logger", LIBRARIES, ids=lambda logger: logger.name)
def test_the_libraries_log_again_once_all_is_read(logger: logging.Logger) -> None:
    before = logger.isEnabledFor(logging.WARNING)
    first, second = ExitStack(), ExitStack()
    first.enter_context(quiet())
    second.enter_context(quiet())
    first.close()  # another thread may still read
    assert not logger.isEnabledFor(logging.CRITICAL)
    second.close()
    assert logger.isEnabledFor(logging.WARNING) is before is True
