"""PeerCompanion: coping skills between peer sessions, one calm screen at a time."""

__version__ = "0.1.0"
