"""``klarsprak.yml``: the organisation's own choices."""
