"""What an audit keeps of a letter."""
