"""The article this project started from comes out exactly right, however its dump was mangled on the way."""

import datetime as dt
import json
from pathlib import Path

import pytest

from broadsheet import sources
from broadsheet.cleaning import clean
from broadsheet.model import Dump, Origin

SEED = Path(__file__).parent / "data" / "seed"
FILE = SEED / "000_dedd45c4b25b6b8b.txt"
TEXT = FILE.read_text("utf-8")
EXPECTED = json.loads((SEED / "expected.json").read_text("utf-8"))
TITLE = EXPECTED["title"]
MASTHEAD, REST = TEXT[: TEXT.index(TITLE)], TEXT[TEXT.index(TITLE) :]
FOOT = TEXT[TEXT.index("Related Articles") :]

SIBLINGS = (
    (
        "Le Sénat vote une aide d’urgence aux régions touchées par les inondations",
        "Les sénateurs ont adopté mercredi une enveloppe de deux milliards d’euros pour les régions inondées du nord.",
        "Le texte, soutenu par presque tous les groupes, doit encore passer devant les députés la semaine prochaine.",
    ),
    (
        "Une première éolienne flottante mise en service au large de la Bretagne",
        "L’éolienne, haute de cent cinquante mètres, a produit ses premiers kilowattheures dans la nuit de lundi.",
        "Douze autres machines doivent suivre d’ici à la fin de l’année, selon l’exploitant du parc.",
    ),
    (
        "Les cheminots suspendent leur grève après un accord sur les salaires",
        "Après onze jours de mouvement, les syndicats ont signé un accord qui relève les salaires de quatre pour cent.",
        "Le trafic doit redevenir normal à partir de jeudi matin sur toutes les lignes, a annoncé la direction.",
    ),
    (
        "Le musée de Lyon retrouve un tableau volé il y a trente ans",
        "Le tableau, une nature morte du dix-septième siècle, a été reconnu par un collectionneur dans une vente.",
        "Il sera de nouveau exposé au public à l’automne, après une restauration qui doit durer plusieurs mois.",
    ),
    (
        "Des chercheurs décrivent une nouvelle espèce d’orchidée à Madagascar",
        "La plante, haute de quelques centimètres, ne fleurit que deux semaines par an dans les forêts de l’est.",
        "Les botanistes estiment qu’il n’en reste que quelques centaines de pieds et demandent sa protection.",
    ),
)


def dump(text, name="seed.txt"):
    return Dump(origin=Origin(name), text=text, site="france")


def sibling(title, *paragraphs):
    return MASTHEAD + "\n\n".join((title, *paragraphs)) + "\n\n" + FOOT


def check(record):
    assert record["title"] == TITLE
    assert record["body"].split("\n\n") == EXPECTED["body"]
    assert record["language"] == EXPECTED["language"]
    retrieved = record["retrieved"]
    assert str(retrieved.isoformat() if isinstance(retrieved, dt.date) else retrieved) == EXPECTED["retrieved"]
    assert not record.get("published")
    assert not record.get("updated")


def test_the_seed_comes_out_exactly_right():
    (record,) = clean([dump(TEXT)])
    check(record)


def test_every_line_of_the_seed_is_kept_or_removed_with_a_reason():
    (record,) = clean([dump(TEXT)])
    removed = {removal["line"]: removal for removal in record["removed"]}
    kept = {TITLE, *EXPECTED["body"]}
    for number, line in enumerate(TEXT.split("\n"), start=1):
        if not line.strip():
            continue
        if line.strip() in kept:
            assert removed.get(number, {"rule": "title"})["rule"] == "title"
        else:
            assert removed[number]["text"].strip() == line.strip()
            assert removed[number]["rule"]


MANGLED = {
    "blank lines doubled": TEXT.replace("\n\n", "\n\n\n\n"),
    "a blank line after every line": TEXT.replace("\n", "\n\n"),
    "line ends of Windows": TEXT.replace("\n", "\r\n"),
    "spaces that do not break around the masthead": MASTHEAD.replace(" ", "\u00a0").replace("\n", "\u00a0\n") + REST,
    "spaces at line ends": TEXT.replace("\n", "  \t\n"),
    "no blank lines at all": "\n".join(line for line in TEXT.split("\n") if line.strip()),
    "a byte order mark": "\ufeff" + TEXT,
    "the title repeated at the head": f"{TITLE}\n\n{TEXT}",
    "the page's title at the head": f"{TITLE} - France Aujourd’hui\n\n{TEXT}",
    "the masthead begins with the date": "mardi, avril 16, 2024\ns'abonner\nFrance\n25 C\n\n" + REST,
    "the date last, beside the weather": "s'abonner\nFrance\n25 C\nmardi, avril 16, 2024\n\n" + REST,
    "the date first of all, then a menu": "mardi, avril 16, 2024\nAccueil\nMonde\nSport\ns'abonner\n25 C\n\n" + REST,
    "a foot twice as long": TEXT + "\n" + FOOT.replace("96,645", "1,203"),
}


@pytest.mark.parametrize("text", MANGLED.values(), ids=MANGLED.keys())
def test_a_mangled_seed_gives_the_same_article(text):
    (record,) = clean([dump(text)])
    check(record)


def test_the_seed_among_other_pages_of_its_site():
    batch = [dump(sibling(*article), f"{number}.txt") for number, article in enumerate(SIBLINGS)]
    records = clean([*batch[:2], dump(TEXT), *batch[2:]])
    check(records[2])
    others = records[:2] + records[3:]
    for record, (title, *paragraphs) in zip(others, SIBLINGS, strict=True):
        assert record["title"] == title
        assert record["body"].split("\n\n") == paragraphs


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_seed_in_other_encodings(tmp_path, encoding):
    (tmp_path / "seed.txt").write_bytes(TEXT.encode(encoding))
    (item,) = sources.read(["seed.txt"], tmp_path)
    assert isinstance(item, Dump)
    (record,) = clean([item])
    check(record)
