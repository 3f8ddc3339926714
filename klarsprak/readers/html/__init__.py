"""HTML → letter."""
