"""What is known of every letter of an archive, in SQLite."""
