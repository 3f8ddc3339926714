"""What was found of a line while one letter is read: many steps ask the same of it, and nothing is kept after it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, TypeVar

Answer = TypeVar("Answer")


class _Memory(threading.local):
    """The answers of the letter that a thread reads; None where it reads none."""

    answers: dict[tuple[Callable[[str], Any], str], Any] | None = None


_memory = _Memory()


@contextmanager
def reading_letter() -> Iterator[None]:
    """In such a block the functions that are ``once_a_letter`` remember; after it they know nothing."""
    _memory.answers = {}
    try:
        yield
    finally:
        _memory.answers = None


def once_a_letter(function: Callable[[str], Answer]) -> Callable[[str], Answer]:
    """The function, which looks at each text of a letter once; nothing but the text may decide its answer.

    For what is slow and asked again and again: whether *Du får svar i mars.* is a sentence.
    """

    @wraps(function)
    def asked(text: str) -> Answer:
        answers = _memory.answers
        if answers is None:
            return function(text)
        try:
            answer: Answer = answers[function, text]
        except KeyError:
            answer = answers[function, text] = function(text)
        return answer

    return asked
