"""How rules find their words: word lists, compounds, patterns over tokens."""
