"""What the organisation adds to klarsprak: a module for each entry point in ``pyproject.toml``."""
