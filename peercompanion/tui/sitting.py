"""The sitting lies in `peercompanion.sitting`, for both faces."""

from peercompanion.sitting import GUIDES, Sitting

__all__ = ["GUIDES", "Sitting"]
