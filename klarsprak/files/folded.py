"""Models of which there are thousands and few are asked for: each is read from its file when somebody asks."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterator
from enum import Enum
from itertools import chain, repeat
from types import NoneType
from typing import Any, ClassVar, NamedTuple, Self

from klarsprak.files.pieces import Pieces
from klarsprak.files.small import EMPTY, SmallModel

_PLAIN = (bool, int, Enum, NoneType)
"""Types of values that many models share, as they do a level; what a text says is each model's own."""


class _Shared(NamedTuple):
    """What many models have in common."""

    told: frozenset[str]
    """Names of the values that were given when the model was made."""
    names: tuple[str, ...]
    values: tuple[Any, ...]
    empty: tuple[str, ...]
    """Names of lists with nothing in them."""
    own: tuple[str, ...]
    """Names of the values that each model has for itself."""
    pieces: Pieces
    """Where these values lie."""


class Folds(NamedTuple):
    """What the folded models of one pickle have in common, and where each puts what is its own."""

    pieces: Pieces
    shared: dict[_Shared, _Shared]
    """One for all models that have the same, so that the pickle holds it once."""


class FoldedModel(SmallModel):
    """A model that may be kept folded: what it shares with others, and the place in a file of what is its own.

    A letter meets a hundred of ten thousand rules.  Nobody can tell a folded model from one that isn't, but by its
    memory.
    """

    __slots__ = ("_own", "_shared")

    is_seldom: ClassVar[bool] = True
    """Whether few of the class are asked for; else none is folded."""

    def folded(self, folds: Folds) -> tuple[Any, ...]:
        """How a pickle makes the folded model, in the words of ``__reduce__``."""
        shared: dict[str, Any] = {}
        own: dict[str, Any] = {}
        empty: list[str] = []
        for name, value in self._kept().items():
            if value == []:
                empty.append(name)
            elif isinstance(value, _PLAIN):
                shared[name] = value
            else:
                own[name] = value
        told = frozenset(self.__pydantic_fields_set__)
        common = _Shared(told, tuple(shared), tuple(shared.values()), tuple(empty), tuple(own), folds.pieces)
        data = zlib.compress(pickle.dumps(tuple(own.values()), pickle.HIGHEST_PROTOCOL), zlib.Z_BEST_COMPRESSION)
        return _folded, (type(self), folds.shared.setdefault(common, common), folds.pieces.add(data))

    def __getattr__(self, name: str) -> Any:
        """Asked for what isn't there: unfold, and look again, also where another thread has unfolded it meanwhile."""
        self._unfold()
        return object.__getattribute__(self, name)

    def _kept(self) -> dict[str, Any]:
        """Unfolded: what looks at all values at once asks for none of them by its name."""
        self._unfold()
        return super()._kept()

    def __iter__(self) -> Iterator[tuple[str, Any]]:  # type: ignore[override]  # pydantic's is another thing than a set's
        self._unfold()
        return super().__iter__()

    def __eq__(self, other: object) -> bool:
        self._unfold()
        if isinstance(other, FoldedModel):
            other._unfold()
        return super().__eq__(other)

    __hash__ = None  # type: ignore[assignment]  # as pydantic has it: a model can be changed

    def __copy__(self) -> Self:
        self._unfold()
        return super().__copy__()

    def model_dump(self, **asked: Any) -> dict[str, Any]:
        """The values by name, as pydantic tells them."""
        self._unfold()
        return super().model_dump(**asked)

    def _unfold(self) -> None:
        """Read the values, if they are folded.

        Two threads that do it at once put the same values.
        """
        try:
            place: int | None = object.__getattribute__(self, "_own")
        except AttributeError:  # made by pydantic
            return
        if place is None:
            return
        put = object.__setattr__
        shared: _Shared = object.__getattribute__(self, "_shared")
        values = zip(shared.names + shared.own, shared.values + _read(shared, place), strict=True)
        for name, value in chain(values, zip(shared.empty, repeat(EMPTY))):
            put(self, name, value)
        put(self, "__pydantic_fields_set__", set(shared.told))
        put(self, "__pydantic_extra__", None)
        put(self, "__pydantic_private__", None)
        put(self, "_own", None)


def _read(shared: _Shared, place: int) -> tuple[Any, ...]:
    """The values that lie there."""
    values: tuple[Any, ...] = pickle.loads(zlib.decompress(shared.pieces.at(place)))
    return values


def _folded(model: type[FoldedModel], shared: _Shared, place: int) -> FoldedModel:
    """The model whose own values lie at ``place``."""
    made = model.__new__(model)
    object.__setattr__(made, "_shared", shared)
    object.__setattr__(made, "_own", place)
    return made
