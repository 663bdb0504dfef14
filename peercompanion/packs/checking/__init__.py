"""Everything that can be wrong with a pack; opening one item imports what looks at that alone."""
