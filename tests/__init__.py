"""The tests, as a package of this name of their own: others install one that is called so too."""
