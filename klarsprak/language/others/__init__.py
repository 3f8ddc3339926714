"""Passages in other languages than Swedish."""
