"""What the tests of packs share: a small core, so that none depends on the content that ships."""

from pathlib import Path

import pytest

from peercompanion import places

HERE = Path(__file__).parent


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in this folder, so that files are named from it, with the small core as the app's."""
    monkeypatch.chdir(HERE)
    monkeypatch.setattr(places, "content", lambda: HERE / "shelf")
    return HERE
