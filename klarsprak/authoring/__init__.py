"""For those who write rules: examples that are run, what rules find, new rules."""
