"""Exercise sheets lowered into pages."""
