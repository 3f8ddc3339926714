"""The Model Context Protocol: a language model writes, the checker judges.

The protocol's own package is called ``mcp`` too; imports are absolute, so that the two aren't mixed up.
"""
