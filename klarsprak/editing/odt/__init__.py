"""Into the writer's own OpenDocument text: findings as comments, safe suggestions as tracked changes."""
