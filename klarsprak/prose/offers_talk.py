"""Whether the letter asks its reader to ring, write or say so, in plain words: *Ring mig om det inte går.*.

Then a plain word of what happens otherwise isn't a threat: the reader has somebody to turn to. *Vid frågor kontakta
undertecknad* offers nothing of the kind.
"""

from __future__ import annotations

import re

from klarsprak.analysis import Analysis

_BEGINS = r"(?:^|[.:;!?,–(]\s*|\b(?:så|då|och|men|eller|gärna|alltid|bara) )"
"""What stands before a request: *om ni inte hör av er* is none."""
_SOFTLY = r"(?: (?:gärna|bara|då|alltid|genast|hellre|först|också|direkt))*"
_ASKS = re.compile(
    rf"(?im){_BEGINS}(?:"
    rf"(?:ring|mejla|skriv|prata|hör){_SOFTLY} (?:till |med |av )?(?:mig|oss|dig|er)\b"
    rf"|(?:ring|mejla|säg|skriv|hör) gärna\b"
    rf"|säg{_SOFTLY} (?:till|ifrån)\b"
    rf"|kom gärna\b|säg ja (?:med|via|i)\b"
    rf"|ring(?: mig| oss)?(?:!|{_SOFTLY},?(?: på)? \d)"
    r")"
)
"""*Passar det inte, ring mig*, *Säg gärna till*."""
_MAY = re.compile(
    r"(?i)\b(?:(?:du|ni) (?:kan|får)|(?:kan|får) (?:du|ni)) (?:alltid|gärna)(?: \w+)?"
    r" (?:ringa|mejla|skriva|höra av|prata|komma)\b"
)
"""*Du får gärna ringa mig*."""
_COMES = re.compile(r"(?i)\b(?:jag|vi) (?:kommer|pratar|träffar|träffas|ses) (?:också |då )?gärna\b")
"""*Jag kommer gärna till er och pratar om det*."""


def offers_talk(analysis: Analysis) -> bool:
    """Whether the letter asks the reader to get in touch with whoever wrote it."""
    text = analysis.text
    return any(pattern.search(text) for pattern in (_ASKS, _MAY, _COMES))
