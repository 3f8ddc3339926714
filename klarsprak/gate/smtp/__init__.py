"""The gate as a mail proxy: a message goes on to the next hop, or back to its sender, and nothing is kept."""
