"""Coverage-guided fuzzing, on demand: `pip install -e '.[fuzz]'`, then `python tests/fuzz/run.py TARGET [SECONDS]`.

TARGET is a module beside this one: front_matter_reader, dump_cleaner or feed_source. What breaks its `promise` is
kept, one input for each place where it breaks, in `.cache/fuzz/TARGET/broken/`; the search goes on. An input worth
keeping goes to `tests/data/crashers/TARGET/`, where `tests/test_crashers.py` tries it from then on. Seeds are taken
from `tests/data` and, where it is there, from the shared data ($BROADSHEET_SHARED, default: ../shared beside the
repository).
"""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import sys
import time
import traceback
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("BROADSHEET_SHARED", HERE.parents[2] / "shared"))
INSTRUMENTED = ["broadsheet.archive", "broadsheet.cleaning", "broadsheet.sources", "broadsheet.dates", "feedparser"]


class Search:
    """A search for broken promises, and what it has found."""

    def __init__(self, target: ModuleType, folder: Path) -> None:
        self.target = target
        self.folder = folder
        self.broken: dict[str, int] = {}
        self.runs = 0
        self.start = time.monotonic()
        (folder / "broken").mkdir(parents=True, exist_ok=True)
        (folder / "corpus").mkdir(exist_ok=True)
        for seed in [*target.seeds(), *(target.more_seeds(SHARED) if (SHARED / "data").is_dir() else [])]:
            (folder / "corpus" / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)

    def try_one(self, given: bytes) -> None:
        """Tries one input; keeps it if it breaks the promise where none has before."""
        self.runs += 1
        try:
            self.target.promise(given)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
            place = _place(error)
            if place not in self.broken:
                name = hashlib.sha256(place.encode()).hexdigest()[:8]
                (self.folder / "broken" / name).write_bytes(given)
                (self.folder / "broken" / f"{name}.txt").write_text(f"{place}\n\n{traceback.format_exc()}", "utf-8")
            self.broken[place] = self.broken.get(place, 0) + 1
        if self.runs % 100 == 0:
            self.tell()

    def tell(self) -> None:
        """Writes down how far the search is."""
        said = {"runs": self.runs, "seconds": round(time.monotonic() - self.start), "broken": self.broken}
        (self.folder / f"state-{os.getpid()}.json").write_text(json.dumps(said, indent=1))


def main() -> None:
    """Searches for so many seconds."""
    import atheris

    name, seconds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 60
    sys.path.insert(0, str(HERE.parent))
    with atheris.instrument_imports(include=INSTRUMENTED):
        target = importlib.import_module(f"fuzz.{name}")
        target.promise(b"")
        target.promise(target.seeds()[0])
    folder = HERE.parents[1] / ".cache" / "fuzz" / name
    search = Search(target, folder)
    options = [
        *[f"-max_total_time={seconds}", f"-max_len={target.LONGEST}", f"-dict={HERE / name}.dict", "-timeout=120"],
        *[
            "-rss_limit_mb=3000",
            f"-artifact_prefix={folder / 'broken'}/",
            "-use_value_profile=1",
            "-print_final_stats=1",
        ],
    ]
    atheris.Setup([sys.argv[0], *options, str(folder / "corpus")], search.try_one)
    atheris.Fuzz()


def _place(error: Exception) -> str:
    """What broke, and where in our code: two inputs that break there are one finding."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.name != "try_one"]
    ours = [f"{Path(frame.filename).name}:{frame.name}" for frame in frames if "broadsheet" in frame.filename]
    where = ours[-1] if ours else f"{Path(frames[-1].filename).name}:{frames[-1].lineno}"
    what = str(error).split("\n")[0][:80] if isinstance(error, AssertionError) else ""
    return f"{type(error).__name__} {where} {what}".strip()


if __name__ == "__main__":
    main()
