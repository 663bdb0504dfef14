"""Every code a diagnostic can carry, with its meaning. The first digit names the family."""

CODES: dict[str, str] = {
    # 0xx: the file itself
    "PC001": "the file is not valid TOML",
    "PC002": "the file is not UTF-8",
    "PC003": "the file begins with a byte order mark",
    "PC004": "the file is too large",
    "PC005": "too much is nested or dotted",
    "PC006": "a number is too large, or is no number",
    "PC007": "this is not a plain file",
    "PC008": "a link leads out of the pack",
    "PC009": "the file cannot be read",
    "PC010": "there is no pack here",
    # 1xx: its shape
    "PC101": "a key is missing",
    "PC102": "a key is not known here",
    "PC103": "this is not a kind of step",
    "PC104": "a value is of the wrong kind",
    "PC105": "a value is not one that fits",
    "PC106": "there is too much or too little of something",
    "PC107": "values do not go together",
    "PC108": "the pack needs a newer PeerCompanion",
    # 2xx: its characters
    "PC201": "a character could harm a terminal or hide text",
    # 3xx: ids and references
    "PC301": "a file's name is not an id",
    "PC302": "an id is there twice",
    "PC303": "a reference leads nowhere",
    "PC304": "a reference points the wrong way",
    "PC305": "a name in braces is not known",
    "PC306": "two packs have the same id",
    "PC307": "a file or folder has no place in a pack",
    "PC308": "a reference leads to a pack that is not here",
    "PC309": "the app's own words cannot be replaced",
    # 4xx: where it comes from
    "PC401": "the licence is missing",
    "PC402": "the authors are missing",
    "PC403": "the day of the last review is missing",
    "PC404": "sources are missing or not listed in the README",
    "PC405": "a resource was checked more than 180 days ago",
    "PC406": "a date lies in the future",
    "PC407": "the times a line is open are not clear",
    "PC408": "a line does not say when it is open",
    "PC409": "the licence is not an SPDX id, or its text is not there",
    # 5xx: wording and care
    "PC501": "words that do not belong in a pack",
    "PC502": "words that could be kinder",
    "PC503": "clinical words",
    "PC504": "a key's name in a text",
    "PC505": "a bare emergency number in a text",
    "PC506": "a text is hard to read",
    "PC507": "a step's text is long",
    "PC508": "a held breath that preferences cannot leave out",
    "PC509": "an exercise without a small version",
    "PC510": "breathing without another way",
    "PC511": "a first line of more than 20 words",
    "PC512": "minutes that differ from the sum of the steps",
    # 6xx: translation
    "PC601": "a translation changes what is not text for people",
    "PC602": "a translation is not complete",
    "PC603": "a translation of something that is not there",
    "PC604": "a translation is too long, or has lines where there is one",
}

# fmt: off
WARNINGS = frozenset({
    "PC307", "PC308", "PC403", "PC404", "PC405", "PC406", "PC408", "PC409",
    "PC502", "PC503", "PC506", "PC507", "PC511", "PC512", "PC602",
})
# fmt: on
"""Codes that leave a pack usable; all others are errors."""
