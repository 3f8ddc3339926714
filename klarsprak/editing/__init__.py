"""Into the writer's own file: notes, highlights, safe fixes."""
