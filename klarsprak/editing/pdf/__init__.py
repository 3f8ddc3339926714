"""Into the writer's own PDF: findings as highlights and notes."""
