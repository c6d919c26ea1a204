"""A SQLite database of the archive, with full-text search; Datasette opens it as it is and finds its search box."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from broadsheet.edition import Edition
from broadsheet.outputs.exports.forms.tables import rows

# Names alone tell Datasette what to show: a column `name` or `title` is the label of a row that others refer to, and
# a full-text table belongs to the table that its `content` names.
SCHEMA = """
CREATE TABLE sources (name TEXT PRIMARY KEY, url TEXT);
CREATE TABLE topics (name TEXT PRIMARY KEY);
CREATE TABLE authors (name TEXT PRIMARY KEY);
CREATE TABLE stories (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, articles INTEGER NOT NULL, first_day TEXT, last_day TEXT, page TEXT
);
CREATE TABLE articles (
  id TEXT PRIMARY KEY, title TEXT, day TEXT, source TEXT REFERENCES sources(name), language TEXT,
  story TEXT REFERENCES stories(id), section TEXT, description TEXT, body TEXT, published TEXT, updated TEXT,
  retrieved TEXT, url TEXT, page TEXT, image TEXT, rights TEXT, retracted TEXT
);
CREATE TABLE article_topics (
  article TEXT NOT NULL REFERENCES articles(id), topic TEXT NOT NULL REFERENCES topics(name),
  PRIMARY KEY (article, topic)
);
CREATE TABLE article_authors (
  article TEXT NOT NULL REFERENCES articles(id), author TEXT NOT NULL REFERENCES authors(name),
  place INTEGER NOT NULL, PRIMARY KEY (article, author)
);
CREATE TABLE copies (
  article TEXT NOT NULL REFERENCES articles(id), place INTEGER NOT NULL, source TEXT REFERENCES sources(name),
  title TEXT, published TEXT, url TEXT, PRIMARY KEY (article, place)
);
CREATE TABLE entities (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, articles INTEGER NOT NULL,
  times INTEGER NOT NULL, first_day TEXT, last_day TEXT, wikidata TEXT, country TEXT, description TEXT, page TEXT
);
CREATE TABLE entity_names (
  entity TEXT NOT NULL REFERENCES entities(id), name TEXT NOT NULL, language TEXT, PRIMARY KEY (entity, name)
);
CREATE TABLE mentions (
  article TEXT NOT NULL REFERENCES articles(id), entity TEXT NOT NULL REFERENCES entities(id),
  times INTEGER NOT NULL, in_headline INTEGER NOT NULL, sentence TEXT, PRIMARY KEY (article, entity)
);
"""

INDEXES = """
CREATE INDEX articles_day ON articles(day);
CREATE INDEX articles_source ON articles(source);
CREATE INDEX articles_language ON articles(language);
CREATE INDEX articles_story ON articles(story);
CREATE INDEX article_topics_topic ON article_topics(topic);
CREATE INDEX article_authors_author ON article_authors(author);
CREATE INDEX copies_source ON copies(source);
CREATE INDEX entities_kind ON entities(kind);
CREATE INDEX entity_names_name ON entity_names(name);
CREATE INDEX mentions_entity ON mentions(entity);
CREATE VIEW articles_by_day AS
  SELECT day, count(*) AS articles, count(DISTINCT source) AS sources FROM articles
  WHERE retracted IS NULL AND day IS NOT NULL GROUP BY day ORDER BY day DESC;
CREATE VIEW articles_by_source AS
  SELECT source, count(*) AS articles, min(day) AS first_day, max(day) AS last_day FROM articles
  WHERE retracted IS NULL AND source IS NOT NULL GROUP BY source ORDER BY articles DESC, source;
CREATE VIEW named_by_month AS
  SELECT mentions.entity, substr(articles.day, 1, 7) AS month, count(*) AS articles, sum(mentions.times) AS times
  FROM mentions JOIN articles ON articles.id = mentions.article
  WHERE articles.day IS NOT NULL GROUP BY mentions.entity, month;
CREATE VIEW named_together AS
  SELECT one.entity AS entity, other.entity AS other, count(*) AS articles
  FROM mentions AS one JOIN mentions AS other ON one.article = other.article AND one.entity < other.entity
  GROUP BY one.entity, other.entity;
"""

SEARCH = """
CREATE VIRTUAL TABLE articles_fts USING fts5 (
  title, description, body, content="articles", tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO articles_fts (rowid, title, description, body) SELECT rowid, title, description, body FROM articles;
CREATE VIRTUAL TABLE mentions_fts USING fts5 (
  sentence, content="mentions", tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO mentions_fts (rowid, sentence) SELECT rowid, sentence FROM mentions;
CREATE VIRTUAL TABLE entities_fts USING fts5 (
  name, description, content="entities", tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO entities_fts (rowid, name, description) SELECT rowid, name, description FROM entities;
INSERT INTO articles_fts (articles_fts) VALUES ('optimize');
INSERT INTO mentions_fts (mentions_fts) VALUES ('optimize');
INSERT INTO entities_fts (entities_fts) VALUES ('optimize');
"""

_PIECE = 1 << 20


def pieces(edition: Edition) -> Iterator[bytes]:
    """The database, whole; the same bytes for the same archive and the same SQLite."""
    # In memory, so that nothing is on the disk before all of it is right.
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute("PRAGMA foreign_keys = ON")
        made.execute("PRAGMA page_size = 4096")
        made.executescript(SCHEMA)
        with made:
            for table, row in rows(edition):
                fields = ", ".join(row)
                marks = ", ".join("?" * len(row))
                made.execute(f"INSERT OR IGNORE INTO {table} ({fields}) VALUES ({marks})", tuple(row.values()))  # noqa: S608 - names of ours
        made.executescript(f"BEGIN;{INDEXES}{SEARCH}COMMIT;")
        whole = made.serialize()
    for start in range(0, len(whole), _PIECE):
        yield whole[start : start + _PIECE]
