"""The add-ins for Outlook and Word as Office gets to know them: manifests and icons."""
