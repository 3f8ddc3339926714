"""A server that checks letters for this program: asked over the net, its answers made into reports.

Nothing here, and nothing that it imports, knows the Swedish language: asking takes a tenth of a second.
"""
