"""Checking packs: everything that can be wrong with one, each thing in plain words."""
