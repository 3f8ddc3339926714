"""Acts from the databases of law: the only part of the program, but for an audit's URLs, that asks the net."""
