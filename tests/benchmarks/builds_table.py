"""The table of a run: what each builder took, and how that compares with others of the same round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from builds_measured import Taken


@dataclass(frozen=True)
class Row:
    """One builder in one case of one round: `size`, `html`, `wrote` in bytes; `part` is empty for the whole of it."""

    articles: int
    case: str
    builder: str
    round: int
    taken: Taken
    size: int = 0
    files: int = 0
    pages: int = 0
    html: int = 0
    part: str = ""
    wrote: int = 0
    created: int = 0


HEAD = (
    f"{'case':<10} {'builder':<16} {'wall s':>8} {'CPU s':>8} {'÷ Hugo':>7} {'(CPU)':>7} {'÷ MkDocs':>8} {'(CPU)':>7} "
    f"{'largest':>8} {'family':>7} {'site MB':>8} {'files':>7} {'KB/page':>8} "
    f"{'wrote MB':>8} {'files':>7}"
)


def ratio(rows: Iterable[Row], builder: str, other: str, what: str) -> float | None:
    """The median over rounds of what one took by what the other took in the same round."""
    by_round: dict[int, dict[str, float]] = defaultdict(dict)
    for row in rows:
        if not row.part:
            by_round[row.round][row.builder] = getattr(row.taken, what)
    found = [took[builder] / took[other] for took in by_round.values() if builder in took and took.get(other)]
    return median(found) if found else None


def growth(rows: list[Row], builder: str, case: str, what: str) -> tuple[dict[int, float], float | None]:
    """Milliseconds a page at each size of archive, and those at the largest by those at the smallest."""
    sizes: dict[int, list[float]] = defaultdict(list)
    for row in rows:
        if (row.builder, row.case, row.part) == (builder, case, "") and row.pages:
            sizes[row.articles].append(1000 * getattr(row.taken, what) / row.pages)
    each = {size: median(values) for size, values in sorted(sizes.items())}
    ends = list(each.values())
    return each, ends[-1] / ends[0] if len(ends) > 1 else None


def table(rows: list[Row], articles: int) -> list[str]:
    """The lines for an archive of one size: medians of the rounds, memory the most of them."""
    here = [row for row in rows if row.articles == articles]
    lines = [HEAD]
    for case in dict.fromkeys(row.case for row in here):
        of_case = [row for row in here if row.case == case]
        for builder, part in dict.fromkeys((row.builder, row.part) for row in of_case):
            lines.append(_line(of_case, builder, part))
    return lines


def _line(of_case: list[Row], builder: str, part: str) -> str:
    mine = [row for row in of_case if (row.builder, row.part) == (builder, part)]
    taken = [row.taken for row in mine]
    ratios = [
        _cell(None if part else ratio(of_case, builder, other, what), width)
        for other, what, width in (("hugo", "wall", 7), ("hugo", "cpu", 7), ("mkdocs", "wall", 8), ("mkdocs", "cpu", 7))
    ]
    last = mine[-1]
    built = (
        f"{last.size / 1e6:>8.1f} {last.files:>7} {last.html / 1000 / last.pages:>8.1f} "
        f"{last.wrote / 1e6:>8.1f} {last.created:>7}"
        if last.pages
        else f"{'':>8} {'':>7} {'':>8}"
    )
    return (
        f"{'' if part else last.case:<10} {('· ' + part) if part else builder:<16} "
        f"{median(one.wall for one in taken):>8.2f} {median(one.cpu for one in taken):>8.2f} {' '.join(ratios)} "
        f"{max(one.largest for one in taken):>8.0f} {max(one.together for one in taken):>7.0f} {built}"
    ).rstrip()


def growth_table(rows: list[Row]) -> list[str]:
    """How time a page grows with the archive, by builder and case."""
    lines = []
    for case in dict.fromkeys(row.case for row in rows):
        for builder in dict.fromkeys(row.builder for row in rows if row.case == case):
            for what in ("wall", "cpu"):
                each, times = growth(rows, builder, case, what)
                if times is not None:
                    told = ", ".join(f"{size}: {value:.2f}" for size, value in each.items())
                    lines.append(f"{case:<10} {builder:<16} {what:<5} ms a page at {told}; growth {times:.2f}")
    return lines


def _cell(value: float | None, width: int) -> str:
    return f"{'–' if value is None else f'{value:.2f}':>{width}}"
