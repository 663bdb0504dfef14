"""What all tests share."""

import pytest
from hypothesis import settings

settings.register_profile("steady", deadline=None)  # a busy machine is no defect
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def quick_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Textual's Pilot look for idleness more often; the names are Textual's own and may go."""
    import textual._wait

    for name, value in (("SLEEP_GRANULARITY", 1 / 500), ("SLEEP_IDLE", 1 / 2000)):
        if hasattr(textual._wait, name):
            monkeypatch.setattr(textual._wait, name, value)
