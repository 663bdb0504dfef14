"""Every kind of item, step and shared words, with its model."""

from peercompanion.packs.models.guides import CheckIn, Exercise, Guide, Session, Tool
from peercompanion.packs.models.items import Checklist, Item, Plan, Routine
from peercompanion.packs.models.manifest import Manifest
from peercompanion.packs.models.resources import Resource, Way
from peercompanion.packs.models.steps import STEP_KINDS, AnyStep, Option, Step
from peercompanion.packs.models.words import WORDS_TYPES

ITEM_TYPES: dict[str, type[Item]] = {
    "exercises": Exercise,
    "tools": Tool,
    "checkins": CheckIn,
    "sessions": Session,
    "routines": Routine,
    "checklists": Checklist,
    "plans": Plan,
    "resources": Resource,
}

__all__ = [
    "ITEM_TYPES",
    "STEP_KINDS",
    "WORDS_TYPES",
    "AnyStep",
    "CheckIn",
    "Checklist",
    "Exercise",
    "Guide",
    "Item",
    "Manifest",
    "Option",
    "Plan",
    "Resource",
    "Routine",
    "Session",
    "Step",
    "Tool",
    "Way",
]
