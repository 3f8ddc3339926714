"""Charts as SVG, drawn by matplotlib (the extra ``report``).

They are pictures: what they show stands in a table beside each.  Text stays text, in the reader's own font.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from math import nan
from typing import TYPE_CHECKING, Any

from klarsprak.swedish import number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Told apart without colour too: by marker, by dashes, and by the name at the line's end.
_LINES = (
    ("#0b4a8a", "o", "-"),
    ("#a30018", "s", "--"),
    ("#1b5e20", "^", "-."),
    ("#7a4f00", "D", ":"),
    ("#5b2a86", "v", (0, (5, 1, 1, 1, 1, 1))),
)
_WIDTH = 9.0
_STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "klarsprak",
    "font.family": ["sans-serif"],
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": "#d9d9d9",
    "text.color": "#1b1b1b",
    "axes.labelcolor": "#1b1b1b",
    "axes.edgecolor": "#505050",
    "xtick.color": "#1b1b1b",
    "ytick.color": "#1b1b1b",
}
_MOST_TICKS = 12


def bars(names: Sequence[str], values: Sequence[float], unit: str) -> str:
    """Horizontal bars, the first on top; a ``data:`` address."""
    with _drawn(0.32 * len(names) + 0.9) as (axes, out):
        drawn = axes.barh(range(len(names)), values, color=_LINES[0][0], height=0.7)
        axes.bar_label(drawn, _labels(values), padding=3)
        _name(axes, names, unit)
    return _address(out)


def pairs(names: Sequence[str], old: Sequence[float], new: Sequence[float], unit: str) -> str:
    """Two horizontal bars for each name, before and now, the first name on top; a ``data:`` address."""
    with _drawn(0.5 * len(names) + 1.2) as (axes, out):
        for label, values, offset, colour in (("Före", old, -0.2, "#9db7d3"), ("Nu", new, 0.2, _LINES[0][0])):
            places = [at + offset for at in range(len(names))]
            drawn = axes.barh(places, values, height=0.38, label=label, color=colour, edgecolor=_LINES[0][0])
            axes.bar_label(drawn, _labels(values), padding=3)
        _name(axes, names, unit)
        axes.legend(frameon=False, loc="lower left", bbox_to_anchor=(0, 1), ncols=2)
    return _address(out)


def _name(axes: Axes, names: Sequence[str], unit: str) -> None:
    """Say what each of the horizontal bars is, the first on top, and what they count."""
    axes.set_yticks(range(len(names)), names)
    axes.invert_yaxis()
    axes.xaxis.set_major_formatter(_number)
    axes.margins(x=0.1)
    axes.set_xlabel(unit)
    axes.grid(axis="y", visible=False)


def columns(names: Sequence[str], values: Sequence[float], below: str, beside: str) -> str:
    """Standing bars of a distribution, with what stands below and beside the axes; a ``data:`` address."""
    with _drawn(3.2) as (axes, out):
        axes.bar(range(len(names)), values, color=_LINES[0][0], width=0.85)
        axes.set_xticks(range(len(names)), names)
        axes.set_xlabel(below)
        axes.set_ylabel(beside)
        axes.yaxis.set_major_formatter(_number)
        axes.grid(axis="x", visible=False)
    return _address(out)


def lines(periods: Sequence[str], series: Mapping[str, Sequence[float]], unit: str) -> str:
    """One line for each series over the periods, broken where years or months are missing; a ``data:`` address."""
    every = _calendar(periods[0], periods[-1])
    with _drawn(3.2) as (axes, out):
        for (name, values), (colour, marker, dashes) in zip(series.items(), _LINES, strict=False):
            known = dict(zip(periods, values, strict=True))
            heights = [known.get(period, nan) for period in every]
            axes.plot(range(len(every)), heights, color=colour, marker=marker, linestyle=dashes, label=name, ms=4)
        step = max(1, -(-len(every) // _MOST_TICKS))
        axes.set_xticks(range(0, len(every), step), every[::step])
        axes.set_ylim(bottom=0)
        axes.set_ylabel(unit)
        axes.yaxis.set_major_formatter(_number)
        if len(series) > 1:
            axes.legend(frameon=False, loc="upper center", bbox_to_anchor=(0.5, -0.12), ncols=len(series))
    return _address(out)


def _calendar(first: str, last: str) -> list[str]:
    """All years from first to last, or all months."""
    if len(first) == 4:
        return [str(year) for year in range(int(first), int(last) + 1)]
    start, end = (12 * int(period[:4]) + int(period[5:]) - 1 for period in (first, last))
    return [f"{month // 12}-{month % 12 + 1:02}" for month in range(start, end + 1)]


@contextmanager
def _drawn(height: float) -> Iterator[tuple[Axes, BytesIO]]:
    """Axes to draw on; afterwards the picture is in the stream."""
    # Figure alone, without pyplot: no window system, no global state.
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    with rc_context(_STYLE):
        figure = Figure(figsize=(_WIDTH, height), layout="constrained")
        out = BytesIO()
        axes = figure.add_subplot()
        yield axes, out
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})


def _labels(values: Sequence[float]) -> list[str]:
    """Numbers with as many decimals as it takes to tell small ones apart."""
    decimals = 1 if max(values, default=0) >= 1 else 2
    return [number(value, decimals) for value in values]


def _number(value: float, position: object = None) -> str:
    """A number in Swedish; ``position`` is what matplotlib tells besides."""
    return number(value, 1).removesuffix(",0")


def _address(out: BytesIO) -> str:
    return f"data:image/svg+xml;base64,{b64encode(out.getvalue()).decode()}"
