"""The most memory that a command takes, measured in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_RUN = """
import sys
from pathlib import Path
from broadsheet.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    status = end.code
status_file = Path("/proc/self/status")
if status_file.exists():  # (getrusage remembers the memory of the process that this one was forked from)
    peak = next(int(line.split()[1]) for line in status_file.read_text().splitlines() if line.startswith("VmHWM"))
else:
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print("peak", peak // 1000, "status", status, file=sys.stderr)
"""


def peak(folder: Path, *arguments: str) -> tuple[int, int]:
    """The most megabytes that `broadsheet ARGUMENTS` takes in a folder, and its exit status."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    words = done.stderr.splitlines()[-1].split()
    assert words[0] == "peak", done.stderr
    return int(words[1]), int(words[3])
