"""Words after *är* that no subject bends: *båten är borta, hamnarna är kvar, vi är överens*."""

from __future__ import annotations

UNBENT = frozenset(
    "svenska engelska finska arabiska okej ok kul ungefär densamma detsamma desamma slut borta ombord hemma fel "
    "säkert rätt kvar fast bra värd värt litet lite mycket annat annan nära långt lagom ense fullt helt vanligt "
    "normalt först sist ens sådan sådant undantaget oavsett inräknat inkluderat samtidigt sammanlagt".split()
)
"""Adjectives without other forms, and words that are adverbs too."""
