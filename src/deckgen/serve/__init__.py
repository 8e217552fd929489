"""The page that shows a course while it is written: a server for this computer alone."""
