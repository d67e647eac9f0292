"""Errors that a user can mend: each says what is wrong, where, and what to do."""

from __future__ import annotations


class BriefingsError(Exception):
    """Something that the user can mend; the message is meant to be read by an editor."""


class SettingsError(BriefingsError):
    """A setting is wrong; nothing was done."""


class ArticleError(BriefingsError):
    """One article cannot be used; the others can.

    Args:
        source: The article's path as it was given.
        problem: What is wrong and what to do about it, as a sentence without the path.
    """

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(f"{source}: {problem}")
        self.source = source
        self.problem = problem
