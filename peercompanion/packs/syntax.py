"""What `tomllib` says about a text that is not TOML, in plain words."""

import re

from peercompanion.packs.diagnostics import Diagnostic, Mark

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")

_PLAIN: dict[str, tuple[str, str]] = {
    "Cannot overwrite a value": ("this key is here twice", "keep one of the two"),
    "Cannot declare": ("this table is here twice", "a list of tables has two brackets: [[step]]"),
    "Cannot mutate immutable": ("this table is closed already", "write its keys in one place"),
    "Invalid value": ("there is no value here", 'put quotes round text: title = "Long exhale"'),
    "Invalid statement": ("this is not `key = value`", 'a line looks like: title = "Long exhale"'),
    "Invalid initial character for a key": (
        "a key does not begin like this",
        "keys are small letters, digits and hyphens",
    ),
    "Expected '=' after a key": ("an equals sign is missing here", 'write: title = "Long exhale"'),
    "Expected newline or end of document": (
        "there is something left over after the value",
        'one key and its value on a line; quotes inside text are written \\"',
    ),
    "Expected ']": ("a closing bracket is missing here", "write [table] or [[list]]"),
    "Unclosed array": ("this list has no end, or lacks a comma", 'write: ["one", "two"]'),
    "Unclosed inline table": ("this table has no end, or lacks a comma", 'write: { id = "one" }'),
    "Unterminated string": ("this text has no closing quotes", "end it as it begins"),
    "Expected \"'''\"": ("this text has no closing quotes", "end it as it begins"),
    'Expected "\'"': ("this text has no closing quote", "end it as it begins"),
    "Illegal character '\\n'": (
        "this text has no closing quote on its line",
        'end it with ", or use """ for several lines',
    ),
    "Illegal character": ("this character does not belong here", "leave it out"),
    "Unescaped '\\' in a string": (
        "a backslash means something special here",
        "write \\\\ for a backslash",
    ),
    "Invalid hex value": (
        "this escape is not complete",
        "write it like \\u00e9, or type the letter",
    ),
    "Escaped character is not": ("this escape is no character", "type the letter itself"),
    "Invalid date or datetime": ("there is no such day", "write year-month-day: 2026-11-21"),
    "Duplicate inline table key": ("this key is here twice", "keep one of the two"),
}


def explain(error: ValueError, text: str, file: str) -> Diagnostic:
    """Say in plain words why a text is not TOML, and where."""
    said = str(error)
    place = _PLACE.search(said)
    lines = text.split("\n")
    if place and place[1]:
        line, col = int(place[1]), int(place[2])
    else:
        line = max((n for n, each in enumerate(lines, 1) if each.strip()), default=1)
        col = len(lines[line - 1]) + 1
    known = (found for begins, found in _PLAIN.items() if said.startswith(begins))
    message, help_ = next(known, ("this is not TOML", _PLACE.sub("", said)))
    source = lines[line - 1] if line <= len(lines) else ""
    length = 1
    if "twice" in message:  # the place given is the end of the line
        col = len(source) - len(source.lstrip()) + 1
        length = max(1, len(source.rstrip()) - col + 1)
    return Diagnostic("PC001", file, message, Mark(line, col, length, source, "here"), help=help_)
