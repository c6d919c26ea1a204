"""Names that nobody listed, found out from the texts.

    texts ─► reading (runs of capitals) ─► candidates ─► sightings ─► discover ─► new entities, unsure names

reading.py       a text's runs of capitalised words, with what tells of the sentence around them
capitals.py      where a run ends; going_on.py, fields.py: the small words by which it goes on
parting.py       one run that holds two names; persons.py: given names that open one
candidates.py    which of them may be names, and why; quoted.py, shouting.py, plurals.py, peoples.py: what is none
known.py         what is listed already
"""
