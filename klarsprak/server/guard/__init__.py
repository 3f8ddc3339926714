"""What stands between the net and the answers: who may ask, how much, how fast; and what is noted of it."""
