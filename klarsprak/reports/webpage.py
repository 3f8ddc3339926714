"""What the pages that the program writes have in common: one file, no network, one look."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined

from klarsprak.reports.streams import is_utf8
from klarsprak.version import __version__


def asset(name: str) -> str:
    """The text of a file beside the pages' templates."""
    return (files("klarsprak.reports") / "page" / name).read_text(encoding="utf-8")


def digest(part: str) -> str:
    """The name by which a page's policy lets this style or script run, and no other."""
    return f"sha256-{b64encode(sha256(part.encode()).digest()).decode()}"


def own(*sheets: str, more: str = "") -> dict[str, str]:
    """What a page says of itself: its style, the policy that lets nothing else in but ``more``, and the version."""
    style = "".join(map(asset, sheets))
    policy = f"default-src 'none'; style-src '{digest(style)}'; {more}base-uri 'none'"
    return {"style": style, "policy": policy, "version": __version__}


@cache
def _environment() -> Environment:
    """One for all pages: it keeps a template compiled, which takes longer than to write a page."""
    return Environment(
        loader=PackageLoader("klarsprak.reports", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, out: TextIO, **values: Any) -> None:
    """Write the page that the template makes of the values."""
    text = _environment().get_template(template).render(values)
    # The page says that it is UTF-8, which ASCII with character references is too.
    if not is_utf8(out):
        text = text.encode("ascii", "xmlcharrefreplace").decode("ascii")
    out.write(text)
