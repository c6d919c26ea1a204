"""schema.org NewsArticle (and its kin) as JSON-LD: one, a list, or the members of an @graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from broadsheet.sources.html_text import is_html, plain_text
from broadsheet.sources.values import absent_left_out, first_text, names, texts

_ARTICLES = frozenset(
    "NewsArticle Article ReportageNewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle "  # noqa: SIM905 - words read best as words
    "OpinionNewsArticle ReviewNewsArticle BlogPosting SocialMediaPosting LiveBlogPosting Report ScholarlyArticle "
    "AdvertiserContentArticle TechArticle".split()
)
_DEEPEST = 6
_MOST_KEYWORDS = 100  # pages with thousands were seen: those are no topics
_TAKEN_BACK = frozenset({"retracted", "withdrawn"})
_NAMED_KINDS = {"Person": "person", "Organization": "organisation", "Place": "place", "Event": "event"}


def is_one(value: Mapping[str, Any]) -> bool:
    """Whether this is JSON-LD that holds an article."""
    return ("@type" in value or "@graph" in value or "@context" in value) and any(_articles(value, 0))


def records(value: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """One record an article; where the text is not given, its summary stands for it, as in feeds."""
    for fields in stated(value):
        yield {"body": fields.get("description"), **fields}


def stated(value: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """What is said of each article, its text only if it is there."""
    by_id = dict(_identified(value, 0))
    for article in _articles(value, 0):
        yield _record(article, by_id)


def _articles(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _articles(one, depth + 1)
    elif isinstance(value, dict):
        if _types(value) & _ARTICLES and ("headline" in value or "name" in value or "articleBody" in value):
            yield value
        else:
            for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart"):
                yield from _articles(value.get(key), depth + 1)


def _types(value: Mapping[str, Any]) -> set[str]:
    types = value.get("@type")
    listed = types if isinstance(types, list) else [types]
    return {str(one).rpartition("/")[2].rpartition(":")[2] for one in listed if isinstance(one, str)}


def _identified(value: Any, depth: int) -> Iterator[tuple[str, Any]]:
    """What an `{"@id": …}` elsewhere points to."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _identified(one, depth + 1)
    elif isinstance(value, dict):
        if isinstance(value.get("@id"), str) and len(value) > 1:
            yield value["@id"], value
        for inner in value.values():
            if isinstance(inner, dict | list):
                yield from _identified(inner, depth + 1)


def _record(article: Mapping[str, Any], by_id: Mapping[str, Any]) -> dict[str, Any]:
    def pointed(value: Any) -> Any:
        if isinstance(value, list):
            return [pointed(one) for one in value]
        if isinstance(value, dict) and set(value) <= {"@id", "@type"} and isinstance(value.get("@id"), str):
            return by_id.get(value["@id"], {})
        return value

    body = first_text(article.get("articleBody"), article.get("text"))
    publisher = pointed(article.get("publisher") or article.get("sourceOrganization"))
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    sections = texts(article.get("articleSection"))
    return absent_left_out(
        {
            "id": first_text(article.get("identifier")) if isinstance(article.get("identifier"), str) else "",
            "url": _url(article),
            "title": plain_text(first_text(article.get("headline"), article.get("name"))),
            "body": plain_text(body) if is_html(body) else body,
            "published": first_text(article.get("datePublished"), article.get("dateCreated")),
            "updated": first_text(article.get("dateModified")),
            "source": _source(publisher),
            "authors": names(pointed(article.get("author") or article.get("creator"))),
            "language": first_text(article.get("inLanguage")),
            "description": plain_text(first_text(article.get("description"), article.get("abstract"))),
            "section": sections[0] if sections else "",
            "topics": _keywords(article.get("keywords")),
            "entities": list(_entities(pointed(article.get("about"))))
            + list(_entities(pointed(article.get("mentions")))),
            "image": _image(pointed(article.get("image"))),
            "rights": first_text(article.get("copyrightNotice"), article.get("license")),
            "retracted": _retraction(article),
        }
    )


def _url(article: Mapping[str, Any]) -> str:
    page = article.get("mainEntityOfPage")
    page = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    candidates = (first_text(article.get("url")), first_text(page), first_text(article.get("@id")))
    return next((url.partition("#")[0] for url in candidates if url.startswith(("http://", "https://"))), "")


def _retraction(article: Mapping[str, Any]) -> dict[str, Any] | bool | None:
    """When it was taken back, where its status says that it was."""
    status = " ".join(texts(article.get("creativeWorkStatus"))).rpartition("/")[2].casefold()
    if status not in _TAKEN_BACK:
        return None
    return absent_left_out({"date": first_text(article.get("dateModified"))}) or True


def _source(publisher: Any) -> dict[str, Any] | None:
    name = first_text(publisher)
    if not name or name.startswith("http"):
        return None
    url = first_text(publisher.get("url")) if isinstance(publisher, dict) else ""
    return absent_left_out({"name": name, "url": url if url.startswith("http") else ""})


def _keywords(value: Any) -> list[str]:
    """Keywords come as a list, as one text with commas, or as a list of such texts."""
    parts = (part.strip() for text in texts(value) for part in text.split(","))
    # "type: article" and the like are for machines.
    return list(dict.fromkeys(part for part in parts if part and ":" not in part))[:_MOST_KEYWORDS]


def _entities(value: Any) -> Iterator[dict[str, Any]]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict) and isinstance(one.get("name"), str) and one["name"].strip():
            kind = next((_NAMED_KINDS[found] for found in sorted(_types(one)) if found in _NAMED_KINDS), None)
            yield absent_left_out({"name": one["name"].strip(), "kind": kind})


def _image(value: Any) -> dict[str, str] | None:
    image = value[0] if isinstance(value, list) and value else value
    if isinstance(image, dict):
        url = first_text(image.get("url"), image.get("contentUrl"))
        alt, credit = (
            first_text(image.get("caption")),
            first_text(image.get("creditText"), image.get("copyrightNotice")),
        )
    else:
        url, alt, credit = first_text(image), "", ""
    return {"url": url, "alt": alt, "credit": credit} if url.startswith(("http://", "https://")) else None
