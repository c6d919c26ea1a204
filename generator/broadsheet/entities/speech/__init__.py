"""Who said what: quotations in a text, each with its speaker where there is no doubt of it.

text ─► quotations ◄── ways (patterns by language; scripts.py: those of other scripts) ◄── words
"""
