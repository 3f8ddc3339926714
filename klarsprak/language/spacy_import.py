"""spaCy imported without what nothing here uses and what takes two fifths of the time.

Two of its modules are left out: its own command line, and ``spacy.schemas``, dozens of pydantic models that
configurations of training are checked against.  Where another user of spaCy in the same process needs these, they
come, as if they had been there from the start: what in spaCy checks a configuration or a pattern asks for them here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from types import ModuleType
from typing import Any

_COMMANDS = ("spacy.cli", "spacy.cli.info")
_SCHEMAS = "spacy.schemas"
_ENTRIES = ("from_config", "initialize")
"""The methods of spaCy's ``Language`` that check a configuration."""


class _Later:
    """A name of ``spacy.schemas`` that nobody has needed yet."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._rebuilt_with: dict[str, Any] | None = None

    def model_rebuild(self, *, _types_namespace: dict[str, Any]) -> None:
        """Note what spaCy, while it is imported, tells a model of the types that it names."""
        self._rebuilt_with = _types_namespace

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        if self._name == "TokenPattern" and not (arguments or named):
            return _Pattern()
        return getattr(complete(), self._name)(*arguments, **named)

    def __getattr__(self, name: str) -> Any:
        return getattr(getattr(complete(), self._name), name)

    def real(self, schemas: ModuleType) -> Any:
        """What the name stands for in the module itself."""
        found = getattr(schemas, self._name)
        if self._rebuilt_with is not None:
            found.model_rebuild(_types_namespace=self._rebuilt_with)
        return found


class _Pattern:
    """A pattern of nothing, which matchers ask what can be said of words: the tokeniser's own asks for the form."""

    def model_dump(self) -> _Pattern:
        """What can be said, by name."""
        return self

    dict = model_dump

    def __contains__(self, name: str) -> bool:
        return name == "orth" or name in complete().TokenPattern().model_dump()


class _Schemas(ModuleType):
    """Stands where ``spacy.schemas`` will."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self.__dict__.setdefault(name, _Later(name))


def import_spacy() -> None:
    """Import spaCy without these modules; later they can be imported as ever."""
    if "spacy" in sys.modules:
        return
    stubs: dict[str, ModuleType] = {name: ModuleType(name) for name in _COMMANDS}
    stubs["spacy.cli"].__path__ = []
    stubs["spacy.cli.info"].info = None  # type: ignore[attr-defined]
    sys.modules.update(stubs)
    sys.modules[_SCHEMAS] = _Schemas(_SCHEMAS)
    try:
        from spacy.language import Language
    except BaseException:
        sys.modules.pop(_SCHEMAS, None)
        raise
    finally:
        for name in _COMMANDS:
            sys.modules.pop(name, None)
    for name in _ENTRIES:
        setattr(Language, name, _completing(vars(Language)[name]))


def complete() -> ModuleType:
    """``spacy.schemas`` itself, which from now on stands everywhere in spaCy where it was left out."""
    known = sys.modules[_SCHEMAS]
    if not isinstance(known, _Schemas):
        return known
    del sys.modules[_SCHEMAS]
    schemas = import_module(_SCHEMAS)
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "spacy":
            _fill_in(module, schemas)
    return schemas


def _fill_in(module: ModuleType, schemas: ModuleType) -> None:
    """Give the module's names the values that they would have had."""
    for name, value in list(vars(module).items()):
        if type(value) is _Later:
            setattr(module, name, value.real(schemas))
        elif type(value) is _Schemas:
            setattr(module, name, schemas)


def _completing(method: Any) -> Any:
    """The method of ``Language``, which first sees to it that nothing is left out."""
    is_of_class = isinstance(method, classmethod)
    asked: Callable[..., Any] = method.__func__ if is_of_class else method

    @wraps(asked)
    def completed(*arguments: Any, **named: Any) -> Any:
        complete()
        return asked(*arguments, **named)

    return classmethod(completed) if is_of_class else completed
