"""The command itself: killed at any moment, told to end, started twice at once, on a disk that is full."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import textwrap
import time

import pytest

import crash_site
from broadsheet import archive, disk
from broadsheet.errors import ArchiveError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows ends processes in another way")
linux = pytest.mark.skipif(sys.platform != "linux", reason="a crew works on Linux only")

BEGIN = """
import signal, sys, time
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # also where the tests themselves run under `nohup`
from broadsheet.archive import crew
from broadsheet import disk
from broadsheet.cli import main
crew.WORTH_IT = 1  # a crew even for so few pages
def told(folder):
    print("written", flush=True)
    time.sleep({pause})
disk.sync = told
print("ready", flush=True)
sys.argv = ["broadsheet", "generate", "-q", "new.jsonl"]
main()
"""
LIMITED = """
import os, resource
resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))
os.execv({command}[0], {command})
"""
GENERATE = [sys.executable, "-m", "broadsheet", "generate", "-q", "new.jsonl"]


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782600000")  # 27 June 2026
    monkeypatch.setenv("BROADSHEET_JOBS", "2")
    crash_site.make(tmp_path)
    return tmp_path


def begin(site, pause=0):
    """The command, begun, with a crew; it waits so many seconds once everything is written beside its place."""
    return subprocess.Popen(
        [sys.executable, "-c", BEGIN.format(pause=pause)],
        cwd=site,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def heard(process, word):
    for line in process.stdout:
        if line.strip() == word:
            return
    raise AssertionError(process.stderr.read())


def cleared(files):
    """The files without the strays in content/; those among rejected records go once these are written."""
    return {name: content for name, content in files.items() if name.startswith("rejected/") or not strays([name])}


def strays(files):
    return [name for name in files if disk.STRAY.fullmatch(name.rpartition("/")[2])]


@linux
@pytest.mark.parametrize("kills", [4, pytest.param(250, marks=pytest.mark.slow)])
def test_the_command_killed_at_any_moment_loses_nothing_and_the_next_run_ends_as_if_it_had_not_been(site, kills):
    before = crash_site.tree(site)
    process = begin(site)
    heard(process, "ready")
    began = time.monotonic()
    process.communicate()
    whole = time.monotonic() - began
    after = crash_site.tree(site)
    moments = random.Random(kills)  # noqa: S311 - any moments will do
    for _ in range(kills):
        crash_site.put_back(site, before)
        process = begin(site)
        heard(process, "ready")
        time.sleep(moments.uniform(0, whole))
        process.kill()
        process.communicate(timeout=60)  # ends when nobody is left, of the crew neither, who could print something
        left = crash_site.tree(site)
        for name in left.keys() - set(strays(left)):
            assert crash_site.is_whole(name, left[name], before, after), name
        assert not before.keys() & after.keys() - left.keys()
        crash_site.run(site)
        assert crash_site.tree(site) == after


@linux
def test_no_worker_outlives_a_run_that_is_killed():
    script = """
        import os, time
        from broadsheet.archive.crew import together
        def work():
            os.write(1, b"working\\n")
            time.sleep(600)
            yield
        list(together([work, work], 2))
    """
    process = subprocess.Popen([sys.executable, "-c", textwrap.dedent(script)], stdout=subprocess.PIPE, text=True)
    heard(process, "working")
    heard(process, "working")
    process.kill()
    process.communicate(timeout=60)  # as long as a worker lives, it holds this pipe


@linux
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_run_that_is_told_to_end_says_so_and_leaves_nothing_about(site, number, status):
    process = begin(site, pause=60)
    heard(process, "written")
    before = crash_site.tree(site)
    assert strays(before)
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (
        status,
        "Stopped. Every file is whole; the same command again goes on from here.\n",
    )
    assert crash_site.tree(site) == cleared(before)


@linux
def test_a_second_run_ends_at_once_and_a_killed_one_locks_nobody_out(site):
    first = begin(site, pause=60)
    heard(first, "written")
    before = crash_site.tree(site)
    second = subprocess.run(GENERATE, cwd=site, capture_output=True, text=True, check=False, timeout=60)
    assert second.returncode == 2
    assert ".broadsheet.lock: another run is writing this archive; wait for it to end" in second.stderr
    assert crash_site.tree(site) == before
    first.kill()
    first.communicate(timeout=60)
    assert (site / ".broadsheet.lock").exists()
    third = subprocess.run(GENERATE, cwd=site, capture_output=True, text=True, check=False, timeout=60)
    assert third.returncode == 1, third.stderr  # a record was rejected
    assert not strays(crash_site.tree(site))


def test_a_file_that_grows_too_large_for_the_disk_is_told_and_nothing_is_touched(site):
    before = crash_site.tree(site)
    limited = LIMITED.format(size=1000, command=GENERATE)
    done = subprocess.run(
        [sys.executable, "-c", limited], cwd=site, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 2, done.stderr
    assert "cannot be written (File too large); mend that and run again" in done.stderr
    assert crash_site.tree(site) == cleared(before)


def test_a_disk_that_is_full_is_told_and_nothing_is_touched(site):
    content = site / "content"
    before = {name: text for name, text in crash_site.tree(site).items() if not strays([name])}
    # Room for the site as it stands (in whole blocks), and for a few of the files that are to come.
    blocks = sum(-(-len(text) // 4096) for name, text in before.items() if name.startswith("content/")) + 8
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={blocks * 4}k", "tmpfs", content], capture_output=True, check=False
    ).returncode:
        pytest.skip("only the superuser may mount a small disk")
    try:
        crash_site.put_back(site, before)
        done = subprocess.run(GENERATE, cwd=site, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 2, done.stderr
        assert "cannot be written (No space left on device); mend that and run again" in done.stderr
        assert crash_site.tree(site) == before
        subprocess.run(["mount", "-o", "remount,size=4m", content], check=True)
        done = subprocess.run(GENERATE, cwd=site, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 1, done.stderr
        assert not strays(crash_site.tree(site))
    finally:
        subprocess.run(["umount", content], check=True)


def test_a_lock_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / ".broadsheet.lock").mkdir()
    with pytest.raises(ArchiveError, match=r"broadsheet\.lock: cannot be made"), archive.lock(tmp_path):
        pass


def test_the_records_that_are_cleaned_into_a_file_are_all_there_or_none(tmp_path):
    (tmp_path / "in.jsonl").write_text('{"title": "A", "body": "Text."}\n', encoding="utf-8")
    out = tmp_path / "out.jsonl"
    out.write_text("old\n", encoding="utf-8")
    link = tmp_path / "link.jsonl"
    link.symlink_to(out)
    (tmp_path / ".out.jsonl.tmp-0123abcd").write_text("half", encoding="utf-8")
    clean = [sys.executable, "-m", "broadsheet", "clean", "-q", "in.jsonl", "-o"]
    limited = LIMITED.format(size=10, command=[*clean, "link.jsonl"])
    done = subprocess.run([sys.executable, "-c", limited], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, out.read_text(encoding="utf-8")) == (2, "old\n")
    assert "link.jsonl: cannot be written (File too large); name another file with -o" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "link.jsonl", "out.jsonl"]
    subprocess.run([*clean, "link.jsonl"], cwd=tmp_path, check=True)
    assert link.is_symlink()
    assert '"title":' in out.read_text(encoding="utf-8")
    piped = subprocess.run([*clean, "/dev/stdout"], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert piped.stdout == out.read_text(encoding="utf-8")
    out.chmod(0o444)
    done = subprocess.run([*clean, "out.jsonl"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "out.jsonl: cannot be written (it is read-only); name another file with -o" in done.stderr
