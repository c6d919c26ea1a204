"""Known names in a text: every form of every listed name, whole words only, the longest first.

    Gazetteer ─► lexicon ─► Matcher.find ─► Found

lexicon.py       every spelling, filed by its first word; what is kept between runs
shelves.py       what is filed under a word, looked at only where it can go on so
plain_names.py   spellings without capitals, all looked for at once (Aho-Corasick)
boundaries.py    clitics, possessives and particles beside a name; endings.py: those without an apostrophe
spelling.py      whether accents and capitals agree
longer_names.py  pieces of longer names, which are not linked; unparted.py: in scripts without spaces
other_words.py   names that are another word there; somebodys.py: those that are somebody's first or last name
"""
