"""What authors are given: the reference of the format and its JSON Schemas, both made from the models."""
