"""``klarsprak rules``."""
