"""content/README.md is what authors copy from: its examples load, its codes are the codes."""

import re
import textwrap
import tomllib

import pytest
from pydantic import TypeAdapter

from peercompanion.packs.codes import CODES, WARNINGS
from peercompanion.packs.models import ITEM_TYPES, STEP_KINDS, AnyStep, Manifest
from peercompanion.places import content

GUIDE = (content() / "README.md").read_text(encoding="utf-8")
EXAMPLES = [
    textwrap.dedent(found[2])
    for found in re.finditer(r"^( *)```toml\n(.*?)^ *```", GUIDE, re.DOTALL | re.MULTILINE)
]


def _named(example: str) -> str:
    """The file an example is from, as its first line says."""
    return example.splitlines()[0].removeprefix("# ")


WHOLE = [example for example in EXAMPLES if example.startswith("# ")]
STEPS = [example for example in EXAMPLES if not example.startswith("# ")]


@pytest.mark.parametrize("example", WHOLE, ids=_named)
def test_whole_files_are_taken_as_they_stand(example: str) -> None:
    name, data = _named(example), tomllib.loads(example)
    folder = name.split("/")[0]
    if folder == "i18n":
        assert not {"kind", "n", "minutes"} & data.keys()
    else:
        model = Manifest if name == "pack.toml" else ITEM_TYPES[folder]
        model.model_validate(data)


def test_every_kind_of_step_has_an_example_that_is_taken() -> None:
    steps = [step for example in STEPS for step in tomllib.loads(example)["step"]]
    for step in steps:
        TypeAdapter(AnyStep).validate_python(step)
    assert {step["kind"] for step in steps} == set(STEP_KINDS)


def test_the_codes_in_the_guide_are_the_codes_of_the_check() -> None:
    listed = re.findall(r"^\| (PC\d{3}) \| (error|warning) \| (.+) \|$", GUIDE, re.MULTILINE)
    assert listed == [
        (code, "warning" if code in WARNINGS else "error", meaning)
        for code, meaning in CODES.items()
    ]
