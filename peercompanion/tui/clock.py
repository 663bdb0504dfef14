"""The clocks lie in `peercompanion.clock`, for both faces."""

from peercompanion.clock import Clock

__all__ = ["Clock"]
