"""YAML files into data that knows where it was written."""
