"""Packs to rules: read, chosen, looked up, described."""
