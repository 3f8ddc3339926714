"""File → letter.

Every module here that reads a format has one function, ``read(data: bytes, source: str) -> Letter``, which raises
``ReadError`` for what can't be read.
"""
