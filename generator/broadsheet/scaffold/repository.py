"""Where a site's repository lies on the web, and what follows: its pages' pencils, its address, who publishes it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from broadsheet.config import EXAMPLE
from broadsheet.errors import UsageError
from broadsheet.scaffold.publishing import Publisher

_ADDRESS = re.compile(r"https?://(?P<host>[A-Za-z0-9.-]+(?::[0-9]+)?)/(?P<path>[\w.~/-]*[\w.~-])", re.ASCII)
_OVER_SSH = re.compile(r"(?:ssh://)?git@(?P<host>[A-Za-z0-9.-]+)[:/](?P<path>[\w.~/-]*[\w.~-])", re.ASCII)
_EDIT = {"github": "edit/main/content/", "gitlab": "-/edit/main/content/", "codeberg": "_edit/main/content/"}
"""By a word in the host's name: where it edits a file of a branch. https://www.mkdocs.org/user-guide/configuration/#edit_uri"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """A repository on the web; without `url`, none that is known."""

    url: str = ""
    edit_uri: str = ""
    """From `url` to where a page is edited; empty where the host has no such place that we know."""
    site_url: str = EXAMPLE
    """Where its pages will be published."""
    publisher: Publisher = "github"

    @classmethod
    def at(cls, address: str) -> Repository:
        """The repository at an address, as a browser or `git clone` knows it; that of nowhere for an empty one.

        Raises:
            UsageError: it is no address of a repository.
        """
        if not address.strip():
            return cls()
        found = _ADDRESS.fullmatch(address.strip().rstrip("/")) or _OVER_SSH.fullmatch(address.strip())
        path = found["path"].removesuffix(".git").strip("/") if found else ""
        if not found or "/" not in path or "//" in path:
            raise UsageError(
                f"--repository {address[:200]}: is no address of a repository; write https://github.com/you/your-archive"
            )
        host = found["host"].lower()
        kind = next((one for one in _EDIT if one in host), "")
        return cls(
            url=f"https://{found['host']}/{path}",
            edit_uri=_EDIT.get(kind, ""),
            site_url=_published(host, path),
            publisher="gitlab" if kind == "gitlab" else "github" if kind == "github" else "none",
        )


def _published(host: str, path: str) -> str:
    """Where GitHub and GitLab publish the pages of a repository; the example's address for any other."""
    owner, _, name = path.partition("/")
    service = {"github.com": "github.io", "gitlab.com": "gitlab.io"}.get(host)
    if not service:
        return EXAMPLE
    own = f"{owner.lower()}.{service}"
    return f"https://{own}/" if name.lower() == own else f"https://{own}/{name}/"
