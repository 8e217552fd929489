"""Office templates of a house into a theme: what is taken over, what is completed in its own look, what is left out."""
