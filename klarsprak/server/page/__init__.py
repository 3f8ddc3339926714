"""The page for those who write letters: no program to install, nothing from elsewhere, nothing kept."""
