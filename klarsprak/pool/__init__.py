"""The processes that check: each has loaded the rules, does one job at a time, and is replaced when it is gone."""
