"""A site that people edit, and what is promised to them: looked at after each run.

What a person wrote is kept here, by page: lines that must stay, in the part of the page (front matter or text) and in
the order in which they were put there; and what they took out, which must stay away.
"""

from __future__ import annotations

import datetime as dt
import functools
import json
import os
import re
import subprocess
import sys
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

import promises
from broadsheet import pipeline
from broadsheet.archive import history, load
from broadsheet.config import Config
from broadsheet.entities import countries
from faulty_disk import faulty
from hand_edits import Parts, id_of, plain
from wire import Wire, record

COUNTRIES = ("NO", "UA")
"""Few, because each run looks at all of them."""
GIT = [
    "git",
    "-c",
    "user.name=a",
    "-c",
    "user.email=a@example.org",
    "-c",
    "commit.gpgsign=false",
    "-c",
    "core.autocrlf=false",
]


@dataclass
class Hand:
    """What a person did to a page."""

    stays: list[tuple[str, bool]] = field(default_factory=list)
    """Lines in the order in which they stand, each with whether it stands in the front matter."""
    gone: set[str] = field(default_factory=set)
    gone_keys: set[str] = field(default_factory=set)
    gone_blocks: set[str] = field(default_factory=set)
    whole: bytes | None = None
    """Every byte, where the page is a person's own or cannot be read."""

    @property
    def empty(self):
        """Whether nothing that a person wrote stands there."""
        return not self.stays and self.whole is None

    def seen(self, raw, stays=""):
        """Takes the lines as they stand in the page now; those that a person wrote over are no more."""
        text = plain(raw)
        body = Parts.of(text).body
        lines = [line for line, _ in self.stays] + ([stays] if stays else [])
        found = sorted((at, line) for line in dict.fromkeys(lines) if (at := text.find(line)) >= 0)
        self.stays = [(line, at < body) for at, line in found]


@contextmanager
def few_countries(codes=COUNTRIES):
    """Runs that know two countries. Nothing that was worked out from these, or from all, is kept for the other."""
    with mock.patch.object(countries, "codes", return_value=codes):
        _forget()
        yield
    _forget()


def _forget():
    for name, module in list(sys.modules.items()):
        for kept in vars(module).values() if name.startswith("broadsheet.") else ():
            if hasattr(kept, "cache_clear"):
                kept.cache_clear()


class Died(BaseException):
    """What no part of a run expects, nor outlives."""


class EditedSite:
    """A site in a folder of its own, with two articles to begin with."""

    def __init__(self, *, with_git):
        self.with_git = with_git
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self.temporary.name)
        self.config = _config(self.folder)
        self.content = self.config.docs_dir
        for name, content in _beginning().items():
            if with_git or not name.startswith(".git/"):
                _put(self.folder / name, content)
        self.words = 0
        self.wire = Wire()
        self.hands: dict[str, Hand] = {}
        self.deleted: dict[str, str] = {}
        """Articles and entities whose pages a person deleted: id to address."""
        self.copied: set[str] = set()
        """Ids that two pages bear because a person copied one."""
        self.waiting: list[str] = []
        """Pages that the last report says need a person."""
        self.patches = [] if with_git else [mock.patch.object(history, "_git", return_value=None)]
        for patch in self.patches:
            patch.start()

    def close(self):
        for patch in self.patches:
            patch.stop()
        self.temporary.cleanup()

    # The wire.

    def news(self, change, which):
        """Upstream writes a record, changes one, takes one back, or gives it no longer."""
        moved = self.wire.change(change, which, self.fresh("news"))
        # Of an article that is taken back the text goes, and when it comes back, all of it does.
        for address, raw in self.files().items() if moved else ():
            if address in self.hands and id_of(raw) == moved:
                self.hands[address].gone.clear()
                self.hands[address].gone_keys.clear()

    # People.

    def edit(self, edit, which, where):
        """A person edits a page."""
        found = self.files()
        pages = [address for address in found if address.endswith(".md")]
        named = [address for address in pages if id_of(found[address])] if where % 4 else []
        self.edit_page(_pick(named or pages, which), edit, where)

    def edit_page(self, address, edit, where=0):
        raw = self.files()[address]
        hand = self.hands.get(address, Hand())
        if hand.whole is not None:
            return
        done = edit(plain(raw), self.fresh("hand"), where)
        if not done:
            return
        self.hands[address] = hand
        text = done.text.replace("\n", "\r\n") if b"\r\n" in raw and "\r\n" not in done.text else done.text
        raw = (b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b"") + text.encode()
        _put(self.content / address, raw)
        hand.seen(raw, done.stays)
        hand.gone |= {done.gone} - {""}
        hand.gone_keys |= {done.gone_key} - {""}
        hand.gone_blocks |= {done.gone_block} - {""}
        if done.broken:
            hand.whole = raw

    def mend(self, which):
        """A person mends a page that could not be read."""
        broken = sorted(address for address, hand in self.hands.items() if hand.whole and b"\nbroken: " in hand.whole)
        if broken:
            address = broken[which % len(broken)]
            raw = re.sub(rb"\nbroken: [^\n]*", b"", self.hands[address].whole)
            _put(self.content / address, raw)
            self.hands[address].whole = None
            self.hands[address].seen(raw)

    def move(self, which):
        """A person moves an article's or an entity's page to another folder."""
        folder = ("kept/{}/", "articles/{}/", "entities/kept/{}/", "{}/", "{}-")[which % 5].format(self.fresh("hand"))
        self.to(which, lambda address: folder + address.rpartition("/")[2])

    def rename(self, which):
        name = self.fresh("hand")
        self.to(which, lambda address: f"{address[: address.rfind('/') + 1]}{name}.md")

    def to(self, which, place):
        if address := self.named(which):
            self.move_page(address, place(address))

    def move_page(self, address, new):
        _put(self.content / new, (self.content / address).read_bytes())
        (self.content / address).unlink()
        self.hands[new] = self.hands.pop(address, Hand())

    def copy(self, which):
        """A person copies an article's or an entity's page, for a start."""
        if address := self.named(which):
            self.copy_page(address, f"articles/{self.fresh('hand')}-copy.md")

    def copy_page(self, address, new):
        raw = (self.content / address).read_bytes()
        _put(self.content / new, raw)
        self.hands[new] = Hand()
        self.hands[new].seen(raw)
        self.copied.add(id_of(raw))

    def delete(self, which):
        """A person deletes a page: an article's, an entity's, or a list."""
        pages = [address for address in self.files() if address.endswith(".md")]
        if address := self.named(which) if which % 3 else _pick(pages, which):
            self.delete_page(address)

    def delete_page(self, address):
        raw = (self.content / address).read_bytes()
        one = id_of(raw)
        (self.content / address).unlink()
        self.hands.pop(address, None)
        # A story is what its articles say: its page comes back, as a list does.
        if one and one not in self.copied and b"\narticles:" not in raw:
            self.deleted[one] = address

    def page(self, which):
        """A person writes a page of their own, somewhere."""
        words = self.fresh("hand")
        address, text, whole = (
            (f"{words}.md", f"# {words}\n", True),
            ("index.md", f"# {words}, at home\n", True),
            (f"notes/{words}/index.md", f"---\ntitle: {words}\n---\n\nText\r\nwith two line ends.\n", True),
            (f"articles/{words}/mine.md", f"---\ntitle: {words} # mine\n---\n\n{words} writes.\n", False),
            (f"articles/2026/{words}.md", f"{words} writes without front matter.\n", False),
            (f"entities/{words}.md", f"---\ntitle: {words}\nkind: place # yes\n---\n\n{words} is a place.\n", False),
        )[which % 6]  # fmt: skip
        _put(self.content / address, text.encode())
        self.hands[address] = Hand(whole=text.encode() if whole else None)
        if not whole:
            for line in text.splitlines():
                if words in line:
                    self.hands[address].seen(text.encode(), line)

    def folder_of_files(self, which):
        """A person puts a folder of files among the pages, or beside them."""
        words = self.fresh("hand")
        for name in (f"{words}/a.md", f"{words}/b.bin", f"articles/{words}/photo.jpg", f"entities/{words}.txt")[
            which % 2 :: 2
        ]:
            raw = f"{words}\0\r\n".encode() if not name.endswith(".md") else f"{words}\r\n".encode()
            _put(self.content / name, raw)
            self.hands[name] = Hand(whole=raw)

    def edit_file(self, which):
        """A person edits a feed or an export of ours."""
        files = [one for one in self.files() if one.endswith((".xml", ".json", ".opml", ".jsonl", ".txt"))]
        if address := _pick([one for one in files if one not in self.hands], which):
            raw = self.files()[address] + f"{self.fresh('hand')}\n".encode()
            _put(self.content / address, raw)
            self.hands[address] = Hand(whole=raw)

    def own_file(self, which):
        """A person has a file where one of ours may want to stand."""
        names = (
            "feeds/topics/ships.xml",
            "data/entities/hand.json",
            "feeds/entities/hand.xml",
            "feeds/topics/ships.json",
        )
        if names[which % 4] not in self.files():
            raw = f"{self.fresh('hand')}\n".encode()
            _put(self.content / names[which % 4], raw)
            self.hands[names[which % 4]] = Hand(whole=raw)

    def delete_file(self, which):
        """A person deletes a file: one of ours comes back."""
        if address := _pick([one for one in self.files() if not one.endswith(".md")], which):
            (self.content / address).unlink()
            self.hands.pop(address, None)

    def commit(self):
        for words in (["add", "-A", "content"], ["commit", "-qm", "x", "--allow-empty"]):
            subprocess.run([*GIT, "-C", str(self.folder), *words], check=True, env=_environment())

    # Runs.

    def run(self, how="all"):
        """A whole run, after which everything must be as it should."""
        records = self.wire.given(how)
        report = self.generate(records)
        promises.look(self, report, records)
        self.wire.took(records)

    def run_again(self):
        """Twice is once."""
        before = self.everything()
        report = self.generate(self.wire.given("all"))
        changed = [step for step in report.steps if step.verdict not in {"unchanged", "kept", "conflict"}]
        assert self.everything() == before, f"the second run changed something: {changed}"

    def killed_run(self, at):
        """A run that is killed when it is about to change the disk for the n-th time."""

        def die(*_):
            points.at += 1  # nothing is done to a disk that is gone: no clearing up either
            raise Died

        with suppress(Died), faulty(at, die) as points:
            self.generate(self.wire.given("all"))
        promises.look_at_hands(self, self.files())

    def resolve(self, which, side):
        """A person settles what upstream and somebody else changed differently."""
        address = self.waiting[which % len(self.waiting)]
        if address not in self.files():
            return
        report = self.generate([], settled={address: side})
        if side == "theirs" and address in self.hands and self.hands[address].whole is None:
            hand = self.hands[address] = Hand(stays=self.hands[address].stays)
            hand.seen(self.files()[address])
        promises.look(self, report, [])

    def restore(self, which):
        """A person wants a page back."""
        self.run("none")
        one = sorted(self.deleted)[which % len(self.deleted)]
        wanted = [noted for noted in load(self.content).notebook.withdrawn if noted.id == one]
        assert wanted, f"{one} is not listed as withdrawn"
        del self.deleted[one]
        promises.look(self, self.generate(self.wire.given("all"), restored=wanted), [])

    def generate(self, records, **more):
        inputs = ["in.jsonl"] if records else []
        _put(self.folder / "in.jsonl", "".join(json.dumps(record) + "\n" for record in records).encode())
        return pipeline.generate(self.config, inputs, base=self.folder, **more)

    # What there is.

    def fresh(self, kind):
        self.words += 1
        return f"{kind}-{self.words:04}"

    def files(self):
        """Every file of content/ that is not hidden, by address."""
        return {name: raw for name, raw in self.everything().items() if not name.startswith(".")}

    def everything(self):
        return {
            path.relative_to(self.content).as_posix(): path.read_bytes()
            for path in sorted(self.content.rglob("*"))
            if path.is_file()
        }

    def named(self, which):
        """The address of an article's or an entity's page; None where there is none."""
        found = self.files()
        return _pick([address for address in found if address.endswith(".md") and id_of(found[address])], which)


def _pick(addresses, which):
    return sorted(addresses)[which % len(addresses)] if addresses else None


def _config(folder):
    return Config(
        path=folder / "mkdocs.yml",
        docs_dir=folder / "content",
        site_name="A & B",
        site_url="https://news.example/",
        per_page=3,
        suggest=False,
        # One format stands for all: files are compared and kept as a whole, whatever is in them.
        feeds=("atom",),
        exports=("articles",),
        today=dt.date(2026, 5, 28),
    )


@functools.cache
def _beginning():
    """The files of a site with two articles, and of the repository in which they are committed."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "in.jsonl").write_text("".join(json.dumps(record(number)) + "\n" for number in range(2)))
        pipeline.generate(_config(folder), ["in.jsonl"], base=folder)
        for words in (["init", "-q"], ["add", "content"], ["commit", "-qm", "x"]):
            subprocess.run([*GIT, "-C", temporary, *words], check=True, env=_environment())
        skipped = (".git/hooks/", ".git/info/", ".broadsheet.lock", ".cache/")
        files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
        return {name: path.read_bytes() for name, path in files.items() if not name.startswith(skipped)}


def _environment():
    return {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def _put(path, raw):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
