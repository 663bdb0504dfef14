"""The journal: what people did, in files that lose nothing."""
