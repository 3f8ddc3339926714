"""``expect``: something that this type of letter must say and doesn't."""
