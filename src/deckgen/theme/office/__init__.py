"""Office templates into what deckgen has to know of them: the one place where python-pptx and python-docx are used."""
