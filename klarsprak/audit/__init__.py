"""Many letters: sources → workers → ledger → summary.

``run.audit`` is the page that shows the whole way.
"""
