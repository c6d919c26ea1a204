"""Text that a spreadsheet would take for a formula, and run: told apart by an apostrophe, and read back without it.

https://owasp.org/www-community/attacks/CSV_Injection
"""

from __future__ import annotations

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")  # full-width signs count as well


def told_apart(cell: str) -> str:
    """The text as a cell that stays text."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def as_meant(cell: str) -> str:
    """The text of such a cell; `as_meant(told_apart(text)) == text`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
