"""The words of the app itself in the person's language, by way of gettext.

Catalogs lie in `locale/<language>/LC_MESSAGES/peercompanion.mo`; English is written in the
code. The language is chosen when a word is first shown, never at import, so `_` belongs where
something is shown, not in a module's body.
"""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from gettext import NullTranslations

DOMAIN = "peercompanion"
SOURCE = "en"
"""The language the words in the code are written in."""

_catalogs = Path(__file__).parent / "locale"
_chosen: str | None = None


def wanted(chosen: str | None = None, environ: Mapping[str, str] = os.environ) -> list[str]:
    """List the languages a person would read, the most wanted first; packs are chosen by it too.

    Args:
        chosen: The language of the preferences, such as `es` or `pt-BR`; it comes first.
        environ: Where `LANGUAGE`, `LC_ALL`, `LC_MESSAGES` and `LANG` are looked up; the first
            that is set counts.

    Returns:
        Tags such as `["pt-BR", "pt", "en"]`: each is followed by its language without the
        country, and the source language is always among them.

    """
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    locales = next((value for name in names if (value := environ.get(name))), "").split(":")
    plain = [locale.partition(".")[0].partition("@")[0].replace("_", "-") for locale in locales]
    tags = [chosen or "", *(tag for tag in plain if tag not in ("C", "POSIX")), SOURCE]
    return list(dict.fromkeys(each for tag in tags if tag for each in (tag, tag.split("-")[0])))


def use(chosen: str | None) -> None:
    """Choose the language of the app's own words; None follows the environment.

    A language without a catalog leaves the words in English.
    """
    global _chosen
    _chosen = chosen
    _catalog.cache_clear()


@cache
def _catalog() -> "NullTranslations | None":
    tags = wanted(_chosen)
    locales = [tag.replace("-", "_") for tag in tags[: tags.index(SOURCE)]]
    if not any((_catalogs / locale).is_dir() for locale in locales):
        return None
    from gettext import translation  # 5 ms, and English does without

    return translation(DOMAIN, _catalogs, locales, fallback=True)


def _(message: str) -> str:
    """Say it in the person's language."""
    catalog = _catalog()
    return catalog.gettext(message) if catalog else message


def ngettext(one: str, many: str, n: int) -> str:
    """Say it in the person's language, in the form that goes with the number."""
    catalog = _catalog()
    return catalog.ngettext(one, many, n) if catalog else (one if n == 1 else many)


def weekdays() -> tuple[str, ...]:
    """The days of the week from Monday on; the names go through the catalog, not the locale."""
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )


def short_weekdays() -> tuple[str, ...]:
    """The same in three letters or fewer."""
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))


def months() -> tuple[str, ...]:
    """The months of the year."""
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )


def day_in_words(day: "date") -> str:
    """A day such as "Saturday 21 November"."""
    said = _("{weekday} {day} {month}")
    return said.format(
        weekday=weekdays()[day.weekday()], day=day.day, month=months()[day.month - 1]
    )
