"""Whatever a file holds, it is either an item or explained; lists and models agree on heads."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.packs import heads, reading
from peercompanion.packs.checking import inside, shape
from peercompanion.packs.document import Document
from peercompanion.packs.models import ITEM_TYPES, STEP_KINDS, WORDS_TYPES, Exercise, Manifest
from peercompanion.packs.models.fields import Model

HERE = Path(__file__).parent
EXERCISE = (HERE / "shelf/core/exercises/long-exhale.toml").read_text()
WORDS = st.sampled_from(
    [*STEP_KINDS, "id", "text", "kind", "step", "small", "options", "from", "go", "words", "title"]
)
VALUES = st.recursive(
    st.one_of(
        st.integers(-1, 200), st.booleans(), st.floats(0, 10), WORDS, st.just(""), st.dates()
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=8,
)


def _document(data: dict[str, Any]) -> Document:
    read = reading.parse(tomli_w.dumps(data), file="x.toml")
    assert isinstance(read, Document)
    return read


@given(st.data())
def test_any_table_is_taken_or_explained(data: st.DataObject) -> None:
    models = [*ITEM_TYPES.values(), *WORDS_TYPES.values(), Manifest]
    model: type[Model] = data.draw(st.sampled_from(models))
    keys = [field.alias or name for name, field in model.model_fields.items()]
    table = data.draw(st.dictionaries(st.sampled_from(keys) | WORDS, VALUES, max_size=8))
    document = _document(table)
    problems = shape.problems(document, model) or inside.problems(document)
    for problem in problems:
        assert problem.message
        assert problem.help
        assert problem.line <= document.text.count("\n") + 1
    if not problems:
        model.model_validate(document.data)


@given(st.data())
def test_a_changed_exercise_is_taken_or_explained(data: st.DataObject) -> None:
    table = tomllib.loads(EXERCISE)
    tables = [table, *table["step"], *table["small"]]
    changed = data.draw(st.sampled_from(tables))
    key = data.draw(st.sampled_from(sorted(changed)) | WORDS)
    if data.draw(st.booleans()):
        changed[key] = data.draw(VALUES)
    else:
        changed.pop(key, None)
    document = _document(table)
    problems = shape.problems(document, Exercise)
    head = heads.head(document.data, pack="core", slug="long-exhale")
    if not problems:
        exercise = Exercise.model_validate(document.data)
        assert head
        assert (head.title, head.minutes, head.for_, head.where, head.contains, head.group) == (
            exercise.title,
            exercise.minutes,
            exercise.for_,
            exercise.where,
            exercise.contains,
            exercise.group,
        )


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read_or_explained(raw: bytes) -> None:
    text = reading.decoded(raw, "x.toml")
    if isinstance(text, str):
        read = reading.parse(text, file="x.toml")
        assert isinstance(read, Document) or all(problem.help for problem in read)


@pytest.mark.parametrize("model", [*ITEM_TYPES.values(), *WORDS_TYPES.values(), Manifest])
def test_an_empty_file_is_told_what_to_add(model: type[Model]) -> None:
    document = _document({})
    needed = {
        field.alias or name for name, field in model.model_fields.items() if field.is_required()
    }
    added = "\n".join(
        problem.help.removeprefix("add: ") for problem in shape.problems(document, model)
    )
    assert {key for key in needed if key in added} == needed
