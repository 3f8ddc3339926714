"""Words after *är* that no subject bends: *båten är borta, hamnarna är kvar, vi är överens*."""

from __future__ import annotations

UNBENT = frozenset(
    "svenska engelska finska arabiska okej ok kul ungefär densamma detsamma desamma slut borta ombord hemma fel "
    "säkert rätt kvar fast bra värd värt litet lite mycket annat annan nära långt lagom ense fullt helt vanligt "
    "normalt först sist ens sådan sådant undantaget oavsett inräknat inkluderat samtidigt sammanlagt".split()
)
"""Adjectives without other forms, and words that are adverbs too."""
PEOPLE = frozenset(
    "personalen familjen paret laget styrelsen gruppen publiken polisen föreningen klubben nämnden juryn teamet "
    "ledningen besättningen befolkningen allmänheten ungdomen antalet flertalet majoriteten hälften resten "
    "merparten folk klassen gänget truppen kören skaran kollegiet staben del par mängd typ slag sort "
    "procent någonting något".split()
)
"""Those whose many members may be meant, and what says how much of something."""
