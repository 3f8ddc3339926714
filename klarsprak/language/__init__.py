"""Swedish: tokens, sentences, tags, trees, inflection."""
