"""``klarsprak laws``."""
