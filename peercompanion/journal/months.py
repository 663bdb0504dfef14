"""The names of journal files: one for each month and device, such as `2026-11.k7f2.toml`.

Files may have any name; those with such a one are known to be written by one device, a month
after the other. That is what lets a start leave most of them closed.
"""

import datetime
import re
from collections.abc import Iterable
from pathlib import Path

_NAME = re.compile(r"([0-9]{4}-[0-9]{2})\.([0-9a-z]{4})(?:\.f[0-9]+)?\.toml")


def name(month: str, device: str) -> str:
    """Name a device's file of a month, given as `2026-11`."""
    return f"{month}.{device}.toml"


def month_of(file: str) -> str | None:
    """Read the month from a file's name; None when no device gave it this name."""
    match = _NAME.fullmatch(file)
    return match[1] if match else None


def device_of(file: str) -> str | None:
    """Read the device from a file's name; None when no device gave it this name."""
    match = _NAME.fullmatch(file)
    return match[2] if match else None


def from_month_on(files: Iterable[Path], since: datetime.date) -> list[Path]:
    """Choose what a start reads: the months from this day's on, and whatever else it needs.

    That is the newest file of each device, which holds every document this device knew of, and
    files with other names (copies that a sync program made, files put there by hand): nobody
    carries on what they hold.
    """
    files = list(files)
    newest: dict[str, str] = {}
    for file in files:
        if (device := device_of(file.name)) and (month := month_of(file.name)):
            newest[device] = max(newest.get(device, ""), month)
    return [
        file
        for file in files
        if (month := month_of(file.name)) is None
        or month >= f"{since:%Y-%m}"
        or month == newest[device_of(file.name) or ""]
    ]
