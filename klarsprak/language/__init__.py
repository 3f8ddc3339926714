"""Swedish: tokens, sentences, tags, trees, inflection.

Everything that uses spaCy imports this package first, so that spaCy is imported in the quick way.
"""

from klarsprak.language.spacy_import import import_spacy

import_spacy()
