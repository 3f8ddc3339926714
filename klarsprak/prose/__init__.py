"""What several kinds of rules ask of a text."""
