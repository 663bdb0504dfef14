"""What a person did, kept: records in, records out, for every face.

The one place between the records of `practice` and the entries of the journal. Nothing is made
on disk before the first record or draft is kept, and nothing is imported before it is needed:
neither the journal nor pydantic stand in the way of the first frame.
"""

from peercompanion.kept.drafts import LINE as LINE
from peercompanion.kept.drafts import Answer as Answer
from peercompanion.kept.drafts import Draft as Draft
from peercompanion.kept.kept import LATER as LATER
from peercompanion.kept.kept import Kept as Kept
from peercompanion.kept.kept import NotKept as NotKept
from peercompanion.kept.kept import new_id as new_id
