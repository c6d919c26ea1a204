"""content/ read back: every page, and the articles and entities in them.

A page that cannot be read is a Finding: it is never lost, never overwritten, and its id is not given again.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pathspec import GitIgnoreSpec

from broadsheet import addresses
from broadsheet.archive import article_page, entity_page, fingerprint, notebook, page, story_page
from broadsheet.archive.draft import WHOLE
from broadsheet.archive.finding import Finding, Level
from broadsheet.archive.front_matter import FrontMatterError
from broadsheet.archive.kept_pages import Read
from broadsheet.archive.notebook import Notebook, Noted
from broadsheet.archive.page import Page
from broadsheet.archive.slips import slips
from broadsheet.config import NO_FILES
from broadsheet.disk import STRAY
from broadsheet.entities.merges import merges
from broadsheet.errors import ArchiveError
from broadsheet.model import Article, Entity
from broadsheet.stories import NOTHING_TOLD, StoryPage, Told

BEGINNING = 200
"""Characters by which a file of ours is told from a person's."""

_LISTS = ("list.html", "edition.html")
"""Templates of pages that nothing but their address and their title tells from others of their kind."""
_STORY = re.compile(r"^template:[ \t]*story\.html[ \t\r]*$", re.MULTILINE)
_ID = re.compile(r"^id:[ \t]*[\"']?([^\"'\s]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """content/ at one moment. Addresses are relative to it; mappings are in the order of their keys."""

    docs_dir: Path
    pages: Mapping[str, Page] = field(default_factory=dict)
    """By address."""
    articles: Mapping[str, Article] = field(default_factory=dict)
    """By id."""
    entities: Mapping[str, Entity] = field(default_factory=dict)
    """By id; the rejected ones too, and those whose pages a person deleted."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """The digest (as `Page.digest`) of each file that is no page and that an output may want to write."""
    beginnings: Mapping[str, str] = field(default_factory=dict)
    """How those of them begin that a person may have written: text files, and what the notebook does not know."""
    broken: Mapping[str, str] = field(default_factory=dict)
    """Pages that cannot be read, by address, with the id in them as far as it can be made out."""
    others: frozenset[str] = frozenset()
    """Every other file, and every symbolic link: none is ever written to."""
    strays: Sequence[str] = ()
    """What a killed run left behind."""
    findings: Sequence[Finding] = ()
    """What is wrong with pages that cannot be read or share an id."""
    led: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By the address of an entity's page: those of the pages of entities that were merged into it."""
    told: Told = NOTHING_TOLD
    """The stories that were told, and what people said of them."""
    notebook: Notebook = field(default_factory=Notebook)
    """What is remembered beside the pages; what a person has deleted since is withdrawn in it."""
    own: GitIgnoreSpec = field(default_factory=lambda: NO_FILES)
    """Which files are a person's own, as mkdocs.yml says: see `is_own`."""

    @property
    def standing(self) -> Mapping[str, bytes]:
        """The digest of each page and each file in `files`, by address."""
        return {**self.files, **{address: found.digest for address, found in self.pages.items()}}

    def wrote(self, address: str) -> bool:
        """Whether the file there is, byte for byte, one that we wrote there: nobody's work is lost with it."""
        noted = self.notebook.ledger.get(address)
        return noted is not None and notebook.sum_of(self.files[address]) in noted.sums

    def is_own(self, address: str) -> bool:
        """Whether what lies there, or would, is no page and a person's own because they said so in mkdocs.yml."""
        return not address.endswith(".md") and self.own.match_file(address)

    @property
    def titles(self) -> Mapping[str, str]:
        """By address: the title of each list or edition that a person edited. What is there to read is theirs."""
        return {
            address: title.strip()
            for address, found in self.pages.items()
            if found.edited and found.fingerprint and found.front.get("template") in _LISTS
            if isinstance(title := found.front.get("title"), str) and title.strip()
        }

    def article_at(self, address: str) -> bool:
        """Whether the page there is an article's, be it counted among `articles` or not."""
        return address in self.pages and article_page.stands(address, self.pages[address].front)

    def with_pages(self, merged: Mapping[str, Sequence[Entity]]) -> Mapping[str, Sequence[Entity]]:
        """Merged entities, less those whose pages are gone: a person deleted the page, and what it said holds."""
        return {into: [one for one in others if self.entity_at(one.address)] for into, others in merged.items()}

    def entity_at(self, address: str) -> bool:
        """Whether the page there is an entity's."""
        return address in self.pages and entity_page.stands(address, self.pages[address].front)

    def named_at(self, address: str) -> bool:
        """Whether the page there is that of an article, an entity or a story: a person's too gets our blocks."""
        story = address in self.pages and story_page.stands(self.pages[address].front)
        return story or self.article_at(address) or self.entity_at(address)


def load(
    docs_dir: Path, restored: Iterable[Noted] = (), own: GitIgnoreSpec = NO_FILES, read: Read = page.read
) -> Archive:
    """The archive in a folder; an empty one where there is none yet.

    Args:
        docs_dir: the folder.
        restored: what is no longer withdrawn.
        own: files that are a person's own.
        read: reads a page (`reading_kept` remembers those that were read before).

    Raises:
        ArchiveError: the folder cannot be read.
    """
    reading = _Reading(docs_dir, notebook.read(docs_dir).without(restored), read)
    try:
        for address, link in walk(str(docs_dir)):
            reading.take(address, link=link)
    except OSError as error:
        raise ArchiveError(f"{error.filename}: cannot be read ({error.strerror}); mend its permissions") from error
    return replace(reading.archive(), own=own)


class _Reading:
    """An archive in the making."""

    def __init__(self, docs_dir: Path, remembered: Notebook, read: Read) -> None:
        self.docs_dir = docs_dir
        self.read = read
        self.notebook = remembered
        self.root = f"{docs_dir}/"
        self.pages: dict[str, Page] = {}
        self.articles: dict[str, Article] = {}
        self.entities: dict[str, Entity] = {}
        self.stories: dict[str, StoryPage] = {}
        self.files: dict[str, bytes] = {}
        self.beginnings: dict[str, str] = {}
        self.broken: dict[str, str] = {}
        self.others: set[str] = set()
        self.strays: list[str] = []
        self.findings: list[Finding] = []

    def take(self, address: str, *, link: bool) -> None:
        """Sorts a file in by its name, and reads it if it may be ours."""
        if link:
            self.others.add(address)
            self.tell(address, "is a symbolic link and was not read", "put the file itself there", level="warning")
        elif STRAY.fullmatch(address.rpartition("/")[2]):
            self.strays.append(address)
        elif address.endswith(".md"):
            self.take_page(address)
        elif address.endswith(WHOLE):
            self.take_file(address)
        else:
            self.others.add(address)

    def take_file(self, address: str) -> None:
        """Reads a file that is no page; one that cannot be read is told, and nobody's but a person's."""
        try:
            with open(self.root + address, "rb") as file:  # noqa: PTH123 - ten thousand files
                text = file.read().decode("utf-8", "replace")
            self.files[address] = page.digest(text)
            if address.endswith(".txt") or address not in self.notebook.ledger:
                self.beginnings[address] = text[:BEGINNING].replace("\r\n", "\n")
        except (FileNotFoundError, NotADirectoryError):
            return  # gone since the folder was listed
        except OSError as error:
            self.others.add(address)
            self.tell(address, f"cannot be read ({error.strerror})", "mend its permissions")

    def take_page(self, address: str) -> None:
        """Reads a page; what cannot be read is told and kept apart."""
        raw = b""
        try:
            with open(self.root + address, "rb") as file:  # noqa: PTH123 - ten thousand files
                raw = file.read()
            found, text, unlinked = self.read(address, raw.decode())
        except (FileNotFoundError, NotADirectoryError):
            return  # gone since the folder was listed
        except FrontMatterError as error:
            self.tell(address, f"front matter: {error.problem}", error.remedy, error.line, error.column)
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            self.tell(address, "is not UTF-8", "save it as UTF-8", line)
        except OSError as error:
            self.tell(address, f"cannot be read ({error.strerror})", "mend its permissions")
        else:
            self.pages[address] = found
            self.sort_in(found, text, unlinked)
            return
        salvaged = _ID.search(raw.decode("utf-8", "replace"))
        self.broken[address] = salvaged[1] if salvaged else ""
        if salvaged and _STORY.search(raw.decode("utf-8", "replace")):
            # It is told nowhere else meanwhile.
            self.stories.setdefault(salvaged[1], StoryPage(id=salvaged[1], address=address))

    def sort_in(self, found: Page, text: str, unlinked: str) -> None:
        """Reads the article, the entity or the story out of a page."""
        if article_page.stands(found.address, found.front):
            article = article_page.read(found.front, unlinked, found.address)
            if found.edited:
                unnamed, listed = fingerprint.struck_and_added(found.fingerprint, found.front.get("entities"))
                article = replace(article, unnamed=unnamed, listed=listed)
            if not article.title:
                self.tell(
                    found.address, "has no title in its front matter", "write one, or take the page back from git"
                )
            if not (article.title or article.body.strip()):
                self.broken[found.address] = ""
                del self.pages[found.address]
                return
            if not article.title:
                article = replace(article, title=found.address.rpartition("/")[2].removesuffix(".md"))
            first = self.articles.get(article.id)
            if first:
                article, copy = (article, first) if self.at_home(article) > self.at_home(first) else (first, article)
                self.tell(copy.address, f"has the same id as {article.address}", "give one of them another `id:`")
            self.articles[article.id] = article
        elif entity_page.stands(found.address, found.front):
            coined = found.fingerprint is not None and not found.fingerprint.own
            self.sort_in_entity(entity_page.read(found.front, text, found.address, judged=found.edited, coined=coined))
        elif story_page.stands(found.front):
            self.sort_in_story(story_page.read(found))

    def sort_in_entity(self, entity: Entity) -> None:
        """Keeps an entity; of two with one id, the one whose page is in its place."""
        other = self.entities.get(entity.id)
        if other:
            entity, copy = (entity, other) if self.noted(entity) > self.noted(other) else (other, entity)
            self.tell(copy.address, f"has the same id as {entity.address}", "give one of them another `id:`")
        self.entities[entity.id] = entity

    def sort_in_story(self, story: StoryPage) -> None:
        """Keeps a story's page; of two with one id, the one that was there before."""
        other = self.stories.get(story.id)
        if other:
            story, copy = (story, other) if story.address in self.notebook.ledger else (other, story)
            self.tell(copy.address, f"has the same id as {story.address}", "give one of them another `id:`")
        self.stories[story.id] = story

    def at_home(self, article: Article) -> tuple[bool, bool]:
        """How surely an article's page is no copy that a person made: it was there before, or it is in its place."""
        noted = self.notebook.ledger.get(article.address)
        first = addresses.article(article.day, addresses.slug(article.title, article.id))
        return noted is not None and noted.id == article.id, article.address == first

    def noted(self, entity: Entity) -> tuple[bool, bool]:
        """The same of an entity's page."""
        noted = self.notebook.ledger.get(entity.address)
        return noted is not None and noted.id == entity.id, not entity.page

    def tell(
        self, address: str, what: str, remedy: str, line: int = 1, column: int = 1, *, level: Level = "error"
    ) -> None:
        """Keeps a finding."""
        self.findings.append(Finding(f"{self.docs_dir.name}/{address}", line, column, what, remedy, level))

    def led(self) -> Mapping[str, Sequence[str]]:
        """The pages that lead to another because their entities were merged; a merge that leads nowhere is told."""
        found: dict[str, list[str]] = defaultdict(list)
        turned = merges(self.entities.values())
        for one, into in turned.into.items():
            found[self.entities[into].address].append(self.entities[one].address)
        for one, fault in turned.faults.items():
            entity = self.entities[one]
            if entity.address in self.pages:
                why = "which leads round in a circle" if fault == "circle" else "which is no entity"
                what = f"is merged into {entity.merged_into}, {why}, and stands for itself"
                self.tell(entity.address, what, "mend `merged_into`, or delete the line", level="warning")
        return found

    def archive(self) -> Archive:
        """What was read."""
        for address in self.broken:
            noted = self.notebook.ledger.get(address)
            if noted and noted.entity:
                self.entities.setdefault(noted.id, noted.remembered)
        places = {*self.pages, *self.broken, *self.others}
        remembered = self.notebook.with_missing({*self.articles, *self.broken.values()}, set(self.entities), places)
        for one in remembered.withdrawn:
            if one.entity:
                self.entities[one.id] = one.refused
        led = self.led()
        told = story_page.told(self.articles.values(), self.pages, self.stories, places)
        self.findings += slips(self.docs_dir.name, self.pages, self.articles, self.entities, told)
        return Archive(
            docs_dir=self.docs_dir,
            pages=self.pages,
            articles=dict(sorted(self.articles.items())),
            entities=dict(sorted(self.entities.items())),
            files=self.files,
            beginnings=self.beginnings,
            broken=self.broken,
            others=frozenset(self.others),
            strays=self.strays,
            findings=self.findings,
            led=led,
            told=told,
            notebook=remembered,
        )


def walk(root: str, folder: str = "") -> Iterator[tuple[str, bool]]:
    """Every file below a folder in the order of addresses, and whether it is a symbolic link (to a folder too).

    Editors and git keep their own things in hidden files and folders, MkDocs does not read them, and nor do we: of
    what is hidden, only strays are listed, and those in our own hidden folder.
    """
    try:
        with os.scandir(f"{root}/{folder}") as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    hidden = folder.startswith(f"{notebook.FOLDER}/")
    for entry in entries:
        address = folder + entry.name
        if entry.is_symlink():
            if not hidden:
                yield address, True
        elif entry.is_dir(follow_symlinks=False):
            if hidden or not entry.name.startswith(".") or address == notebook.FOLDER:
                yield from walk(root, address + "/")
        elif entry.is_file(follow_symlinks=False) and (
            STRAY.fullmatch(entry.name) or not (hidden or entry.name.startswith("."))
        ):
            yield address, False
