"""Spans, diagnostics, inline runs, units and role names: what every room speaks."""
