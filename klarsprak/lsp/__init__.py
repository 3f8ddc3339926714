"""``klarsprak lsp``: an editor that speaks the Language Server Protocol shows remarks while one writes."""
