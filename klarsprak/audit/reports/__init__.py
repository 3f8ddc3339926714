"""What a ledger says, for people and programs."""
