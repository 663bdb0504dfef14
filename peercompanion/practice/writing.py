"""Records of the plan, made from what a person wrote."""

import datetime

from peercompanion.practice import records
from peercompanion.practice.contacts import Contact
from peercompanion.practice.plan import Part


def part(changed: Part, at: datetime.datetime) -> records.PlanPart:
    """Say how a part of a plan is from now on."""
    return records.PlanPart.model_validate({**changed.fields(), "at": at, "day": at.date()})


def contact(changed: Contact, at: datetime.datetime) -> records.Named:
    """Say what is known of a person or place from now on."""
    return records.Named.model_validate({**changed.fields(), "at": at, "day": at.date()})


def contact_gone(known: Contact, at: datetime.datetime) -> records.Named:
    """Say that someone is in the plan no more; what was known stays in the journal's history."""
    return contact(known, at).model_copy(update={"gone": True})


def after_care(*, offer: bool, at: datetime.datetime) -> records.AfterCare:
    """Say whether the after-care list is offered once."""
    return records.AfterCare(id="after-care", at=at, day=at.date(), offer=offer)
