"""The services that can publish a new site, and the files that each wants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

Publisher = Literal["github", "gitlab", "none"]
PUBLISHERS: tuple[Publisher, ...] = get_args(Publisher)

REFRESH = {"ci/refresh.sh": ".ci/refresh.sh"}
FILES: Mapping[Publisher, Mapping[str, str]] = {
    "github": {
        "github/pages.yml": ".github/workflows/pages.yml",
        "github/dependabot.yml": ".github/dependabot.yml",
        "issue_template/error-in-article.yml": ".github/ISSUE_TEMPLATE/error-in-article.yml",
        **REFRESH,
    },
    "gitlab": {"gitlab-ci.yml": ".gitlab-ci.yml", **REFRESH},
    "none": {},
}
"""By service: where each file of tree/ goes."""

_WAYS: Mapping[str, Mapping[Publisher, str]] = {
    "en": {
        "github": (
            "Push to GitHub, choose *Settings → Pages → Source: GitHub Actions*, and say in `mkdocs.yml` what\n"
            "`site_url` is. With each push, every morning and by hand, `.github/workflows/pages.yml` reads\n"
            "`inputs/`, commits what came of it (`.ci/refresh.sh`), checks and publishes; the summary of each\n"
            "run tells what changed, what was rejected and what waits for you. Without Actions:\n"
            "`mkdocs gh-deploy`."
        ),
        "gitlab": (
            "Push to GitLab, do once what stands at the top of `.gitlab-ci.yml`, and say in `mkdocs.yml` what\n"
            "`site_url` is. With each push and on a schedule, it reads `inputs/`, commits what came of it\n"
            "(`.ci/refresh.sh`), checks and publishes."
        ),
        "none": (
            "`mkdocs build --strict` makes `site/`, which any web server can serve; `mkdocs gh-deploy` puts it\n"
            "on GitHub Pages."
        ),
    },
    "fr": {
        "github": (
            "Envoyez tout sur GitHub, choisissez *Settings → Pages → Source: GitHub Actions*, et dites dans\n"
            "`mkdocs.yml` quel est le `site_url`. À chaque envoi, chaque matin et à la demande,\n"
            "`.github/workflows/pages.yml` lit `inputs/`, valide ce qui en vient (`.ci/refresh.sh`), vérifie et\n"
            "publie ; le résumé de chaque exécution dit ce qui a changé, ce qui a été refusé et ce qui vous\n"
            "attend. Sans Actions : `mkdocs gh-deploy`."
        ),
        "gitlab": (
            "Envoyez tout sur GitLab, faites une fois ce qui figure en tête de `.gitlab-ci.yml`, et dites dans\n"
            "`mkdocs.yml` quel est le `site_url`. À chaque envoi et à heure fixe, `inputs/` est lu, ce qui en\n"
            "vient est validé (`.ci/refresh.sh`), vérifié et publié."
        ),
        "none": (
            "`mkdocs build --strict` produit `site/`, que tout serveur web peut servir ; `mkdocs gh-deploy` le\n"
            "met sur GitHub Pages."
        ),
    },
}


def way(publisher: Publisher, language: str) -> str:
    """How a site is published, for its README: in French, else in English."""
    return _WAYS.get(language, _WAYS["en"])[publisher]
