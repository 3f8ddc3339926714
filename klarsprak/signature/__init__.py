"""The signature block of a letter: name, title, unit, address and telephone number.

The way goes from the letter to lines (``lines``), zones (``zones``), classified pieces of lines (``pieces``),
candidates (``signers``, ``letterhead``) and the choice among them (``finder``); ``occasion`` tells what the letter
is, ``block`` shows what it should have said.
"""

from klarsprak.signature.block import proposed
from klarsprak.signature.finder import find
from klarsprak.signature.model import Part, SignatureBlock

__all__ = ["Part", "SignatureBlock", "find", "proposed"]
