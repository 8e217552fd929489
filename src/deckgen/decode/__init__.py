"""YAML of authors into a course of one delivery, or every mistake in it."""
