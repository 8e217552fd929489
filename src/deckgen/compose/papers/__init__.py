"""Single papers of a delivery: what is printed loose, sent ahead, handed in or kept by the office."""
