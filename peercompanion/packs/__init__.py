"""Content packs: what guides people, read from TOML folders."""
