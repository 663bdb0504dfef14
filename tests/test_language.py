"""The app's words: English without a catalog, the person's language with one."""

import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from peercompanion import language
from peercompanion.language import _, ngettext, use, wanted
from peercompanion.packs.help_lines import first_lines


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    use("en")


@pytest.fixture
def spanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalog of a few words."""
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    header = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n"
    words = {
        "": header,
        "Leave": "Salir",
        "call {number}": "llama al {number}",
        "{n} minute\0{n} minutes": "{n} minuto\0{n} minutos",
    }
    (folder / "peercompanion.mo").write_bytes(_compiled(words))
    monkeypatch.setattr(language, "_catalogs", tmp_path)


def _compiled(words: dict[str, str]) -> bytes:
    """Write a catalog as gettext's tools do: two tables of lengths and offsets, then the text."""
    pairs = sorted((key.encode(), value.encode()) for key, value in words.items())
    start = 28 + 16 * len(pairs)
    tables, text = [b"", b""], b""
    for side in (0, 1):
        for pair in pairs:
            tables[side] += struct.pack("<2I", len(pair[side]), start + len(text))
            text += pair[side] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    return head + tables[0] + tables[1] + text


@pytest.mark.parametrize(
    ("chosen", "environ", "tags"),
    [
        (None, {}, ["en"]),
        (None, {"LANG": "C.UTF-8"}, ["en"]),
        (None, {"LANG": "POSIX"}, ["en"]),
        (None, {"LANG": "de_AT.UTF-8"}, ["de-AT", "de", "en"]),
        (None, {"LANG": "sr_RS@latin"}, ["sr-RS", "sr", "en"]),
        (None, {"LANG": "de_DE.UTF-8", "LC_ALL": "fr_FR.UTF-8"}, ["fr-FR", "fr", "en"]),
        (None, {"LANG": "de_DE.UTF-8", "LC_ALL": ""}, ["de-DE", "de", "en"]),
        (None, {"LANGUAGE": "pt_BR:es", "LANG": "de_DE"}, ["pt-BR", "pt", "es", "en"]),
        ("es", {"LANG": "en_US.UTF-8"}, ["es", "en-US", "en"]),
        ("pt-BR", {}, ["pt-BR", "pt", "en"]),
    ],
)
def test_the_most_wanted_language_comes_first(
    chosen: str | None, environ: dict[str, str], tags: list[str]
) -> None:
    assert wanted(chosen, environ) == tags


def test_without_a_catalog_the_words_stay_english() -> None:
    use("tlh")

    assert _("Leave") == "Leave"
    assert [ngettext("{n} minute", "{n} minutes", n) for n in (1, 3)] == [
        "{n} minute",
        "{n} minutes",
    ]


@pytest.mark.usefixtures("spanish")
def test_a_catalog_is_followed_and_what_it_lacks_stays_english() -> None:
    use("es")

    assert _("Leave") == "Salir"
    assert ngettext("{n} minute", "{n} minutes", 3) == "{n} minutos"
    assert _("Today") == "Today"


@pytest.mark.usefixtures("spanish")
def test_a_country_falls_back_to_its_language() -> None:
    use("es-MX")

    assert _("Leave") == "Salir"


@pytest.mark.usefixtures("spanish")
def test_the_environment_is_followed_where_nothing_is_chosen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANGUAGE", "es")
    use(None)
    assert _("Leave") == "Salir"

    use("en")
    assert _("Leave") == "Leave"


@pytest.mark.usefixtures("spanish")
def test_help_lines_change_with_the_language_at_once() -> None:
    def said() -> str:
        return first_lines("US")[0].ways[0].said

    use("en")
    assert said() == "call 911"
    use("es")
    assert said() == "llama al 911"
