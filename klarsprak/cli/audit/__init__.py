"""``klarsprak audit``."""
