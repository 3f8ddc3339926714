"""How strange a text is to Swedish, by the pairs of letters in it."""

from __future__ import annotations

import re
from itertools import pairwise, product

_WORD = re.compile("[a-zåäö]{2,}")
_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"

# How strange each pair of letters is in Swedish, 0 (common: *en*) to 9: round((-log2 p - 5.5) / 1.4), with p the
# pair's part of all pairs in the training text of Swedish-Talbanken.  A row for the first letter, a column for the
# second.
_PAIRS = (
    "84427326862120839021519669899"
    "24971998358298399366498949444"
    "59693891392799699988899969999"
    "24940556246363367235359959435"
    "44314334562120649020538389798"
    "28994499369399399262489959341"
    "16941633357464399222469969343"
    "29992999449789399799398949333"
    "34323315792140249312629797976"
    "39953799996495399968389999934"
    "16762564367363159232339949533"
    "14921455123043349522339949324"
    "14961453265423339434469949333"
    "15512414153352249511349939335"
    "54135435654211749122648689988"
    "26972446587365329244478979269"
    "99999999999999999999969999999"
    "12921334132331259322239948223"
    "14542454231333139420339939233"
    "14560445145453259221339936434"
    "44644668793332929332859699999"
    "16952657165575689535569999327"
    "79997998899899999899999999999"
    "59994999688696959985599999999"
    "47347537995454759343969899999"
    "87997999899999899999999999999"
    "86935639995382969233959999997"
    "97449639973232969133949599999"
    "97847749943444947134939999999"
)
_STRANGE = dict(zip(product(_LETTERS, repeat=2), map(int, _PAIRS), strict=True))


def measure_strangeness(text: str) -> tuple[float, int]:
    """The mean strangeness of the pairs of letters in ``text``, 0 to 9, and how many pairs there are.

    Pairs are taken within words, whatever their case: *Hej då* has *he*, *ej* and *då*.
    """
    total = count = 0
    for word in _WORD.findall(text.casefold()):
        strange = [_STRANGE[pair] for pair in pairwise(word)]
        total += sum(strange)
        count += len(strange)
    mean = total / count if count else 0.0
    return mean, count
