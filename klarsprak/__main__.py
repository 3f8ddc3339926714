"""``python -m klarsprak``."""

from klarsprak.cli import main

if __name__ == "__main__":
    main()
