"""Backups: the whole journal and the settings in one zip, a few of each day, week and month."""

import datetime
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from peercompanion.journal.files import (
    MOST_BYTES,
    Files,
    make_folders,
    read_all,
    write_whole,
)

DAILY, WEEKLY, MONTHLY = 7, 8, 12
"""How many days, weeks and months that have a backup keep their newest one."""
ENTRIES = "journal/entries/"
SETTINGS = "config/settings.toml"

NAMED = "%Y-%m-%dT%H%M%S"
"""How a backup is named, by its moment."""
_NAME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T[0-9]{6}\.zip")
_MOST_IN_ALL = 16 * MOST_BYTES


class Backups:
    """The backups in a folder, which is made with the first."""

    def __init__(self, folder: Path, files: Files) -> None:
        self.folder = folder
        self._files = files

    def all(self) -> list[Path]:
        """List them, the oldest first."""
        with suppress(OSError):
            names = sorted(name for name, _ in self._files.names(self.folder))
            return [self.folder / name for name in names if _NAME.fullmatch(name)]
        return []

    def write(self, contents: Mapping[str, bytes], moment: datetime.datetime) -> Path:
        """Make a backup, then drop those that are too many.

        Raises:
            OSError: It could not be written; those that were there still are.

        """
        path = self.folder / f"{moment:{NAMED}}.zip"
        make_folders(self._files, self.folder)
        write_whole(self._files, path, packed(contents))
        for old in set(self.all()) - to_keep(self.all()):
            with suppress(OSError):
                self._files.remove(old)
        return path

    def made_on(self, day: datetime.date) -> bool:
        """Tell whether there is one of this day."""
        return any(made.name.startswith(f"{day}") for made in self.all())

    def wanted(self, contents: Mapping[str, bytes]) -> bool:
        """Tell whether something is new since the last one."""
        if not contents or not (made := self.all()):
            return bool(contents)
        try:
            with zipfile.ZipFile(io.BytesIO(read_all(self._files, made[-1]))) as opened:
                before = {each.filename: each.CRC for each in opened.infolist()}
        except (OSError, *BROKEN):
            return True
        return before != {name: zlib.crc32(data) for name, data in contents.items()}

    def rewrite(self, path: Path, contents: Mapping[str, bytes]) -> None:
        """Put other contents into a backup."""
        write_whole(self._files, path, packed(contents))


BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError),
    *(LookupError, RuntimeError, ValueError),
)
"""What reading a zip raises that is none, or not a whole one."""


def to_keep(paths: Iterable[Path]) -> set[Path]:
    """Choose the newest of each of the last days, weeks and months that have one."""
    days: dict[str, Path] = {}
    weeks: dict[tuple[int, int], Path] = {}
    months: dict[str, Path] = {}
    for path in sorted(paths):
        day = path.name[:10]
        try:
            year, week, _ = datetime.date.fromisoformat(day).isocalendar()
        except ValueError:
            continue
        days[day] = weeks[year, week] = months[day[:7]] = path
    return {
        path
        for newest, many in ((days, DAILY), (weeks, WEEKLY), (months, MONTHLY))
        for path in list(newest.values())[-many:]
    }


def packed(contents: Mapping[str, bytes]) -> bytes:
    """Pack files into a zip; the same files make the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in contents.items():
            about = zipfile.ZipInfo(name)
            about.external_attr = 0o600 << 16
            opened.writestr(about, data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """Read the files in a zip.

    Raises:
        ValueError: It is no zip, not a whole one, or no backup of a journal.

    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            held = [each for each in opened.infolist() if not each.filename.endswith("/")]
            if sum(each.file_size for each in held) > _MOST_IN_ALL:
                raise ValueError("more than any journal holds")
            return {each.filename: opened.read(each) for each in held}
    except BROKEN as error:
        raise ValueError(str(error)) from error
