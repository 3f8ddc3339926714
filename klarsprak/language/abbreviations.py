"""Abbreviations that are written with a stop, as far as tokens and sentences depend on them.

Units that are written without one (*kr*, *kg*, *tim*) are left out: a stop after them ends the sentence.  So are
abbreviations that are also words (*bil.*, *min.*, *el.*, *ung.*): their stop becomes a token of its own, and the
sentence goes on if a small letter follows.
"""

from __future__ import annotations

import re

_LEADING = """
a.a. adj. adm. ang. ank. anm. ass. avd. avs. b.la. bef. begr. beh. besl. bet. betr. bif. bilj. bitr. bl.a. ca. cit.
civ. d.v.s. dep. div. dnr. doc. doss. dr. dvs. ekon. enl. ev. exkl. f.d. fast.bet. fig. fk. fnr. forts. fr. fr.o.m.
förf. förk. förvaltn. g.m. gm. handl. hr. hänv. i.o.m. i.st. i.st.f. ink. inkl. inl. instr. internat. jfr. jmf. jml.
jur. kand. kap. kl. komm. konf. kungl. kv. leg. lic. lit. m.a.a. m.a.o. m.h.a. m.h.t. max. medd. mkt. modif. mom.
mob. motsv. mott. mt. möjl. n.b. no. nr. nuv. o. obs. omf. op. ordf. org. org.nr. orig. p. p.g.a. p.nr. pers.nr.
pga.
pkt. pnr. pol. prel. prof. prop. publ. rek. resp. rskr. rubr. s. s.a. s.k. s:t. samh. sammantr. sek. sekr. sid. sign.
skr. skrivn. soc. soc.sekr. spec. st. stf. t.ex. t.f. t.o.m. tekn. tel. teol. tex. tf. tfn. tidn. tj. tjf. tjg. tr.
u.p.a. underst. uppg. uppl. urspr. utg. utl. utr. v. v.g. vard. vol. vs. årsk. äv. åk. öv. övers. övr.
"""

_FINAL = """
aug. d.d. d.s. d.y. d.ä. d.å. dec. e.d. e.dyl. e.kr. e.m. e.o. e.u. el.d. el.dyl. eng. etc. f.k. f.kr. f.m. f.n.
f.v.b. f.å. f.ö. feb. febr. ff. forts.f. h.l. h.t. i.a.f. kpl. l.å. lgh. m.fl. m.m. m.v.h. milj. mvh. nov. o.a.
o.d. o.dyl. o.k. o.likn. o.s.a. o.s.v. okt. omg. omkr. ons. osv. p.b. p.b.b. p.s. proc. ref. s.a.s. sept. t.h. t.v.
tors. u.a. v.b. v.t. v.v. ä.o. å.v. ö.h.t.
"""

LEADING = frozenset(_LEADING.split())
"""Abbreviations that something follows in the same sentence, a name or a number perhaps: *prop. 2001/02:1*."""

FINAL = frozenset(_FINAL.split())
"""Abbreviations that may end a sentence: they do so before a capital letter."""

WORDS = frozenset(
    {"alt", "art", "bil", "del", "dir", "ek", "el", "fil", "jan", "min", "mån", "red", "tills", "tim", "ung"}
)
"""Words that, with a stop, are also abbreviations: no sentence ends between their stop and a number,
Roman ones of two letters or more included."""

_LETTERS = "A-Za-zÅÄÖåäöÉé"
_LISTED = "|".join(re.escape(item) for item in sorted(LEADING | FINAL, key=len, reverse=True))

ABBREVIATION = re.compile(
    rf"""
    (?i:{_LISTED})$                                 # one of the lists
  | [{_LETTERS}]{{1,3}}(?:\.(?!(?:se|nu|eu|com|org)\.$)[a-zåäö]{{1,4}}){{1,3}}\.$  # inner stops: i.e.d., not arn.se.
  | (?i:t\.ex|m\.fl|m\.m|o\.s\.v|d\.v\.s|p\.g\.a|t\.o\.m|fr\.o\.m|bl\.a|s\.k|f\.d|f\.n|[fe]\.kr|org\.nr|p\.nr)$
  | [A-ZÅÄÖ]\.(?:[A-ZÅÄÖ]\.)*$                      # initials
    """,
    re.VERBOSE,
)
"""Matches a whole token that is an abbreviation or an initial."""
