"""Files that people write and read: errors that point, what is written whole or not at all."""
