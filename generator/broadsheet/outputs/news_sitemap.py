"""The news sitemap: the articles of the archive's last two days, as Google News wants them told.

https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from broadsheet import addresses, language_tags
from broadsheet.archive.draft import FileDraft
from broadsheet.edition import Edition
from broadsheet.model import Article
from broadsheet.outputs.links import on_the_web
from broadsheet.outputs.xml_text import DECLARATION, content, line

DAYS = 2
"""The newest day of the archive and the one before it: there is no clock that could say which day it is."""

MOST = 1000
"""Articles, at most: more is not read."""

_HEAD = f"""{DECLARATION}
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
"""


def news_sitemap(edition: Edition) -> Iterator[FileDraft]:
    """`news-sitemap.xml`; none where the site's address is not known."""
    if not edition.config.site_url:
        return
    dated = [article for article in edition.articles if article.published]
    days = [day for article in dated if (day := _day(article))]
    first = max(days) - dt.timedelta(days=DAYS - 1) if days and max(days) > dt.date.min else dt.date.min
    urls = [_url(edition, article) for article in dated if _day(article) >= first][:MOST]
    yield FileDraft(address=addresses.NEWS_SITEMAP, text=f"{_HEAD}{''.join(urls)}</urlset>\n")


def _day(article: Article) -> dt.date:
    return article.day or dt.date.min


def _url(edition: Edition, article: Article) -> str:
    language = language_tags.tag(article.language or "") or language_tags.tag(edition.config.language) or "en"
    published = article.published
    moment = published.isoformat() if published else ""
    if isinstance(published, dt.datetime) and published.tzinfo is None:
        moment = published.date().isoformat()  # a time of which nobody knows in what zone
    return (
        f"  <url>\n    <loc>{content(on_the_web(edition)(article.address))}</loc>\n    <news:news>\n"
        f"      <news:publication><news:name>{content(line(edition.config.site_name)) or '–'}</news:name>"
        f"<news:language>{_told(language)}</news:language></news:publication>\n"
        f"      <news:publication_date>{moment}</news:publication_date>\n"
        f"      <news:title>{content(line(article.title)) or '–'}</news:title>\n    </news:news>\n  </url>\n"
    )


def _told(language: str) -> str:
    """The language alone, but for the two ways of writing Chinese."""
    first, _, rest = language.partition("-")
    return ("zh-tw" if "Hant" in rest or rest in ("TW", "HK", "MO") else "zh-cn") if first == "zh" else first
