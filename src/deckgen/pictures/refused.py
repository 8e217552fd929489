"""Why a picture cannot be shown, as a diagnostic will say it."""

from __future__ import annotations


class RefusedError(Exception):
    """A picture that cannot be shown: a code, what is, and what to do. The message goes on after the file's name."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint
