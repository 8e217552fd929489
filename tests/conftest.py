"""Puts this folder on the path, so that tests in all rooms share `tools`."""
