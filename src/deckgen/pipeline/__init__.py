"""Paths and deliveries into files, a manifest and diagnostics."""
