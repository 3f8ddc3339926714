"""References to law: found, checked against a register, and explained."""

from klarsprak.laws.plain import plain
from klarsprak.laws.references import Reference, find_references, references_in
from klarsprak.laws.register import Act, register, use_register
from klarsprak.laws.status import Problem, Status, status

__all__ = [
    "Act",
    "Problem",
    "Reference",
    "Status",
    "find_references",
    "plain",
    "references_in",
    "register",
    "status",
    "use_register",
]
