"""Swedish grammar told from word order and morphology: clauses, noun phrases, verb forms, the passive."""
