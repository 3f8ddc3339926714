"""Where words stand, as a reader of the letter finds them."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.finding import FindingPlace


def page_and_line(place: FindingPlace | None) -> Iterator[str]:
    """Where words stand, as far as the letter's format tells: *sida 2*, *rad 7*, *3:e stycket under Beslut*."""
    if place is None:
        return
    if place.page is not None:
        yield f"sida {place.page}"
    if place.near is not None:
        yield place.near
    elif place.line is not None:
        yield f"rad {place.line}"
