"""Who checks the letters: processes of this machine, or of a cluster."""
