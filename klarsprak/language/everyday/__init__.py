"""Which words are everyday Swedish: common ones, and what is made of common ones in the usual ways.

``words`` holds 46,000 dictionary forms by frequency, ``derivation`` says what may be made of a word, ``compounds``
how the parts of compounds look; ``vocabulary`` puts them together and says whether a word is everyday.
"""
