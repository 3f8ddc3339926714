"""The signature block of a letter: name, title, unit, address and telephone number.

``finder`` tells the way from a letter to its block, step by step; ``block`` shows what the letter should have said.
What decides is written as decision lists (``decisions``), whose rows each have an example.
"""

from klarsprak.signature.block import propose_block
from klarsprak.signature.finder import find
from klarsprak.signature.model import SignatureBlock
from klarsprak.signature.spans import FoundPart
from klarsprak.signature.stretches import KnownLines

__all__ = ["FoundPart", "KnownLines", "SignatureBlock", "find", "propose_block"]
