"""An agenda as values to print or hand on: table rows, JSON, CSV, a calendar, a drawing."""
