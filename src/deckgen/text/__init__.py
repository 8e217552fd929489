"""Strings into runs: variables, inline Markdown, spacing, and the fixed phrases."""
