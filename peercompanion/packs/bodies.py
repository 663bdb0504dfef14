"""Reading one whole item of a pack into its model, in a language where it is translated."""

from typing import TypeVar

from pydantic import ValidationError

from peercompanion.packs import overlays, reading
from peercompanion.packs.checking import inside, shape
from peercompanion.packs.diagnostics import Diagnostic
from peercompanion.packs.finding import Pack
from peercompanion.packs.models.fields import Model

AnyModel = TypeVar("AnyModel", bound=Model)


def body(
    pack: Pack, kind: str, slug: str, model: type[AnyModel], language: str
) -> AnyModel | list[Diagnostic]:
    """Read an item; where it cannot be used, say what is wrong.

    Args:
        pack: the pack it lies in.
        kind: the folder, such as `exercises` or `words`.
        slug: the file's name without its ending.
        model: what the item is.
        language: shown in this one if the translation is complete, else in the pack's own.

    """
    path = pack.path(kind, slug)
    document = reading.read(path, root=pack.folder, file=str(path))
    if isinstance(document, list):
        return document
    if problems := shape.problems(document, model) or inside.problems(document):
        return problems
    data = overlays.translated(pack, kind, slug, document.data, language)
    try:
        return model.model_validate(data or document.data)
    except ValidationError:  # the translation does not fit, such as a line too long
        return model.model_validate(document.data)
