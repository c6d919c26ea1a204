"""The Atom feed of the whole site (RFC 4287): the latest articles."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from broadsheet import addresses
from broadsheet.archive.draft import FileDraft
from broadsheet.edition import Edition
from broadsheet.model import Article, Moment
from broadsheet.outputs.items import lead

LATEST = 50
"""Articles in the feed."""

_NAMESPACE = uuid.UUID("8f6c1c5e-4f5b-5c1e-9a35-2a1d6f0b7c10")
"""Ours alone: an entry's id is made from the article's id in it, and stays when the site moves."""

# What XML 1.0 cannot hold, escaped or not.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed(edition: Edition) -> Iterator[FileDraft]:
    """`feed.xml`; none where the site's address is not known, since its links would lead nowhere."""
    site = edition.config.site_url
    latest = [article for article in edition.articles[:LATEST] if article.day]
    if not site:
        return
    entries = "\n".join(_entry(article, site) for article in latest)
    updated = max((_rfc3339(_moment(article)) for article in latest), default="1970-01-01T00:00:00Z")
    home = addresses.public(addresses.HOME, site)
    address = addresses.public(addresses.FEED, site)
    text = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(edition.config.language)}>
  <id>{_id(home)}</id>
  <title>{_text(edition.config.site_name)}</title>
  <updated>{updated}</updated>
  <author><name>{_text(edition.config.site_name)}</name></author>
  <link rel="self" type="application/atom+xml" href={quoteattr(address)}/>
  <link rel="alternate" type="text/html" href={quoteattr(home)}/>
{entries}
</feed>
"""
    yield FileDraft(address=addresses.FEED, text=text)


def _entry(article: Article, site: str) -> str:
    language = f" xml:lang={quoteattr(_clean(article.language))}" if article.language else ""
    lines = [
        f"  <entry{language}>",
        f"    <id>{_id(article.id)}</id>",
        f"    <title>{_text(article.title)}</title>",
        f'    <link rel="alternate" type="text/html" href={quoteattr(addresses.public(article.address, site))}/>',
        f"    <updated>{_rfc3339(_moment(article))}</updated>",
    ]
    if article.published:
        lines.append(f"    <published>{_rfc3339(article.published)}</published>")
    by = article.authors or (article.source,)
    lines += [f"    <author><name>{_text(name)}</name></author>" for name in by if name]
    lines += [f"    <category term={quoteattr(_clean(topic))}/>" for topic in dict.fromkeys(article.topics)]
    lines.append(f"    <summary>{_text(lead(article))}</summary>")
    return "\n".join([*lines, "  </entry>"])


def _moment(article: Article) -> Moment:
    # An entry without any of the three has no day and is left out before.
    return article.updated or article.published or article.retrieved or dt.date.min


def _rfc3339(moment: Moment) -> str:
    if not isinstance(moment, dt.datetime):
        return f"{moment.isoformat()}T00:00:00Z"
    if moment.tzinfo is None:
        return f"{moment.replace(microsecond=0).isoformat()}Z"
    return moment.astimezone(dt.UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def _id(name: str) -> str:
    return uuid.uuid5(_NAMESPACE, name).urn


def _text(text: str) -> str:
    return escape(_clean(text))


def _clean(text: str) -> str:
    return _NO_XML.sub("", text)
