"""Values as lines of TOML: each key has one line of its own, however deep it lies."""

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any

import tomli_w

_SURROGATE = re.compile("[\ud800-\udfff]")


def plain(value: Any) -> Any:
    """Bring a value into a form that TOML can hold."""
    match value:
        case str():
            return _SURROGATE.sub("\ufffd", value)
        case datetime.datetime() if (offset := value.utcoffset()) is not None:
            minutes = datetime.timedelta(minutes=round(offset.total_seconds() / 60))
            return value.astimezone(datetime.timezone(minutes))
        case Mapping():
            return {plain(name): plain(held) for name, held in value.items()}
        case list() | tuple():
            return [plain(held) for held in value]
        case _:
            return value


def lines(table: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    """Write `name = value` lines, a table as one line per key: `answers.look = "a blue cup"`."""
    for name, value in table.items():
        if isinstance(value, Mapping) and value:
            key = tomli_w.dumps({name: 0}).removesuffix(" = 0\n")
            yield from lines(value, f"{prefix}{key}.")
        elif isinstance(value, Mapping | list):
            key = tomli_w.dumps({name: 0}).removesuffix(" = 0\n")
            yield f"{prefix}{key} = {_inline(value)}\n"
        else:
            yield prefix + tomli_w.dumps({name: value}, multiline_strings=False)


def _inline(value: Any) -> str:
    """Write a value in one line."""
    match value:
        case Mapping():
            return "{" + ", ".join(line.rstrip("\n") for line in lines(value)) + "}"
        case list():
            return "[" + ", ".join(_inline(held) for held in value) + "]"
        case _:
            return tomli_w.dumps({"v": value}, multiline_strings=False)[4:-1]
