"""Two plans of a course into what changed between them: blocks, slides, sheets, minutes, words to say, keys."""
