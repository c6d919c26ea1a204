"""The comments in a new site's settings and workflows, in other languages than English.

Those of mkdocs.yml are read by whoever runs the site. A language that is not here has them in English, as the
commands speak it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_REMARK = re.compile(r"(?P<before>^[ ]*|[ ])# (?P<said>(?:(?! # ).)+)$", re.MULTILINE)

_FRENCH = {
    "One file for the site and for Broadsheet. MkDocs and Zensical both read it.": (
        "Un seul fichier pour le site et pour Broadsheet. MkDocs et Zensical le lisent tous deux."
    ),
    "Change this to where your archive is published; pages, feeds and the sitemap take their addresses from it.": (
        "Mettez ici l’adresse où vos archives seront publiées : pages, flux et plan du site en tirent les leurs."
    ),
    (
        "Where the repository is: gives each page a pencil that opens its file there, and on GitHub each article "
        "a link to report an error."
    ): (
        "Où est le dépôt : chaque page a alors un crayon qui y ouvre son fichier et, sur GitHub, chaque article "
        "un lien pour signaler une erreur."
    ),
    "Files that editors leave behind are no pages.": (
        "Les fichiers que laissent les éditeurs de texte ne sont pas des pages."
    ),
    "for Zensical: the look that the style sheet builds on": (
        "pour Zensical : l’aspect sur lequel s’appuie la feuille de style"
    ),
    (
        "Colours are those of overrides/assets/stylesheets/broadsheet.css; a style sheet of your own goes under "
        "extra_css."
    ): (
        "Les couleurs sont celles de overrides/assets/stylesheets/broadsheet.css ; une feuille de style à vous "
        "se nomme sous extra_css."
    ),
    "system type only: a reader's browser talks to this site alone": (
        "polices du système seulement : le navigateur ne parle qu’à ce site"
    ),
    "the pencil, once repo_url is set": "le crayon, dès que repo_url est indiqué",
    "blocks of code are got ready once they come into view": (
        "les blocs de code sont préparés quand ils deviennent visibles"
    ),
    "Articles and entities stay out of the navigation: a full one would be on every page.": (
        "Articles et entités restent hors de la navigation, qui sinon figurerait en entier sur chaque page."
    ),
    "They are made all the same, and found by links and search.": (
        "Ces pages sont faites tout de même ; on y vient par les liens et la recherche."
    ),
    "What `mkdocs build --strict` does not let pass.": "Ce que `mkdocs build --strict` ne laisse pas passer.",
    "Search is Broadsheet's own; list `search` here as well, and the site has Material's instead.": (
        "La recherche est celle de Broadsheet ; nommez `search` ici aussi, et le site aura celle de Material."
    ),
    "What `broadsheet generate` reads: files, folders and globs.": (
        "Ce que lit `broadsheet generate` : fichiers, dossiers et motifs."
    ),
    "What is written for feed readers and machines; false for none.": (
        "Ce qui est écrit pour les lecteurs de flux et les machines ; false : rien."
    ),
    'Models that propose names, where capitals do not tell them; pip install "broadsheet[spacy]" first.': (
        "Des modèles qui proposent des noms, là où les majuscules ne suffisent pas ; d’abord pip install "
        '"broadsheet[spacy]".'
    ),
    "What goes over a limit is rejected and reported. These are usual; Broadsheet's guide lists them all.": (
        "Ce qui dépasse une limite est refusé et signalé. Voici les limites habituelles ; le guide de "
        "Broadsheet les nomme toutes."
    ),
    "bytes of one record": "octets d’un article reçu",
    "characters of an article's text": "caractères du texte d’un article",
    "entities that one article links and lists": "entités qu’un article relie et nomme",
    "What you may write in pages besides plain Markdown.": (
        "Ce que l’on peut écrire dans les pages en plus du Markdown."
    ),
    "no style attributes: the pages' policy refuses them": "pas d’attributs style : la politique des pages les refuse",
    ("Feeds, checks, builds and publishes the archive on GitHub Pages: with each push, every morning, and by hand."): (
        "Alimente, vérifie, construit et publie les archives sur GitHub Pages : à chaque envoi, chaque matin, et "
        "à la demande."
    ),
    "Once: Settings -> Pages -> Source: GitHub Actions.": "Une fois : Settings -> Pages -> Source: GitHub Actions.",
    "UTC; at full hours GitHub is busy, and may leave a run out": (
        "UTC ; aux heures pleines, GitHub est chargé et peut sauter une exécution"
    ),
    "commits what came in": "valide ce qui est entré",
    "the history of hand edits": "l’histoire des modifications faites à la main",
    "what earlier runs worked out; without it all is the same, and takes longer": (
        "ce que les exécutions précédentes ont calculé ; sans cela tout est pareil, mais plus long"
    ),
    "Here, fetch what is new into inputs/; what lies there and is not committed stays out of the repository:": (
        "Ici, recueillez dans inputs/ ce qui est nouveau ; ce qui s’y trouve sans être validé reste hors du dépôt :"
    ),
    "by which Pages knows that it is this repository": "à quoi Pages reconnaît ce dépôt",
    ("Once a month: newer versions of the actions, whose commits are pinned, and of Broadsheet, as pull requests."): (
        "Une fois par mois : les versions plus récentes des actions, fixées par leur commit, et de Broadsheet, "
        "en pull requests."
    ),
    ("Feeds, checks, builds and publishes the archive on GitLab Pages: with each push, on a schedule, and by hand."): (
        "Alimente, vérifie, construit et publie les archives sur GitLab Pages : à chaque envoi, à heure fixe, et "
        "à la demande."
    ),
    "Once: Settings -> CI/CD -> Job token permissions -> Allow Git push requests to the repository;": (
        "Une fois : Settings -> CI/CD -> Job token permissions -> Allow Git push requests to the repository ;"
    ),
    "      Build -> Pipeline schedules -> a new one, every morning.": (
        "      Build -> Pipeline schedules -> en créer un, chaque matin."
    ),
    "one at a time": "une à la fois",
    "Here, fetch what is new into inputs/:": "Ici, recueillez dans inputs/ ce qui est nouveau :",
    "Before each commit, the pages that it changes are looked at: pip install pre-commit && pre-commit install": (
        "Avant chaque commit, les pages qu’il modifie sont vérifiées : pip install pre-commit && pre-commit install"
    ),
    "the Broadsheet that is installed here": "le Broadsheet installé ici",
}
REMARKS: Mapping[str, Mapping[str, str]] = {"fr": _FRENCH}
"""By language: what each English comment says there."""


def remarks_in(language: str, text: str) -> str:
    """A YAML file with its comments in a language, those that there are; settings that are commented out stay."""
    said = REMARKS.get(language)
    if not said:
        return text
    return _REMARK.sub(lambda found: f"{found['before']}# {said.get(found['said'], found['said'])}", text)
