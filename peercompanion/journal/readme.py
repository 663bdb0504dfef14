"""What lies beside the entries, for people and for programs that carry the folder."""

from peercompanion.language import _

PLAN = "plan.txt"
"""A readable copy of the support plan."""


def beside() -> dict[str, str]:
    """Name the files that explain the folder, with what each says."""
    return {
        "README.txt": _(
            "This folder is your PeerCompanion journal: what you did and what you wrote.\n"
            "It is yours. The app sends it nowhere.\n"
            "\n"
            "You can read it without the app. Every file under entries/ is plain text (TOML),\n"
            "one for each month and computer. An entry begins with [[entry]] and ends with a\n"
            'line "# end" and a checksum. When one id appears several times, the one with\n'
            'the highest "rev" counts; "gone = true" means it was deleted.\n'
            "\n"
            "Careful edits by hand are kept, with or without the checksum line. It is best to\n"
            "close the app first.\n"
            "\n"
            "To move your journal, copy this whole folder. Sync programs may carry it between\n"
            "computers: each computer writes its own files, and the app reads them all.\n"
        ),
        ".gitattributes": "*.toml -text\n",
        ".gitignore": "*.tmp\n",
        ".stignore": "*.tmp\n",
    }
