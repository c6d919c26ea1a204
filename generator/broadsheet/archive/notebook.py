"""The notebook: what the archive must remember beside its pages, in the hidden folder content/.broadsheet/.

    pages.jsonl      every page and file that we wrote: a page that is missing was deleted by a person, and is not new;
                     a file that has another sum than we noted was edited by one
    withdrawn.yml    the articles and entities that a person deleted: they stay out until they are restored
    bases/           for pages that were merged: what upstream said then, which no commit holds
    upstream/        for pages in conflict: what upstream says now, until a person has settled it

It is committed with the pages. Without it nothing is lost: pages that were deleted come back with their records.
"""

from __future__ import annotations

import hashlib
import json
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from broadsheet.archive import front_matter
from broadsheet.archive.draft import WHOLE
from broadsheet.errors import ArchiveError
from broadsheet.model import KINDS, STATUSES, Entity

FOLDER = ".broadsheet"
LEDGER = f"{FOLDER}/pages.jsonl"
WITHDRAWN = f"{FOLDER}/withdrawn.yml"
BASES, UPSTREAM = f"{FOLDER}/bases/", f"{FOLDER}/upstream/"

JUDGED = ("kind", "status", "not_meant", "not_same_as")
"""What is noted of an entity besides its names, so that it holds while its page cannot be read."""

_SUM = re.compile("[bc][0-9a-f]{16}")
_HEAD = """\
# Articles and entities whose pages a person deleted: they stay out, whatever comes in.
# To have one back: broadsheet restore ID (or delete its lines here).
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What the notebook says of an article or an entity; of any other page only where it is; of a file its sum."""

    page: str
    """Its address."""
    id: str = ""
    """Empty for a list."""
    title: str = ""
    urls: tuple[str, ...] = ()
    """Of an article: its own address on the web, and those of its copies."""
    names: tuple[str, ...] = ()
    """Of an entity: its other names."""
    country: str = ""
    """Of a country: its ISO 3166-1 code."""
    into: str = ""
    """Of an entity that was merged into another: the id of that other."""
    said: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Of an entity: what was judged of it (`JUDGED`), as its page said it."""
    entity: bool = False
    sums: tuple[str, ...] = ()
    """Of a file that is no page: what we wrote there (see `sum_of`), in order. Several: a run may have been killed."""

    def as_line(self) -> dict[str, Any]:
        """What is written down; nothing that is empty."""
        values = {
            "page": self.page,
            "entity" if self.entity else "id": self.id,
            "title": self.title,
            "urls": list(self.urls),
            "names": list(self.names),
            "country": self.country,
            "into": self.into,
            **self.said,
        }
        return {key: value for key, value in values.items() if value}

    @property
    def refused(self) -> Entity:
        """The entity of a deleted page: known, and never named again, unless it was merged into another."""
        # Its id spells the name that it was made from, whatever a person called it since.
        names = (*self.names, self.id.replace("-", " "))
        return replace(self.remembered, aliases=names, page="", judged=False, status="rejected")

    @property
    def remembered(self) -> Entity:
        """The entity of a page that cannot be read now, as far as it is noted: its names stay its own."""
        return Entity(
            id=self.id,
            name=self.title or self.id,
            aliases=self.names,
            country=self.country or None,
            merged_into=self.into or None,
            kind=self.said.get("kind", "other"),
            status=self.said.get("status", "adopted"),
            not_meant=tuple(self.said.get("not_meant", ())),
            not_same_as=tuple(self.said.get("not_same_as", ())),
            page=self.page if self.page != f"entities/{self.id}.md" else "",
            judged=True,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Notebook:
    """What is remembered."""

    ledger: Mapping[str, Noted] = field(default_factory=dict)
    """By address; empty where there is no ledger yet."""
    withdrawn: tuple[Noted, ...] = ()
    """In the order of kinds and ids."""
    noticed: tuple[Noted, ...] = ()
    """Those among them that were there after the last run."""
    bases: frozenset[str] = frozenset()
    """The sums (of fingerprints) of the bases that are kept."""
    upstream: Mapping[str, str] = field(default_factory=dict)
    """The texts of upstream's versions that wait for a person, by the name of their file."""

    def with_missing(
        self, articles: AbstractSet[str], entities: AbstractSet[str], places: AbstractSet[str]
    ) -> Notebook:
        """The notebook once what is noted and no longer there is withdrawn, and what is there again is not.

        What is there: ids of articles, ids of entities, and the addresses of all files, whatever they say.
        """
        listed = {(one.entity, one.id): one for one in (*self.withdrawn, *self.ledger.values()) if one.id}
        gone = [
            one
            for _, one in sorted(listed.items())
            if one.id not in (entities if one.entity else articles) and one.page not in places
        ]
        known = {(one.entity, one.id) for one in self.withdrawn}
        noticed = [one for one in gone if (one.entity, one.id) not in known]
        return replace(self, withdrawn=tuple(gone), noticed=tuple(noticed))

    def without(self, restored: Iterable[Noted]) -> Notebook:
        """The notebook once these are no longer withdrawn, nor expected to be there."""
        back = {(one.entity, one.id) for one in restored}
        return replace(
            self,
            withdrawn=tuple(one for one in self.withdrawn if (one.entity, one.id) not in back),
            ledger={page: one for page, one in self.ledger.items() if (one.entity, one.id) not in back},
        )


def read(docs_dir: Path) -> Notebook:
    """The notebook of an archive; an empty one where there is none.

    Raises:
        ArchiveError: the list of what was withdrawn cannot be read: going on would bring deleted pages back.
    """
    folder = docs_dir / FOLDER
    if not folder.is_dir() or folder.is_symlink():
        return Notebook()
    return Notebook(
        ledger=_by_page(_ledger(_text(docs_dir / LEDGER))),
        withdrawn=tuple(_withdrawn(docs_dir / WITHDRAWN)),
        bases=frozenset(path.stem for path in (docs_dir / BASES).glob("*.md")),
        upstream={path.name: _text(path) for path in sorted((docs_dir / UPSTREAM).glob("*.md"))},
    )


def sum_of(digest: bytes) -> str:
    """By which a file that is no page is known again, from its digest (as `Page.digest`)."""
    return digest[:8].hex()


def ledger_text(noted: Iterable[Noted]) -> str:
    """The lines of the ledger, in the order of addresses; of a file, one for each of its sums."""
    told = ({**one.as_line(), "sum": total} if total else one.as_line() for one in noted for total in one.sums or ("",))
    lines = sorted((line["page"], json.dumps(line, ensure_ascii=False)) for line in told)
    return "".join(f"{line}\n" for _, line in lines)


def withdrawn_text(noted: Iterable[Noted]) -> str:
    """The list of what was withdrawn, for people."""
    parted: dict[str, list[dict[str, Any]]] = {"articles": [], "entities": []}
    for one in noted:
        line = one.as_line()
        mark = line.pop("entity", "") or line.pop("id", "")
        parted["entities" if one.entity else "articles"].append({"id": mark, **line})
    return _HEAD + front_matter.write({kind: lines for kind, lines in parted.items() if lines})


def file_of(article_id: str) -> str:
    """The name of the file that holds what upstream says of an article."""
    return f"{hashlib.sha256(article_id.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}.md"


def base_text(docs_dir: Path, total: str) -> str:
    """The base with this sum; empty where it is not kept."""
    return _text(docs_dir / f"{BASES}{total}.md") if _SUM.fullmatch(total) else ""


def standing_text(docs_dir: Path, address: str) -> str:
    """The text of a file of the notebook; empty where there is none."""
    return _text(docs_dir / address)


def _text(path: Path) -> str:
    """The text of a file; empty where there is none. A link, or whatever else is no plain file, is not followed."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise ArchiveError(f"{path}: is no plain file; take it away, or take it back from git")
        return path.read_bytes().decode()
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        raise ArchiveError(f"{path}: cannot be read ({error.strerror}); mend its permissions") from error
    except UnicodeDecodeError as error:
        raise ArchiveError(f"{path}: is not UTF-8 ({error.reason}); take it back from git") from error


def _ledger(text: str) -> Iterator[Noted]:
    # Lines that are none (two branches merged badly) are passed over: of those pages nothing is known then.
    # (Parted at newlines alone: a title may hold what else counts as a line's end.)
    for line in text.split("\n"):
        try:
            yield _noted(json.loads(line))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            continue


def _by_page(noted: Iterable[Noted]) -> dict[str, Noted]:
    """What is noted, by address; of a file on several lines (two branches merged) all sums are those of ours."""
    found: dict[str, Noted] = {}
    for one in noted:
        sums = {*one.sums, *(found[one.page].sums if one.page in found else ())}
        found[one.page] = replace(one, sums=tuple(sorted(sums))) if sums else one
    return found


def _withdrawn(path: Path) -> Iterator[Noted]:
    line = 1
    try:
        values = front_matter.any_yaml(_text(path))
        for kind, key in (("articles", "id"), ("entities", "entity")):
            for said in values.get(kind) or ():
                yield _noted({**said, key: said["id"]})
    except front_matter.FrontMatterError as error:
        line = error.line - 1
    except (TypeError, KeyError, AttributeError, ValueError):
        pass
    else:
        return
    raise ArchiveError(
        f"{path}:{line}: cannot be read as a list of what was withdrawn; mend it, or take it back from git"
    )


def _may_stand(page: str) -> bool:
    """Whether an address is one of a page, or a file of ours, in content/."""
    parts = page.split("/")
    odd = any(part in ("", "..") or part.startswith(".") for part in parts)
    return page.endswith((".md", *WHOLE)) and not odd and "\\" not in page and "\0" not in page


def _is_said(key: str, value: Any) -> bool:
    if key in ("kind", "status"):
        return value in (KINDS if key == "kind" else STATUSES)
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _noted(line: Mapping[str, Any]) -> Noted:
    page = str(line.get("page", ""))
    if not _may_stand(page):
        raise ValueError(f"{page}: is no page of content/")
    return Noted(
        page=page,
        id=str(line.get("entity") or line.get("id") or ""),
        title=str(line.get("title", "")),
        urls=tuple(map(str, line.get("urls", ()))),
        names=tuple(map(str, line.get("names", ()))),
        country=str(line.get("country", "")),
        into=str(line.get("into", "")),
        said={key: line[key] for key in JUDGED if _is_said(key, line.get(key))},
        entity="entity" in line,
        sums=(line["sum"],) if isinstance(line.get("sum"), str) else (),
    )
