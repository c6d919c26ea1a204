"""content/ on disk: read it, plan what changes, write it."""
