"""The question bank into the formats that learning platforms read."""
