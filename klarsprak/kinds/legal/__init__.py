"""``legal``: a reference to law that is unexplained, repealed or wrong."""
