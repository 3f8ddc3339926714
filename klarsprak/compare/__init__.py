"""A draft and its rewrite, compared: what facts were lost, added or changed on the way."""
