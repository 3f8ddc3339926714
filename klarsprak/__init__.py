"""Plain-language checking of outgoing Swedish letters."""

__version__ = "0.1.0"
