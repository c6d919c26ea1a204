"""What a newly found name probably is: a person, an organisation, a place, an event, a work, a product, or other.

name ─► name_cues ─┐
sights ─► sight_cues ─┼─► weights ─► Guess(kind, confidence, why)
the other names ─┘

built.py        how names are built: what discovery asks before it knows what anything is
"""

from broadsheet.entities.kinds.built import is_head, may_be_person
from broadsheet.entities.kinds.guess import Guess, Seen, guesses
from broadsheet.entities.kinds.sight_cues import Sight
from broadsheet.entities.kinds.sights import sights

__all__ = ["Guess", "Seen", "Sight", "guesses", "is_head", "may_be_person", "sights"]
