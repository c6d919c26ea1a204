"""Stories: which articles tell the same event, and what says so.

articles, who they name ─► grouping: near text, rare names and words, time ─► groups ─► telling: ids, titles ─► stories
what was told before, what people said (told, said) ─────────────────────────────────────┘
"""

from broadsheet.stories.grouping import read_ahead
from broadsheet.stories.telling import Telling, tell
from broadsheet.stories.told import NOTHING_TOLD, StoryPage, Told

__all__ = ["NOTHING_TOLD", "StoryPage", "Telling", "Told", "read_ahead", "tell"]
