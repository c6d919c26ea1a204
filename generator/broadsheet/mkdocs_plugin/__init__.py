"""The MkDocs plugin: verifies; later speeds up and indexes. It never writes content/."""
