"""Foreign material into drafts of courses: Word and Markdown texts, PowerPoint decks, plain outlines."""
