"""Archive packages, by E-ARK CSIP and the Swedish FGS on it: a file list, records of cases, and the letters."""
