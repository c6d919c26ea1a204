"""XML whose entities would fill the memory: a few kilobytes that say *ten times ten times ten …* of something.

feedparser loads no outside entities and drops those that name others (the billion laughs); what is left is one long
entity, named over and over (the quadratic blow-up).
"""

from __future__ import annotations

import re

# (Looked for at every place, be it in the text of another: a quote in a comment does not hide what follows.)
_ENTITY = re.compile(r"""(?=<!ENTITY\s+([^\s%"'<>]+)\s+("[^"]*"|'[^']*'))""")
_NAMED = re.compile(r"&([^\s;&<>]{1,1000});")
_DECLARED = re.compile(rb"""<\?xml[^>]{0,80}encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_EBCDIC = b"\x4c\x6f\xa7\x94"  # `<?xm`

MOST = 100_000
"""Characters that entities may add to a document, besides its own length."""


def entities_outgrow(data: bytes) -> bool:
    """Whether the entities that an XML document declares would make it more than twice as long, and then some."""
    return any("<!ENTITY" in text and _growth(text) > len(data) + MOST for text in _readings(data))


def _growth(text: str) -> int:
    # The longest of each name: readers differ in which they take, and here comments are not told from declarations.
    lengths: dict[str, int] = {}
    for found in _ENTITY.finditer(text):
        start, end = found.span(2)
        lengths[found[1]] = max(end - start, lengths.get(found[1], 0))
    return sum(lengths.get(name, 0) for name in _NAMED.findall(text))


def _readings(data: bytes) -> list[str]:
    """The document in each encoding in which feedparser may come to read it, as far as ASCII goes."""
    plain = data.replace(b"\0", b"")
    readings = [plain.decode("latin-1")]  # UTF-8, UTF-16 and every other that keeps ASCII
    declared = _DECLARED.search(plain[:4096])
    others = [declared[1].decode("ascii")] if declared else []
    for encoding in [*others, *(["cp037"] if data.startswith(_EBCDIC) else [])]:
        try:
            readings.append(data.decode(encoding, "replace"))
        except (LookupError, ValueError):
            continue
    return readings
