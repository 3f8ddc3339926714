"""Into the writer's own Word document: findings as comments, safe suggestions as tracked changes."""

from __future__ import annotations

AUTHOR = "klarsprak"
INITIALS = "ks"
