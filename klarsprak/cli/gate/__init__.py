"""``klarsprak gate``."""
