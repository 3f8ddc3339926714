"""``abbreviation``: a short form that the letter doesn't write out."""
