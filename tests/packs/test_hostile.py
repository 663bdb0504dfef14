"""Files made to do harm are refused at once, in plain words."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from peercompanion.packs import reading
from peercompanion.packs.diagnostics import Diagnostic
from peercompanion.packs.document import Document
from peercompanion.packs.rendering import render

SECONDS = 0.5
KIB = 1024


def _refused(path: Path, root: Path) -> Diagnostic:
    begun = time.process_time()
    found = reading.read(path, root=root, file="exercises/bad.toml")
    assert time.process_time() - begun < SECONDS
    assert isinstance(found, list)
    return found[0]


HOSTILE_TEXTS: dict[str, tuple[str, str]] = {
    "a dotted key of 60 KB": (".".join("a" * 30_000) + " = 1", "PC005"),
    "a dotted key with spaces and quotes": (" . ".join(['"a"'] * 9_000) + " = 1", "PC005"),
    "a dotted key in an inline table": ("a = {" + ".".join("b" * 20_000) + " = 1}", "PC005"),
    "a dotted header of 60 KB": (f"[{'.'.join('a' * 30_000)}]", "PC005"),
    "a dotted header after a text with quotes": (
        f"a = \"\"\"x\"\"\"\"\nb = '''y''''\n[{'.'.join('a' * 20_000)}]",
        "PC005",
    ),
    "lists nested a thousand deep": ("a = " + "[" * 1000 + "]" * 1000, "PC005"),
    "tables nested a thousand deep": ("a = " + "{a = " * 1000 + "1" + "}" * 1000, "PC005"),
    "ten thousand brackets": ("a = [" + "[]," * 10_000 + "]", "PC005"),
    "ten thousand tables": ("[[a]]\n" * 10_000, "PC005"),
    "nesting by headers": ("[a.b.c.d.e.f.g.h.i.j]\nk = 1", "PC005"),
    "a whole number of 5,000 digits": ("a = " + "9" * 5000, "PC006"),
    "a whole number of 60,000 digits": ("a = " + "9" * 60_000, "PC006"),
    "a hexadecimal number of 60,000 digits": ("a = 0x" + "f" * 60_000, "PC006"),
    "a float without end": ("a = 1e400", "PC006"),
    "infinity": ("a = [{ b = -inf }]", "PC006"),
    "no number": ("a = nan", "PC006"),
    "a null character": ("a = 'x\0y'", "PC201"),
    "an escaped null character": ('a = "x\\u0000y"', "PC201"),
    "an escape sequence in a text": ('a = "\\u001b]52;c;aGk=\\u0007"', "PC201"),
    "an escape sequence in a key": ('"\\u001b[2J" = 1', "PC201"),
    "a control sequence of one character": ('a = "\\u009b2J"', "PC201"),
    "turned text": ("a = '\u202e119'", "PC201"),
    "turned text in a comment": ("# \u2067\na = 1", "PC201"),
    "an old Mac's line ends": ("a = 1\rb = 2\r", "PC201"),
    "half a pair": ('a = "\\ud83d"', "PC001"),
    "open quotes, thirty thousand times": ('"""' * 20_000 + "\\", "PC001"),
    "open literal quotes": ("'''\n" * 15_000 + "'", "PC001"),
    "backslashes": ('a = "' + "\\" * 60_000, "PC001"),
    "dots": ("." * 64_000, "PC001"),
    "32 parts, again and again": (("a." * 31 + "a") * 1000, "PC005"),
    "an open list of 60 KB": ("a = [" + "1," * 30_000, "PC001"),
}


@pytest.mark.parametrize("what", HOSTILE_TEXTS)
def test_a_hostile_text_is_refused_at_once(what: str, tmp_path: Path) -> None:
    text, code = HOSTILE_TEXTS[what]
    file = tmp_path / "bad.toml"
    file.write_bytes(text.encode())
    assert len(text.encode()) <= 64 * KIB
    found = _refused(file, tmp_path)
    assert found.code == code
    assert found.at
    assert found.help


SLOW_BUT_FINE: dict[str, str] = {
    "many keys": "".join(f"k{n} = 1\n" for n in range(6_000)),
    "many dotted keys below a deep header": "[a.b.c.d.e.f]\n"
    + "".join(f"g.h{n} = 1\n" for n in range(5_000)),
    "many tables": "".join(f"[[a]]\nb.c = {n}\n" for n in range(900)),
    "a long list": "a = [" + "1," * 30_000 + "]",
    "a long text": 'a = "' + "x" * 60_000 + '"',
    "long comments": "# x\n" * 16_000,
}


@pytest.mark.parametrize("what", SLOW_BUT_FINE)
def test_the_most_that_is_allowed_is_read_in_good_time(what: str, tmp_path: Path) -> None:
    file = tmp_path / "large.toml"
    file.write_text(SLOW_BUT_FINE[what])
    begun = time.process_time()
    found = reading.read(file, root=tmp_path, file="large.toml")
    assert isinstance(found, Document)
    assert set(found.data) <= {path[0] for path in found.spans}
    assert time.process_time() - begun < SECONDS


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("title = 1".encode("utf-16"), "PC002"),
        ("title = 1".encode("utf-16-be"), "PC002"),
        ("title = 1".encode("utf-32"), "PC002"),
        (b"title = '\xff'", "PC002"),
        (b"\xef\xbb\xbftitle = 1", "PC003"),
        (b"#" * (64 * KIB + 1), "PC004"),
    ],
)
def test_a_wrong_encoding_or_size_is_refused(raw: bytes, code: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.toml"
    file.write_bytes(raw)
    assert _refused(file, tmp_path).code == code


def _link_out(file: Path) -> None:
    outside = file.parent.parent / "secret.toml"
    outside.write_text("a = 1")
    file.symlink_to(outside)


def _loop(file: Path) -> None:
    file.symlink_to(file)


def _unreadable(file: Path) -> None:
    file.write_text("a = 1")
    file.chmod(0)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (_link_out, "PC008"),
        (lambda file: file.symlink_to("/dev/zero"), "PC008"),
        (_loop, "PC009"),
        (lambda file: os.mkfifo(file), "PC007"),
        (lambda file: file.mkdir(), "PC007"),
        (lambda file: None, "PC009"),
    ],
    ids=["a link out", "a link to a device", "a loop", "a pipe", "a folder", "nothing"],
)
def test_what_is_no_plain_file_of_the_pack_is_refused(
    make: Callable[[Path], None], code: str, tmp_path: Path
) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    make(pack / "bad.toml")
    found = _refused(pack / "bad.toml", pack)
    assert found.code == code
    assert found.help


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    _unreadable(tmp_path / "bad.toml")
    assert _refused(tmp_path / "bad.toml", tmp_path).code == "PC009"


def test_a_link_within_the_pack_is_followed(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text("a = 1")
    (tmp_path / "two.toml").symlink_to("one.toml")
    assert isinstance(reading.read(tmp_path / "two.toml", root=tmp_path, file="x"), Document)


def test_a_pack_that_is_a_link_itself_is_read(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "one.toml").write_text("a = 1")
    (tmp_path / "link").symlink_to("real")
    path = tmp_path / "link" / "one.toml"
    assert isinstance(reading.read(path, root=tmp_path / "link", file="x"), Document)


def test_nothing_hostile_is_shown(tmp_path: Path) -> None:
    file = tmp_path / "bad.toml"
    file.write_text("a = '\x1b[2J\u202e\x9b\x00'  # \x1b]0;title\x07", encoding="utf-8")
    found = _refused(file, tmp_path)
    shown = render([found])
    assert shown.replace("\n", "").isprintable()
