"""The README shows the app as it is: every picture in docs/ is drawn anew and compared."""

import pytest

from .pictures import PICTURES, PICTURES_AND_THEMES, SIZE, draw, file_of


@pytest.mark.parametrize(("name", "theme"), PICTURES_AND_THEMES)
async def test_the_pictures_show_what_is(
    name: str, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    for other in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "NO_COLOR"):
        monkeypatch.delenv(other, raising=False)

    drawn = await draw(name, PICTURES[name], theme, SIZE)

    same = drawn == file_of(name, theme).read_text()
    assert same, "it looks otherwise now: python tests/pictures.py draws it anew; look at it"
