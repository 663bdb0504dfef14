"""Where everything lies: six folders, and the content that ships with the app.

`PEERCOMPANION_HOME` puts all six under one folder; otherwise each lies where the system keeps
such things. Nothing is made or read here: a folder comes into being when something is kept.
"""

import hashlib
import os
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

NOWHERE = Path(os.devnull) / "peercompanion"
"""Where everything lies when no folder can be found: nothing is there, nothing can be kept."""


@dataclass(frozen=True)
class Places:
    """The six folders. All but `packs` and `run` are personal."""

    journal: Path
    """What the person did. May be synced between devices."""
    packs: Path
    """Content the person added."""
    config: Path
    """Settings of this machine."""
    state: Path
    """Device id, lock, drafts, backups; of this machine, never synced."""
    cache: Path
    """Can be deleted at any time."""
    run: Path
    """A live session's port and token."""

    @property
    def settings(self) -> Path:
        """The file that holds the preferences."""
        return self.config / "settings.toml"

    @property
    def drafts(self) -> Path:
        """Guides in progress, one file each."""
        return self.state / "drafts"


def _journal_name(journal: Path) -> str:
    """Name a journal by its path, so that two journals never share state or cache."""
    return hashlib.sha256(os.fsencode(journal.absolute())).hexdigest()[:12]


def places(environ: Mapping[str, str] = os.environ) -> Places:
    """Find the six folders for this environment."""
    if home := environ.get("PEERCOMPANION_HOME"):
        try:
            root = Path(home).expanduser().absolute()
        except (OSError, RuntimeError):  # nobody's home, or below a folder that is gone
            root = NOWHERE
        journal, packs, config = root / "journal", root / "packs", root / "config"
        state, cache, run = root / "state", root / "cache", root / "run"
    else:
        from platformdirs import PlatformDirs  # 4 ms, and not needed with a home of one's own

        dirs = PlatformDirs("peercompanion", appauthor=False)
        journal, packs = dirs.user_data_path / "journal", dirs.user_data_path / "packs"
        config, state, cache = dirs.user_config_path, dirs.user_state_path, dirs.user_cache_path
        with warnings.catch_warnings(action="ignore"):
            run = dirs.user_runtime_path  # warns where the system names no such folder
    name = _journal_name(journal)
    return Places(journal, packs, config, state / name, cache / name, run)


def content() -> Path:
    """The folder of the packs that ship: inside the package when installed, else the checkout's.

    Found from this file, never from the installation's records: an editable install leaves a
    stale copy of the content in those.
    """
    here = Path(__file__).resolve().parent
    inside = here / "content"
    return inside if inside.is_dir() else here.parent / "content"
