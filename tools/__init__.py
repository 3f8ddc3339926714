"""The developers' own tools; none of them ships."""
