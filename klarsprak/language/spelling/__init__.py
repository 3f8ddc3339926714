"""Which words are spelt right, and what a misspelt one was meant to be.

``automaton`` holds 900,000 forms packed, with how common each is; ``lexicon`` says whether a word is right: listed,
a compound of known parts or made of a known word; ``candidates`` finds what differs from a word by a slip, ``slips``
says which slips are likely, and ``speller`` puts them together.
"""
