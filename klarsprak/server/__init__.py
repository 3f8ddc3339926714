"""One process in the house that checks what people write, wherever they write it.  Nothing of a text is kept."""
