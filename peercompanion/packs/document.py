"""A TOML file that was read, and where things stand in it."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from peercompanion.packs import positions
from peercompanion.packs.diagnostics import Diagnostic, Mark


@dataclass(frozen=True)
class Document:
    """A TOML file that was read: its text with plain line ends, and what it says."""

    file: str
    """The file's name as it is shown."""
    text: str
    data: dict[str, Any]

    @cached_property
    def spans(self) -> dict[positions.Path, positions.Span]:
        """Where everything stands; worked out when it is first asked for."""
        return positions.index(self.text)

    def mark(self, path: positions.Path, label: str = "", *, key: bool = False) -> Mark | None:
        """Mark a value, or its key. What has no place of its own is marked where it lies in."""
        while path and path not in self.spans:
            path = path[:-1]
            key = True
        if not path:
            return None
        span = self.spans[path]
        return mark(self.text, *(span.key if key else span.value), label=label)

    def problem(
        self,
        code: str,
        path: positions.Path,
        message: str,
        *,
        label: str = "",
        help_: str = "",
        key: bool = False,
    ) -> Diagnostic:
        """Say what is wrong with the value at a path, or with its key."""
        at = self.mark(path, label, key=key)
        return Diagnostic(code, self.file, message, at, self._head_above(path, at), help_)

    def _head_above(self, path: positions.Path, at: Mark | None) -> Mark | None:
        """Mark the `[[step]]` or the like that a value lies in, where that is another line."""
        name = "step" if path[:1] == ("small",) else path[0] if path else ""
        head = self.mark(path[:2], f"this {name}", key=True) if at and len(path) > 2 else None
        return head if head and at and head.source.startswith("[[") and head != at else None

    def within(
        self, code: str, path: positions.Path, words: str, message: str, *, label: str, help_: str
    ) -> Diagnostic:
        """Say what is wrong with some words of a text, as far as they stand there as they are."""
        found = self.problem(code, path, message, label=label, help_=help_)
        span = self.spans.get(path)
        start = self.text.find(words, *span.value) if span else -1
        if start < 0:
            return found
        return replace(found, at=mark(self.text, start, start + len(words), label=label))


def mark(text: str, start: int, end: int, *, label: str = "") -> Mark:
    """Mark a stretch of a text, as far as it lies in one line."""
    begins = text.rfind("\n", 0, start) + 1
    ends = text.find("\n", start)
    source = text[begins : ends if ends >= 0 else len(text)]
    col = start - begins + 1
    length = max(1, min(end - start, len(source) - col + 1))
    return Mark(text.count("\n", 0, start) + 1, col, length, source, label)
