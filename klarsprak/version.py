"""The program's version; reports, ledgers and baselines say it."""

__version__ = "0.1.0"
