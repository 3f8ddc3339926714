"""Findings that are not told: the organisation's exceptions, and what its baseline knows."""
