"""Filters of the templates: figures, dates and languages written the same way on every page."""
