"""References to law: found, checked against a register, and explained."""

from klarsprak.laws.acts import Act
from klarsprak.laws.model import Reference
from klarsprak.laws.plain import plain
from klarsprak.laws.references import find_references, references_in
from klarsprak.laws.register import Register, load_register
from klarsprak.laws.status import Context, Problem, Status, status

__all__ = [
    "Act",
    "Context",
    "Problem",
    "Reference",
    "Register",
    "Status",
    "find_references",
    "load_register",
    "plain",
    "references_in",
    "status",
]
