"""The pages of a site that is served: made again one by one as they are edited, and what follows from them later.

A page that Broadsheet makes shows nothing of other pages but whether they are there. So an edit of one is shown once
that page is made; search, the sitemap and what there is to be said of content/ follow when nobody is editing.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from time import perf_counter

from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel, set_exclusions

from broadsheet.mkdocs_plugin.build_mark import theme_files
from broadsheet.mkdocs_plugin.own_build import OwnBuild
from broadsheet.search import SearchedPage

_log = get_plugin_logger("broadsheet")
_MOST = 20
"""Files that are made one by one; more are better made all together."""
_INHERITS = b"INHERIT"
"""What stands in a file of settings that takes some from another, which is not looked at here."""

Settings = dict[str, tuple[int, int]]


@dataclass(kw_only=True)
class ServedPages:
    """What one build has left, and what has come of it since."""

    own: OwnBuild
    searched: dict[str, SearchedPage]
    """All that search knows, by address in the site."""
    settings: Settings | None
    """See `settings`."""
    sitemap_is_old: bool = False
    _writing: Lock = field(default_factory=Lock)

    def edit(self, paths: Collection[str]) -> bool:
        """Makes the pages of these files again; False where all pages have to be."""
        began = perf_counter()
        config = self.own.config
        wanted = [self._address(path) for path in sorted(paths)]
        addresses = [one for one in wanted if one]
        if not addresses or len(addresses) > _MOST or None in wanted:
            return False
        if self.own.shows_all or self.settings is None or self.settings != settings(config):
            return False
        with self._writing:
            made = all(map(self._made, addresses))
        if made:
            _log.info("%s made in %.2f seconds", _listed(addresses), perf_counter() - began)
        return made

    def write_sitemap(self) -> None:
        """Writes the sitemap anew if what it tells may have changed."""
        own, name = self.own, "sitemap.xml"
        with self._writing:
            if not self.sitemap_is_old or name not in own.config.theme.static_templates:
                return
            self.sitemap_is_old = False
            build._build_theme_template(name, own.env, own.files, own.config, own.nav)  # noqa: SLF001 - MkDocs has no other

    def _made(self, address: str) -> bool:
        file = self.own.own[address]
        before = file.page.meta if file.page else None
        record = self.own.edited(address)
        if record is None:
            return False
        self.sitemap_is_old |= not file.page or file.page.meta != before
        self.searched.pop(file.dest_uri, None)
        if found := record.searched:
            self.searched[found.address] = found
        return True

    def _address(self, path: str) -> str | None:
        """That of the page whose file this is; "" for a file that has no part in the site; None for any other."""
        folder = self.own.config.docs_dir
        if not path.startswith(folder + os.sep):
            return None
        address = path.removeprefix(folder + os.sep).replace(os.sep, "/")
        if not Path(path).exists():
            # An editor wrote beside the page, and put that in its place.
            return None if address in self.own.files.src_uris else ""
        if address in self.own.own:
            return address
        return "" if _is_left_out(address, self.own.config) else None


def _is_left_out(address: str, config: MkDocsConfig) -> bool:
    """Whether a file is none of the site's, as the backups of editors are, nor one that is looked at."""
    file = File(address, config.docs_dir, config.site_dir, config.use_directory_urls)
    set_exclusions([file], config)
    return file.inclusion is InclusionLevel.EXCLUDED and not file.is_documentation_page()


def settings(config: MkDocsConfig) -> Settings | None:
    """The states of the files in which a site's settings and templates are; None where there may be more of them."""
    file = Path(config.config_file_path)
    paths: Iterable[Path] = [file, *(path for _, path in theme_files(config))]
    try:
        if _INHERITS in file.read_bytes():
            return None
        states = ((str(path), path.stat()) for path in paths)
        return {path: (state.st_size, state.st_mtime_ns) for path, state in states}
    except OSError:
        return None


def _listed(addresses: Sequence[str]) -> str:
    return addresses[0] if len(addresses) == 1 else f"{len(addresses)} pages"
