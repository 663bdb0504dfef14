"""People and places: who, what for, how, when, and whether they were asked."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.plain.plan import arrange, say_examples
from peercompanion.plain.talk import Enough
from peercompanion.planning import people as known
from peercompanion.planning.part import PartOfPlan
from peercompanion.practice.choice import Choice
from peercompanion.practice.plan import STEADY

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion


def people(face: "Companion") -> None:
    """Offer the people and places of the plan, in the person's own order, and new ones."""
    part = PartOfPlan(face.sitting, STEADY, known.PART, face.region)
    face.talk.say(f"{part.section.title}:", part.section.prompt)
    say_examples(face, part)

    def rows() -> Iterable[Choice]:
        return (*known.rows(face.sitting), part.to_arrange())

    def chosen(row: str) -> None:
        what, _colon, which = row.partition(":")
        if what == "one":
            contact(face, which)
        elif what == "new":
            id_ = face.new_id(which)
            if face.do(known.new(face.sitting, id_, face.clock.now())):
                contact(face, id_)
        else:
            arrange(face, part)

    face.talk.room(part.section.title, rows, chosen)


def contact(face: "Companion", id_: str) -> None:
    """Offer what is known of one person or place, each row to change it."""
    one = known.OneContact(face.sitting, id_)

    def do(row: str) -> None:
        what, _colon, which = row.partition(":")
        match what:
            case "times":
                face.talk.room(_("Good times"), one.time_rows, do)
            case "message":
                from peercompanion.plain.guide import open_link

                open_link(face, "exercise:core/reach-out")
            case _:
                face.do(one.chosen(what, which, face.clock.now()))
        if what == "gone":
            raise Enough

    if one.due(face.today):
        face.talk.say(_("Is all of this still so? Once a season is enough."))
    face.talk.room(one.contact.name, lambda: one.rows(face.today), do)
