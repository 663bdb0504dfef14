"""What a record's table tells, read carefully and without the models.

A journal may be written by hand, by a newer version or by a failing disk. Each reading raises
`ValueError` where the table does not hold what it says it does; what is merely not there is
empty.
"""

import datetime
from collections.abc import Mapping
from typing import Any


class Told:
    """One record, as a file tells it."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.table = table

    def text(self, name: str, *, needed: bool = False) -> str:
        """A text; empty when it is not told and not `needed`."""
        found = self.table.get(name, "")
        if not isinstance(found, str) or (needed and not found):
            raise ValueError(f"{name}: not a text")
        return found

    def texts(self, name: str) -> tuple[str, ...]:
        """Some texts."""
        found = self.table.get(name, [])
        if not isinstance(found, list | tuple) or not all(isinstance(each, str) for each in found):
            raise ValueError(f"{name}: not a list of texts")
        return tuple(found)

    def tables(self, name: str) -> tuple["Told", ...]:
        """Some tables within this one."""
        found = self.table.get(name, [])
        if not isinstance(found, list | tuple) or not all(isinstance(t, Mapping) for t in found):
            raise ValueError(f"{name}: not a list of tables")
        return tuple(Told(each) for each in found)

    def pairs(self, name: str) -> dict[str, str]:
        """Texts by name; what is no text is left out."""
        found = self.table.get(name, {})
        if not isinstance(found, Mapping):
            raise ValueError(f"{name}: not a table")
        return {str(key): value for key, value in found.items() if isinstance(value, str)}

    def flag(self, name: str) -> bool:
        """Yes or no; no when it is not told."""
        found = self.table.get(name, False)
        if not isinstance(found, bool):
            raise ValueError(f"{name}: neither true nor false")
        return found

    def number(self, name: str, most: int = 10) -> int | None:
        """A whole number from 0 to `most`."""
        found = self.table.get(name)
        if found is None:
            return None
        if not isinstance(found, int) or isinstance(found, bool) or not 0 <= found <= most:
            raise ValueError(f"{name}: not a number from 0 to {most}")
        return found

    def weekdays(self, name: str) -> tuple[int, ...]:
        """Days of the week, 0 for Monday."""
        found = self.table.get(name, [])
        if not isinstance(found, list | tuple) or not all(day in range(7) for day in found):
            raise ValueError(f"{name}: not days of the week")
        return tuple(sorted(set(found)))

    def day(self, name: str) -> datetime.date | None:
        """A day."""
        found = self.table.get(name)
        if found is not None and type(found) is not datetime.date:
            raise ValueError(f"{name}: not a day")
        return found

    @property
    def on(self) -> datetime.date:
        """The day the record belongs to."""
        if (day := self.day("day")) is None:
            raise ValueError("day: not there")
        return day
