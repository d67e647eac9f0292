"""What machines read: each page's data as JSON, tables of the whole site as CSV, feeds, schema.org descriptions."""
