"""Pages, data and sheets out of briefings."""
