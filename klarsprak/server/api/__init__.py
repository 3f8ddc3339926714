"""The house's own API, ``/api/1``: letters checked, annotated and mended, and rules told, as JSON and files."""
