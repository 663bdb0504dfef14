"""Where each key and value of a TOML text stands.

`tomllib` alone decides what is valid; this looks at a text it has accepted, and only when there
is something to show. It keeps its own stack, so no nesting can exhaust Python's.
"""

import re
import tomllib
from dataclasses import dataclass, field

Path = tuple[str | int, ...]
"""Keys and positions in lists that lead to a value: `("step", 0, "kind")`."""

_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*+")
_SPACE = re.compile(r"[ \t]*+")
_BARE = re.compile(r"[A-Za-z0-9_-]++")
_STRING = re.compile(  # Python before 3.11.5 fails on a possessive group with a look-ahead in it
    r'"""(?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*+'"
)
_PLAIN = re.compile(r"\d{4}-\d\d-\d\d[ ]\d\d:[^,\]}\s#]*+|[^,\]}\s#]++")


@dataclass(frozen=True)
class Span:
    """Where a key and its value stand, as offsets: start, and the first after the end."""

    key: tuple[int, int]
    value: tuple[int, int]


@dataclass
class _Open:
    """A list or inline table that is not closed yet."""

    path: Path
    start: int
    is_list: bool
    count: int = 0


@dataclass
class _Index:
    text: str
    at: int = 0
    spans: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    lists: dict[Path, int] = field(default_factory=dict)
    """How many tables each list of tables has so far."""

    def skip(self, blank: re.Pattern[str]) -> str:
        """Go to the next character that is not blank, and return it; empty at the end."""
        found = blank.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.text[self.at : self.at + 1]

    def take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at)
        if not found:
            raise ValueError(f"not TOML at {self.at}")
        self.at = found.end()
        return found[0]

    def dotted(self) -> list[tuple[str, tuple[int, int]]]:
        """Read a key's parts, each with where it stands."""
        parts = []
        while True:
            quoted = self.skip(_SPACE) in ("'", '"')
            start = self.at
            raw = self.take(_STRING if quoted else _BARE)
            name = tomllib.loads(f"k = {raw}")["k"] if quoted else raw
            parts.append((name, (start, self.at)))
            if self.skip(_SPACE) != ".":
                return parts
            self.at += 1

    def record(self, path: Path, value: tuple[int, int]) -> None:
        self.spans[path] = Span(self.keys.get(path, value), value)

    def header(self) -> Path:
        """Read `[table]` or `[[table]]`, and return the path that what follows belongs to."""
        start = self.at
        many = self.text.startswith("[[", start)
        self.at += 1 + many
        names = [name for name, _ in self.dotted()]
        self.at += 1 + many
        span = (start, self.at)
        path: Path = ()
        for place, name in enumerate(names):
            path = (*path, name)
            last = place == len(names) - 1
            if last and many:
                self.lists[path] = self.lists.get(path, 0) + 1
            self.spans.setdefault(path, Span(span, span))
            if path in self.lists:
                path = (*path, self.lists[path] - 1)
        self.spans[path] = Span(span, span)
        return path

    def key(self, table: Path) -> Path:
        """Read a dotted key and its equals sign, and return the path of its value."""
        path = table
        for name, span in self.dotted():
            path = (*path, name)
            self.keys.setdefault(path, span)
            self.spans.setdefault(path, Span(span, span))
        self.at += 1
        self.skip(_SPACE)
        return path

    def value(self, path: Path) -> None:
        """Read a value with all that lies in it."""
        opened: list[_Open] = []
        while True:
            start = self.at
            first = self.text[start]
            if first in "[{":
                self.at += 1
                opened.append(_Open(path, start, first == "["))
            else:
                self.take(_STRING if first in "'\"" else _PLAIN)
                self.record(path, (start, self.at))
            while opened:
                innermost = opened[-1]
                first = self.skip(_BLANK)
                if first == ",":
                    self.at += 1
                elif first in ("]", "}"):
                    self.at += 1
                    self.record(innermost.path, (innermost.start, self.at))
                    opened.pop()
                elif innermost.is_list:
                    path = (*innermost.path, innermost.count)
                    innermost.count += 1
                    break
                else:
                    path = self.key(innermost.path)
                    break
            else:
                return


def index(text: str) -> dict[Path, Span]:
    """Find where everything stands in a text that `tomllib` accepts (with plain line ends).

    Tables have the span of their header; those that only appear in dotted names, of the first
    name or header they appear in.
    """
    reader = _Index(text)
    table: Path = ()
    while first := reader.skip(_BLANK):
        if first == "[":
            table = reader.header()
        else:
            reader.value(reader.key(table))
    return reader.spans
