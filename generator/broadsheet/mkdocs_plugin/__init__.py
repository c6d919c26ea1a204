"""The MkDocs plugin: verifies; later speeds up and indexes. It never writes content/."""

from broadsheet.mkdocs_plugin.plugin import BroadsheetPlugin

__all__ = ["BroadsheetPlugin"]
