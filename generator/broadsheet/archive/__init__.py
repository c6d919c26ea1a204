"""content/ on disk: read it, take records in, plan what changes, write it, check it.

load ─► Archive ─► admit ─► Admission ─► … ─► drafts ─► plan ─► Plan ─► apply
"""

from broadsheet.archive.admit import Admission, Folded, Held, admit
from broadsheet.archive.crew import hands
from broadsheet.archive.finding import Finding, as_json
from broadsheet.archive.load import Archive, load
from broadsheet.archive.plan import Plan, Step, plan, plan_together
from broadsheet.archive.rejected import keep_aside
from broadsheet.archive.write import apply, lock

__all__ = [
    "Admission",
    "Archive",
    "Finding",
    "Folded",
    "Held",
    "Plan",
    "Step",
    "admit",
    "apply",
    "as_json",
    "hands",
    "keep_aside",
    "load",
    "lock",
    "plan",
    "plan_together",
]
