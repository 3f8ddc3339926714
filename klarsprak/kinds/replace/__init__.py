"""``replace``: a word or phrase that has a plainer one, in any inflected form."""
