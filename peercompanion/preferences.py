"""What a person likes, from `config/settings.toml`: one flat table, read with tomllib alone.

A bad value falls back by itself and is told in a sentence; the rest counts all the same.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, get_args

from peercompanion.language import _
from peercompanion.packs.vocabulary import Contains
from peercompanion.places import Places
from peercompanion.text import one_line

Motion = Literal["none", "gentle"]
Sound = Literal["off", "bell"]
Theme = Literal["dusk", "paper", "contrast", "ansi"]


@dataclass(frozen=True)
class Preferences:
    """What is set on this machine. Every default is a calm one."""

    region: str | None = None
    """Whose help lines are shown: `US`, or a part such as `US-CA`. None: the locale's country."""
    language: str | None = None
    """A tag such as `es` or `pt-BR`. None: what the environment says."""
    motion: Motion = "gentle"
    sound: Sound = "off"
    letter_keys: bool = True
    """Single letters are keys; every action is in a menu as well."""
    leave_out: frozenset[Contains] = frozenset()
    """What no exercise, chart or question may hold."""
    theme: Theme = "dusk"
    quiet_home: bool = False
    """Nothing personal on Home."""
    clock: bool = False
    """Times of day are shown."""
    plain: bool = False
    """Everything is said as lines of text, with no full screen."""
    cue_words: bool = True
    """In plain mode, breathing is led by words; with `sound`, by words, bell, both or none."""
    session_log: bool = False
    """A supporter's console notes what was led: day, exercise, length, one person or a group."""


_KNOWN = tuple(field.name for field in fields(Preferences))
_ONE_OF = {"motion": get_args(Motion), "sound": get_args(Sound), "theme": get_args(Theme)}
_SOME_OF = {"leave_out": get_args(Contains)}
_LIKE = {
    "region": (re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?"), "US"),
    "language": (re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"), "en"),
}
_LARGEST = 64 * 1024
"""Bytes; a settings file has a few hundred."""


def default_region(environ: Mapping[str, str] = os.environ) -> str | None:
    """Find the locale's country, such as `US` for `en_US.UTF-8`; None where there is none."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((value for name in names if (value := environ.get(name))), "")
    country = re.fullmatch(r"[a-z]{2,3}_([A-Z]{2})([.@].*)?", locale)
    return country[1] if country else None


def load(places: Places) -> tuple[Preferences, list[str]]:
    """Read the settings.

    Returns:
        The preferences, and a plain sentence for each thing that could not be used, beginning
        with the file and line. A missing file is no news.

    """
    file = places.settings
    try:
        text = _text(file)
        table = tomllib.loads(text)
    except FileNotFoundError:
        return Preferences(), []
    except (OSError, ValueError, RecursionError) as error:
        why = one_line(getattr(error, "strerror", None) or str(error), most=200)
        said = _("{file}: cannot be read as settings ({why}). Using the usual ones.")
        return Preferences(), [said.format(file=file, why=why)]
    preferences, wrong = _taken(table)
    return preferences, [f"{file}:{_line(text, key)}: {said}" for key, said in wrong.items()]


def save(preferences: Preferences, places: Places) -> None:
    """Write the settings; comments, and keys this version does not know, stay.

    The file as it was lies beside it as `settings.toml.bak`.

    Raises:
        OSError: It could not be written; the settings as they were are untouched.

    """
    from peercompanion.journal.files import Files, make_folders, write_whole

    disk, file = Files(), places.settings
    make_folders(disk, file.parent)
    try:
        before = file.read_bytes()
    except FileNotFoundError:
        before = b""
    else:
        write_whole(disk, file.with_name(file.name + ".bak"), before)
    write_whole(disk, file, _edited(before, preferences).encode())


def _text(file: Path) -> str:
    """Read a file of bearable size; a byte order mark is no part of it."""
    with file.open("rb") as opened:
        read = opened.read(_LARGEST + 1)
    if len(read) > _LARGEST:
        raise ValueError(_("it is larger than 64 KB"))
    try:
        return read.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ValueError(_("it is not saved as UTF-8")) from error


def _taken(table: dict[str, Any]) -> tuple[Preferences, dict[str, str]]:
    """Take what can be used, and say what is wrong with the rest, by key."""
    values: dict[str, Any] = {}
    wrong = {key: said for key, value in table.items() if (said := _wrong(key, value))}
    for key, value in table.items():
        if key in _SOME_OF:  # one bad word never brings back what the others leave out
            words = value if isinstance(value, list) else [value]
            values[key] = frozenset(word for word in words if word in _SOME_OF[key])
        elif key in _KNOWN and key not in wrong:
            values[key] = value
    return Preferences(**values), wrong


def _wrong(key: str, value: object) -> str | None:
    """Say what is wrong with one setting and what would be right; None when it is fine."""
    if key not in _KNOWN:
        from difflib import get_close_matches  # 7 ms, and only for a slip of the hand

        near = get_close_matches(key, _KNOWN, n=1)
        said = _("`{key}` is not a setting. Did you mean `{near}`?")
        return said.format(key=one_line(key, most=60), near=near[0]) if near else None
    if key in _SOME_OF:
        if isinstance(value, list) and all(each in _SOME_OF[key] for each in value):
            return None
        said = _("`{key}` can hold: {right}. Other words are passed over.")
        return said.format(key=key, right=", ".join(_SOME_OF[key]))
    if key in _ONE_OF:
        right, fits = _(" or ").join(f'"{each}"' for each in _ONE_OF[key]), value in _ONE_OF[key]
    elif key in _LIKE:
        pattern, example = _LIKE[key]
        right = _("a code such as {example}").format(example=f'"{example}"')
        fits = isinstance(value, str) and pattern.fullmatch(value) is not None
    else:
        right, fits = _("true or false"), isinstance(value, bool)
    if fits:
        return None
    return _("`{key}` can be: {right}. Using the usual one.").format(key=key, right=right)


def _setting(key: str) -> re.Pattern[str]:
    """Match the line that begins a setting."""
    return re.compile(rf"^[ \t]*{re.escape(key)}[ \t]*=.*\n?", re.MULTILINE)


def _line(text: str, key: str) -> int:
    """Find the line of a setting; 1 where its key is written in an unusual way."""
    found = _setting(key).search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _edited(before: bytes, preferences: Preferences) -> str:
    """Put preferences into the text of a settings file, line by line.

    Only what differs is touched. Where lines are not enough (an array over several lines), the
    table is written anew; unreadable text is replaced.
    """
    import json  # true, false, strings and lists of plain words look alike in JSON and TOML

    try:
        text = before.decode("utf-8-sig").replace("\r\n", "\n")
        table = tomllib.loads(text)
    except (ValueError, RecursionError):
        text, table = "", {}
    now, wrong = _taken(table)
    for key in _KNOWN:
        value = getattr(preferences, key)
        if value == getattr(now, key) and key not in wrong:
            continue
        value = sorted(value) if key in _SOME_OF else value
        line = "" if value is None else f"{key} = {json.dumps(value)}\n"
        found = _setting(key).search(text)
        text = text[: found.start()] + line + text[found.end() :] if found else line + text
        table[key] = value
    wanted = {key: value for key, value in table.items() if value is not None}
    try:
        if tomllib.loads(text) == wanted:
            return text
    except tomllib.TOMLDecodeError:
        pass
    import tomli_w

    return tomli_w.dumps(wanted)
