"""What a person sees on a terminal while a build or a run takes its time: one line, and nothing of it in the end."""

from __future__ import annotations

import io
import logging
import os
import re
import struct
import subprocess
import sys
import threading
import time

import pytest

from broadsheet import status_line
from broadsheet.mkdocs_plugin.steps import Steps
from broadsheet.status_line import Clearing, StatusLine, is_for
from fast_site import site  # noqa: F401 - a fixture

fcntl, pty, termios = map(pytest.importorskip, ("fcntl", "pty", "termios"))


class Terminal:
    """A terminal, and what can be read on it: it knows what a line at its foot needs, and wraps what is too long."""

    def __init__(self, columns=80):
        self.main, other = pty.openpty()
        self.stream = os.fdopen(other, "w", encoding="utf-8")
        self.columns = columns
        self.rows = [""]
        self.column = 0
        self.written = b""
        self.resize(columns)
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()

    def resize(self, columns):
        fcntl.ioctl(self.main, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self.columns = columns
        last = self.rows.pop()
        self.rows += [last[start : start + columns] for start in range(0, max(1, len(last)), columns)]
        self.column = len(self.rows[-1])

    def screen(self):
        """What stands there once nothing more is written."""
        known = -1
        while known != len(self.written):
            known = len(self.written)
            time.sleep(0.3)
        return [row for row in self.rows if row]

    def close(self):
        self.stream.close()
        self._reading.join(5)
        os.close(self.main)

    def _read(self):
        while True:
            try:
                found = os.read(self.main, 1000)
            except OSError:
                return
            if not found:
                return
            self.written += found
            for part in re.findall(r"\x1b\[\d*[A-Za-z]|.", found.decode(), re.DOTALL):
                self._take(part)

    def _take(self, part):
        if part == "\r":
            self.column = 0
        elif part == "\n":
            self.rows.append("")
            self.column = 0
        elif part == "\x1b[2K":
            self.rows[-1] = ""
        elif part == "\x1b[A":
            assert not self.rows.pop(), "what stands below must be gone"
        elif not part.startswith("\x1b"):  # colours
            if self.column == self.columns:
                self._take("\n")
            self.rows[-1] = self.rows[-1][: self.column].ljust(self.column) + part
            self.column += 1


def told(terminal):
    """What stands there, without the seconds."""
    return [re.sub(r" \d+ s$", "", row) for row in terminal.screen()]


@pytest.fixture
def at_once(monkeypatch):
    monkeypatch.setattr(status_line, "AFTER", 0.0)
    monkeypatch.setattr(status_line, "_EVERY", 0.02)
    for name in ("CI", "TERM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def terminal(at_once):  # noqa: ARG001 - it draws at once
    made = Terminal()
    yield made
    made.close()


def test_the_line_says_how_far_and_leaves_nothing(terminal):
    line = StatusLine(terminal.stream)
    line.begin()
    line.say("making pages", 1200, 22000)
    assert told(terminal) == ["making pages 1,200 of 22,000 …"]
    line.say("search", 3, 16)
    assert told(terminal) == ["search 3 of 16 …"]
    line.end()
    assert terminal.screen() == []


def test_a_line_is_cut_to_the_terminal_and_rubbed_out_when_that_becomes_narrower(terminal):
    line = StatusLine(terminal.stream)
    line.begin()
    line.say("m" * 200)
    assert terminal.screen() == ["m" * 78 + "…"]
    with line._lock:  # noqa: SLF001 - nothing is drawn meanwhile
        time.sleep(0.1)
        terminal.resize(25)
        assert len(terminal.screen()) == 4
    line.say("less")
    assert told(terminal) == ["less …"]
    terminal.resize(3)
    line.say("more")
    time.sleep(0.1)
    line.end()
    assert terminal.screen() == []


def test_what_is_logged_stands_on_lines_of_its_own(terminal):
    line = StatusLine(terminal.stream)
    logger = logging.getLogger("test of a line")
    logger.propagate = False
    shown = logging.StreamHandler(terminal.stream)
    logger.addHandler(shown)
    clearing = Clearing(line).before_others(logger.name)
    line.begin()
    line.say("checking content/")
    for number in range(20):
        time.sleep(0.03)
        logger.warning("warning %s", number)
    *rows, last = terminal.screen()
    assert rows == [f"warning {number}" for number in range(20)]
    assert last.startswith("checking content/ … ")
    line.end()
    clearing.leave(logger.name)
    logger.removeHandler(shown)
    assert terminal.screen() == [f"warning {number}" for number in range(20)]


def test_nothing_is_drawn_before_its_time(terminal, monkeypatch):
    monkeypatch.setattr(status_line, "AFTER", 5.0)
    line = StatusLine(terminal.stream)
    line.begin()
    line.say("soon over")
    line.end()
    line.begin(quiet=True)
    line.say("quiet")
    assert terminal.screen() == []
    assert terminal.written == b""
    long_ago = StatusLine(terminal.stream, since=time.monotonic() - 9)
    long_ago.begin()
    long_ago.say("a stage of a long run")
    assert told(terminal) == ["a stage of a long run …"]
    long_ago.end()


def test_only_a_terminal_of_a_person_has_the_line(terminal, tmp_path, monkeypatch):
    assert is_for(terminal.stream)
    assert not is_for(io.StringIO())
    with (tmp_path / "file").open("w") as file:
        assert not is_for(file)
    monkeypatch.setenv("TERM", "dumb")
    assert not is_for(terminal.stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("CI", "true")
    assert not is_for(terminal.stream)


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_fork_neither_draws_nor_waits(terminal):
    line = StatusLine(terminal.stream)
    line.begin()
    line.say("making pages")
    terminal.screen()
    with line._lock:  # noqa: SLF001 - as if somebody drew
        child = os.fork()
        if not child:
            line.clear()
            line.end()
            os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    assert len(terminal.screen()) == 1
    line.end()


def test_the_table_of_steps_adds_up():
    steps = Steps()
    steps.begin("settings")
    steps.next("making pages")
    steps.done(1, 2)
    steps.next("settings")
    steps.end()
    lines = steps.table({"pages made": 1234}).splitlines()
    assert [line[:14].strip() for line in lines] == ["", "settings", "making pages", "total", "pages made"]
    assert lines[-1].endswith("  1,234")
    assert all(re.fullmatch(r".{12}  +\d+\.\d\d +\d+\.\d\d", line) for line in lines[1:-1])


BUILD = """
import sys
from broadsheet import status_line
status_line.AFTER, status_line._EVERY, status_line._REST = 0.0, 0.01, 0.0
from mkdocs.__main__ import cli
cli(sys.argv[1:])
"""


def built(site, folder, stream, *options):
    env = {name: one for name, one in os.environ.items() if name not in {"CI", "TERM"}}
    env |= {"NO_MKDOCS_2_WARNING": "1", "COLUMNS": "400"}  # MkDocs breaks its lines at these
    words = [sys.executable, "-c", BUILD, "build", "-d", str(site / folder), *options]
    subprocess.run(words, cwd=site, env=env, stdout=stream, stderr=stream, check=True)
    return {one.relative_to(site / folder): one.read_bytes() for one in (site / folder).rglob("*") if one.is_file()}


def plain(lines):
    return [re.sub(r"\d+\.\d+ seconds|directory: .*", "", line.rstrip()) for line in lines if line.strip()]


def test_a_build_shows_its_steps_on_a_terminal_and_makes_the_same_site(site, terminal, tmp_path):
    (site / "content/odd.md").write_text("# Odd\n\n[lost](nowhere.md)\n", "utf-8")
    terminal.resize(400)
    on_terminal = built(site, "a", terminal.stream)
    with (tmp_path / "log").open("w") as log:
        in_file = built(site, "b", log)
    (site / "a/sitemap.xml.gz").unlink()  # it holds the time
    assert on_terminal.keys() == in_file.keys()
    assert all(one == in_file[path] for path, one in on_terminal.items() if path.suffix != ".gz")
    said = (tmp_path / "log").read_text("utf-8")
    assert "\x1b" not in said
    assert "\r" not in said
    assert "WARNING" in said
    assert plain(terminal.screen()) == plain(said.splitlines())
    assert "checking content/ … ".encode() in terminal.written


def test_a_quiet_build_shows_nothing(site, terminal):
    built(site, "a", terminal.stream, "-q")
    terminal.screen()
    assert terminal.written == b""


def test_the_table_is_told_with_v(site, tmp_path):
    with (tmp_path / "log").open("w+") as log:
        built(site, "a", log, "-v")
    said = (tmp_path / "log").read_text("utf-8")
    assert re.search(r"what the build took:\n +wall s +CPU s\nsettings +\d", said)
    assert re.search(r"\npages made +\d\n", said)


def test_stages_of_a_run_are_timed_with_v_and_shown_on_a_terminal(tmp_path, terminal):
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\ndocs_dir: content\nplugins: [broadsheet]\n", "utf-8")
    (tmp_path / "content").mkdir()
    words = [sys.executable, "-c", BUILD.replace("mkdocs.__main__ import cli", "broadsheet.cli import main as cli")]
    env = {name: one for name, one in os.environ.items() if name not in {"CI", "TERM"}}
    told = subprocess.run([*words, "generate", "-v"], cwd=tmp_path, env=env, capture_output=True, text=True, check=True)
    lines = [line for line in told.stderr.splitlines() if line.endswith(" s CPU")]
    assert lines[0].startswith("Looking for what is new: ")
    assert lines[-1].startswith("All of it: ")
    assert len({line.rindex(".") for line in lines}) == 1
    subprocess.run([*words, "generate", "-q"], cwd=tmp_path, env=env, stderr=terminal.stream, check=True)
    assert terminal.screen() == []
    assert terminal.written == b""
    subprocess.run([*words, "generate"], cwd=tmp_path, env=env, stderr=terminal.stream, check=True)
    assert terminal.screen() == []
    assert b"Looking for what is new" in terminal.written
