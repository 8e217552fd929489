"""The course as frozen records, decoded from YAML for one delivery."""
