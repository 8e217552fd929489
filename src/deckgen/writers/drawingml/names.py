"""Namespaces and addresses of DrawingML and of what it is written into."""

from __future__ import annotations

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
