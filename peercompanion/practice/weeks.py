"""Weeks, months and years as a person looks at them. Days are local days, never moments."""

import datetime

_SUNDAY = frozenset(
    [
        "AG",
        "AS",
        "BD",
        "BR",
        "BS",
        "BT",
        "BW",
        "BZ",
        "CA",
        "CO",
        "DM",
        "DO",
        "ET",
        "GT",
        "GU",
        "HK",
        "HN",
        "ID",
        "IL",
        "IN",
        "JM",
        "JP",
        "KE",
        "KH",
        "KR",
        "LA",
        "MH",
        "MM",
        "MO",
        "MT",
        "MX",
        "MZ",
        "NI",
        "NP",
        "PA",
        "PE",
        "PH",
        "PK",
        "PR",
        "PT",
        "PY",
        "SA",
        "SG",
        "SV",
        "TH",
        "TT",
        "TW",
        "UM",
        "US",
        "VE",
        "VI",
        "WS",
        "YE",
        "ZA",
        "ZW",
    ]
)
_SATURDAY = frozenset(
    ["AF", "BH", "DJ", "DZ", "EG", "IQ", "IR", "JO", "KW", "LY", "OM", "QA", "SD", "SY"]
)
"""First days of the week as Unicode's locale data (CLDR) has them."""

DAY = datetime.timedelta(days=1)


def week_begins(country: str | None) -> int:
    """The first day of the week in a country, 0 for Monday."""
    if country in _SUNDAY:
        return 6
    return 5 if country in _SATURDAY else 0


def week_of(day: datetime.date, begins: int) -> tuple[datetime.date, ...]:
    """The seven days of a day's week, as far as the calendar goes."""
    first = day.toordinal() - (day.weekday() - begins) % 7
    days = range(max(first, 1), min(first + 6, datetime.date.max.toordinal()) + 1)
    return tuple(datetime.date.fromordinal(each) for each in days)


def month_of(day: datetime.date) -> tuple[datetime.date, ...]:
    """All days of a day's month."""
    first = day.replace(day=1).toordinal()
    days = (datetime.date.fromordinal(first + n) for n in range(_length(day)))
    return tuple(days)


def _length(day: datetime.date) -> int:
    if day.month == 12:
        return 31
    return (day.replace(month=day.month + 1, day=1) - day.replace(day=1)).days


def months_of(year: int) -> tuple[datetime.date, ...]:
    """The first day of each month of a year."""
    return tuple(datetime.date(year, month, 1) for month in range(1, 13))


def by_months(day: datetime.date, months: int) -> datetime.date:
    """The first day of a month so many months later, or earlier; the calendar's ends hold."""
    count = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    return datetime.date(count // 12, count % 12 + 1, 1)
