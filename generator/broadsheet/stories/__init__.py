"""Stories: which articles tell the same event, and what says so.

articles, who they name ─► grouping: near text, rare names and words, time ─► groups ─► telling: ids, titles ─► stories
"""

from broadsheet.stories.telling import tell

__all__ = ["tell"]
