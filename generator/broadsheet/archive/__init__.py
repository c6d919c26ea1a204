"""content/ on disk: read it, take records in, plan what changes, write it, check it.

load ─► Archive ─► admit ─► Admission ─► … ─► drafts ─► plan ─► Plan ─► with_books ─► apply
"""

from broadsheet.archive.admission import Admission, Folded
from broadsheet.archive.admit import admit
from broadsheet.archive.books import with_books
from broadsheet.archive.crew import hands, together
from broadsheet.archive.finding import Finding, as_json
from broadsheet.archive.judged import judged
from broadsheet.archive.kept_lexicon import keeping_matcher
from broadsheet.archive.kept_memory import remembering
from broadsheet.archive.kept_pages import reading_kept
from broadsheet.archive.kept_readings import keeping_readings
from broadsheet.archive.load import Archive, load
from broadsheet.archive.merge import Conflict, Side
from broadsheet.archive.notebook import Noted
from broadsheet.archive.plan import Plan, Step, plan, plan_together
from broadsheet.archive.reconcile import Held
from broadsheet.archive.rejected import keep_aside
from broadsheet.archive.settle import settle
from broadsheet.archive.write import apply, lock

__all__ = [
    "Admission",
    "Archive",
    "Conflict",
    "Finding",
    "Folded",
    "Held",
    "Noted",
    "Plan",
    "Side",
    "Step",
    "admit",
    "apply",
    "as_json",
    "hands",
    "judged",
    "keep_aside",
    "keeping_matcher",
    "keeping_readings",
    "load",
    "lock",
    "plan",
    "plan_together",
    "reading_kept",
    "remembering",
    "settle",
    "together",
    "with_books",
]
