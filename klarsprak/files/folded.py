"""Models of which there are thousands and few are asked for: each is read from its file when somebody asks."""

from __future__ import annotations

import pickle
import zlib
from array import array
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import chain, repeat
from types import NoneType
from typing import Any, ClassVar, Generic, NamedTuple, Self, TypeVar

from klarsprak.files.pieces import Pieces
from klarsprak.files.small import EMPTY, SmallModel

V = TypeVar("V")
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
        """How a pickle makes the folded model, in the words of ``__reduce__``; what is computed of it is left out."""
        shared: dict[str, Any] = {}
        own: dict[str, Any] = {}
        empty: list[str] = []
        for name, value in self._kept().items():
            if name not in type(self).model_fields:
                continue
            if value == []:
                empty.append(name)
            elif isinstance(value, _PLAIN):
                shared[name] = value
            else:
                own[name] = value
        told = frozenset(self.__pydantic_fields_set__)
        common = _Shared(told, tuple(shared), tuple(shared.values()), tuple(empty), tuple(own), folds.pieces)
        place = _put(tuple(own.values()), folds.pieces)
        return _folded, (type(self), folds.shared.setdefault(common, common), place)

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
        values = zip(shared.names + shared.own, shared.values + _read(shared.pieces, place), strict=True)
        for name, value in chain(values, zip(shared.empty, repeat(EMPTY))):
            put(self, name, value)
        put(self, "__pydantic_fields_set__", set(shared.told))
        put(self, "__pydantic_extra__", None)
        put(self, "__pydantic_private__", None)
        put(self, "_own", None)


def _folded(model: type[FoldedModel], shared: _Shared, place: int) -> FoldedModel:
    """The model whose own values lie at ``place``."""
    made = model.__new__(model)
    object.__setattr__(made, "_shared", shared)
    object.__setattr__(made, "_own", place)
    return made


class FoldedList(Generic[V]):
    """Values by number, of which few are asked for: they may be kept folded one by one, as models are."""

    __slots__ = ("_pieces", "_places", "_values")

    def __init__(self, values: Iterable[V]) -> None:
        self._values = dict(enumerate(values))
        self._places = array("Q", [0]) * len(self._values)
        self._pieces = Pieces()

    def __getitem__(self, number: int) -> V:
        if number not in self._values:
            self._values[number] = _read(self._pieces, self._places[number])
        return self._values[number]

    def __iter__(self) -> Iterator[V]:
        return map(self.__getitem__, range(len(self._places)))

    def __reduce__(self) -> tuple[Any, ...]:
        return FoldedList, (list(self),)

    def folded(self, folds: Folds) -> tuple[Any, ...]:
        """How a pickle makes the list with its values folded."""
        return _folded_list, (folds.pieces, array("Q", [_put(value, folds.pieces) for value in self]))


def _folded_list(pieces: Pieces, places: array[int]) -> FoldedList[Any]:
    """The list whose values lie at those places."""
    made: FoldedList[Any] = FoldedList(())
    made._pieces, made._places = pieces, places
    return made


def _put(value: object, pieces: Pieces) -> int:
    """The place of the value in the pieces, where it is put."""
    return pieces.add(zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), zlib.Z_BEST_COMPRESSION))


def _read(pieces: Pieces, place: int) -> Any:
    """The value that was put there."""
    return pickle.loads(zlib.decompress(pieces.at(place)))
