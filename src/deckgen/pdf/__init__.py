"""PDF files without the hour they were drawn at, and several of them bound into one to print on both sides."""
