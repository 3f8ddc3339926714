"""The gate in a mail system's pipe."""
