"""The guides stage and console can open, by ids that both know."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from peercompanion.packs.library import Library
from peercompanion.packs.models.guides import Guide

FOLDERS = {"exercise": "exercises", "tool": "tools", "session": "sessions"}
ALONE = ("look-around", "feet-floor", "long-exhale")
TOGETHER = ("group-arrive", "group-steady-breath", "group-close")
"""What is led where nobody says what: for one person, and for a group."""


@dataclass
class Guides:
    """Guides by `exercise:core/long-exhale`."""

    library: Library
    _versions: dict[str, str] = field(default_factory=dict, init=False)

    def guide(self, item: str | None) -> Guide | None:
        """A guide; None where there is none such, or it cannot be read."""
        kind, _colon, full = (item or "").partition(":")
        if kind not in FOLDERS:
            return None
        found = self.library.item(FOLDERS[kind], full)
        return found if isinstance(found, Guide) else None

    def full(self, link: str) -> str | None:
        """What `feet-floor`, `core/feet-floor` or `tool:small-steps` means; None for nothing."""
        kind, colon, ref = link.rpartition(":")
        for each in (kind,) if colon else FOLDERS:
            if each in FOLDERS and (full := self.library.full_id(FOLDERS[each], ref)):
                return f"{each}:{full}"
        return None

    def some(self, links: Iterable[str]) -> tuple[str, ...]:
        """Those of some that are there."""
        return tuple(full for link in links if (full := self.full(link)))

    def version(self, item: str | None) -> str:
        """Which words a guide has, as a hash; empty for none."""
        guide = self.guide(item)
        if guide is None or item is None:
            return ""
        if item not in self._versions:
            told = guide.model_dump_json().encode()
            self._versions[item] = hashlib.sha256(told).hexdigest()[:16]
        return self._versions[item]
