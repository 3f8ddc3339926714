"""Plain text → blocks: character sets, lines, columns, headings, quoted mail."""
