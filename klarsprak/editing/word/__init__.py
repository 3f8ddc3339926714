"""Into the writer's own Word document: findings as comments, safe suggestions as tracked changes."""
