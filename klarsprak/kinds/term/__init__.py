"""``term``: jargon that the letter doesn't explain."""
