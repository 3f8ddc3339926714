"""The signature block of a letter: name, title, unit, address and telephone number.

The way goes from the letter to lines (``lines``), zones (``zones``), classified pieces of lines (``pieces``),
candidates (``reading``) and the choice among them (``finder``).
"""

from klarsprak.signature.finder import find
from klarsprak.signature.model import Found, Part

__all__ = ["Found", "Part", "find"]
