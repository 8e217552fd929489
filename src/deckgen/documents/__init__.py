"""From course and agenda to placed trees: compose, draw, measure, fit, paginate."""
