"""Small samples of what other programs leave behind, in the shape in which they write it."""

# ruff: noqa: E501 - exports have long lines

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

BODY = "The council met on Monday and agreed to repair the bridge over the river before the winter."

HUGO = {
    "hugo.toml": 'baseURL = "https://blog.example/"\ntitle = "The Bridge"\nlanguageCode = "en-gb"\n[params]\nauthor = "x"\n',
    "content/_index.md": "---\ntitle: Home\n---\n",
    "content/about.md": "---\ntitle: About\n---\nWho we are.\n",
    "content/posts/repair.md": f"""+++
title = "The bridge is <em>repaired</em>"
date = 2024-04-16T10:30:00+02:00
lastmod = 2024-04-17
draft = false
tags = ["bridges", "council"]
categories = ["Town"]
authors = ["Ada Martin"]
description = "At last."
image = "/img/bridge.jpg"
+++
## What was said

{BODY} See [the plan](https://town.example/plan) and **more**.

{{{{< figure src="/img/bridge.jpg" caption="The bridge in April" >}}}}

- one
- two

{{{{< highlight go >}}}}
fmt.Println("hi")
{{{{< /highlight >}}}}

{{{{% notice tip %}}}}
Bring a coat.
{{{{% /notice %}}}}

{{{{</* figure */>}}}} is a shortcode.[^1]

[^1]: A note.
""",
    "content/posts/draft.md": "---\ntitle: Later\ndate: 2024-05-01\ndraft: true\n---\nNot yet.\n",
    "content/posts/bundle/index.md": f'{{\n  "title": "A bundle",\n  "date": "2024-04-18",\n  "slug": "parcel"\n}}\n\n{BODY}\n',
    "content/posts/bundle/photo.jpg": "",
    "content/posts/old.adoc": "= Old\n",
    "content/posts/broken.md": "---\ntitle: [\n---\nText.\n",
    "themes/x/README.md": "# Theme",
}
JEKYLL = {
    "_config.yml": "title: The Ferry\nurl: https://ferry.example\nbaseurl: /news\nauthor: {name: Bo Stern}\npermalink: pretty\n",
    "_data/authors.yml": "ada:\n  name: Ada Martin\n",
    "index.html": "---\nlayout: home\n---\n",
    "about.md": "---\nlayout: page\n---\nAbout.",
    "_drafts/soon.md": "---\ntitle: Soon\n---\nSoon.",
    "_posts/2024-04-16-ferry-runs.markdown": f"""---
layout: post
title:  "The ferry runs!"
date:   2024-04-16 10:30:00 +0200
categories: town river
tags: [ferry, "slow travel"]
author: ada
---
{BODY}
{{: .lead}}

{{% highlight ruby %}}
puts 'hi'
{{% endhighlight %}}

{{% include figure.html caption="At the pier" %}} It is {{{{ site.title }}}} and {{% raw %}}{{{{ kept }}}}{{% endraw %}}.
{{% comment %}}Nobody sees this.{{% endcomment %}}
""",
    "_posts/2024-04-18-no-title.md": f"{BODY} It went on.\n",
    "_posts/2024-04-19-hidden.md": "---\npublished: false\n---\nHidden.",
}
PELICAN = {
    "pelicanconf.py": "AUTHOR = 'Cy'\nSITENAME = 'The Mill'\nSITEURL = 'https://mill.example'\nDEFAULT_LANG = 'en'\nimport os\n",
    "content/mill.md": f"Title: The mill turns\nDate: 2024-04-16 10:20\nModified: 2024-04-17\nCategory: Town\n"
    f"Tags: mill, water\nSlug: mill-turns\nAuthors: Ada Martin; Bo Stern\nSummary: It turns\n    again.\n\n[TOC]\n\n{BODY}\n",
    "content/page.html": '<html><head><title>In HTML</title><meta name="date" content="2024-04-17 09:00" />'
    f'<meta name="tags" content="mill" /></head><body><p>{BODY}</p><script>alert(1)</script></body></html>',
    "content/draft.md": "Title: Draft\nStatus: draft\n\nNot yet.\n",
    "content/pages/about.md": "Title: About\n\nUs.\n",
    "content/old.rst": "Old\n###\n\n:date: 2024-01-01\n\nText.\n",
}
MATERIAL = {
    "mkdocs.yml": "site_name: The Lock\nsite_url: https://lock.example/\ntheme: {name: material, language: en}\nplugins:\n"
    "  - blog\n  - search\nmarkdown_extensions:\n  - x: !!python/name:material.extensions.emoji.twemoji\n",
    "docs/index.md": "# Home",
    "docs/blog/.authors.yml": "authors:\n  ada:\n    name: Ada Martin\n    description: Writer\n    avatar: https://x.example/a.png\n",
    "docs/blog/index.md": "# Blog\n",
    "docs/blog/posts/lock.md": f"""---
date:
  created: 2024-04-16
  updated: 2024-04-17
authors: [ada]
categories: [Town]
tags: [lock]
slug: lock-opens
---
# The lock *opens*

{BODY} :material-lock:{{ .big }}

<!-- more -->

!!! note "Mind the gap"

    It is deep.

=== "Summer"

    Open.
""",
    "docs/blog/posts/draft.md": "---\ndate: 2024-05-01\ndraft: true\n---\n# Draft\n\nNo.\n",
}
RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Feed's own title</title><link>https://{{host}}/</link>
<item><title>{{title}}</title><link>https://{{host}}/1</link><pubDate>Tue, 16 Apr 2024 10:30:00 GMT</pubDate>
<description>{BODY}</description><category>bridges</category></item></channel></rss>"""
OPML = {
    "subscriptions.opml": '<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>'
    '<outline text="Town"><outline type="rss" text="The Bridge" title="The Bridge" xmlUrl="https://bridge.example/feed" '
    'htmlUrl="https://bridge.example/"/><outline text="The Ferry" type="rss" xmlUrl="ferry.xml" category="/Water,News"/></outline>'
    '<outline text="Gone" type="rss" xmlUrl="https://gone.example/rss"/></body></opml>',
    "a.xml": RSS.format(host="bridge.example", title="The bridge stands"),
    "ferry.xml": RSS.format(host="ferry.example", title="The ferry sails"),
    "other.rss": RSS.format(host="other.example", title="Something else"),
    "cover.png": "",
}


def _wp(title: str, kind: str = "post", state: str = "publish", **more: str) -> str:
    extra = more.get("extra", "")
    return f"""<item><title><![CDATA[{title}]]></title><link>https://wp.example/{title.lower()}/</link>
<pubDate>Tue, 16 Apr 2024 08:30:00 +0000</pubDate><dc:creator><![CDATA[ada]]></dc:creator>
<guid isPermaLink="false">https://wp.example/?p=1</guid><description></description>
<content:encoded><![CDATA[{more.get("content", "")}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>{more.get("number", "1")}</wp:post_id><wp:post_date><![CDATA[2024-04-16 10:30:00]]></wp:post_date>
<wp:post_date_gmt><![CDATA[2024-04-16 08:30:00]]></wp:post_date_gmt>
<wp:post_modified_gmt><![CDATA[2024-04-17 08:30:00]]></wp:post_modified_gmt>
<wp:status><![CDATA[{state}]]></wp:status><wp:post_type><![CDATA[{kind}]]></wp:post_type>
<wp:post_password><![CDATA[]]></wp:post_password>
<category domain="category" nicename="town"><![CDATA[Town & River]]></category>
<category domain="post_tag" nicename="b"><![CDATA[bridges]]></category>{extra}</item>"""


WORDPRESS = (
    """<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.5" -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Tower</title><link>https://wp.example</link><language>en-US</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[ada]]></wp:author_login>
<wp:author_display_name><![CDATA[Ada Martin]]></wp:author_display_name></wp:author>"""
    + _wp(
        "Blocks",
        content=f"<!-- wp:paragraph -->\n<p>{BODY}</p>\n<!-- /wp:paragraph -->\n<!-- wp:image --><figure><img src='x.jpg'/>"
        "<figcaption>The tower</figcaption></figure><!-- /wp:image --><script>alert(1)</script>",
        extra="<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>7</wp:meta_value></wp:postmeta>"
        "<wp:comment><wp:comment_content>First!</wp:comment_content></wp:comment>",
    )
    + _wp("Classic", content=f'{BODY}\n\nSecond [sic] paragraph.\n[gallery ids="1,2"]\n\n[caption id="a"]Seen[/caption]')
    + _wp("About", kind="page", content="Us")
    + _wp("Draft", state="draft", content="No")
    + _wp("Photo", kind="attachment", state="inherit", number="7",
          extra="<wp:attachment_url>https://wp.example/tower.jpg</wp:attachment_url>")
    + "</channel></rss>"
)  # fmt: skip
WALLABAG = [
    {
        "is_archived": 1, "is_starred": 0, "tags": ["town", "bridges"], "is_public": False, "id": 7,
        "title": "The bridge stands", "url": "https://bridge.example/1", "given_url": "https://bridge.example/1",
        "hashed_url": "abc", "content": f"<p>{BODY}</p><img src='x'>", "created_at": "2024-04-20T08:00:00+00:00",
        "updated_at": "2024-04-20T08:00:00+00:00", "published_at": "2024-04-16T08:30:00+00:00",
        "published_by": ["Ada Martin"], "annotations": [], "mimetype": "text/html", "language": "en_GB",
        "reading_time": 1, "domain_name": "bridge.example", "preview_picture": "https://bridge.example/1.jpg",
    },
    {"is_archived": 0, "tags": [], "id": 8, "title": "Nothing", "url": "https://gone.example/", "hashed_url": "d",
     "content": "wallabag can't retrieve contents for this article. Please troubleshoot this issue."},
]  # fmt: skip
WALLABAG_CSV = (
    'Title;URL;Content;Tags;"MIME Type";Language;"Creation date"\n'
    f'"The bridge stands";https://bridge.example/1;"<p>{BODY}</p>";"town, bridges";text/html;en_GB;"20/04/2024 08:00:00"\n'
)
WALLABAG_XML = (
    f"<?xml version='1.0' encoding='UTF-8'?><result><entry><is_archived>0</is_archived><tags><entry>town</entry></tags>"
    f"<title><![CDATA[The bridge stands]]></title><url>https://bridge.example/1</url>"
    f"<content><![CDATA[<p>{BODY}</p>]]></content><created_at>2024-04-20T08:00:00+00:00</created_at></entry></result>"
)
OMNIVORE = {
    "metadata_0_to_20.json": json.dumps([
        {"id": "1", "slug": "bridge", "title": "The bridge stands", "description": "It does.", "author": "Ada Martin",
         "url": "https://bridge.example/1", "state": "Archived", "readingProgress": 100,
         "thumbnail": "https://bridge.example/1.jpg", "labels": ["town"], "savedAt": "2024-04-20T08:00:00.000Z",
         "updatedAt": "2024-04-20T08:00:00.000Z", "publishedAt": "2024-04-16T08:30:00.000Z"},
        {"id": "2", "slug": "../../secret", "title": "Out", "url": "https://x.example/", "labels": []},
        {"id": "3", "slug": "paper", "title": "A paper", "url": "https://x.example/p", "labels": []},
    ]),
    "content/bridge.html": f'<div class="page"><p>{BODY}</p></div>',
    "content/paper.pdf": "%PDF-",
    "highlights/bridge.md": "> agreed",
}  # fmt: skip
POCKET_HTML = """<!DOCTYPE html><html><!--So long and thanks for all the fish--><head><title>Pocket Export</title></head><body>
<h1>Unread</h1><ul><li><a href="https://bridge.example/1" time_added="1713254400" tags="town,read later">The bridge</a></li></ul>
<h1>Read Archive</h1><ul><li><a href="https://gone.example/" time_added="1713254401" tags="">https://gone.example/</a></li></ul>
</body></html>"""
POCKET_CSV = "title,url,time_added,tags,status\nThe bridge,https://bridge.example/1,1713254400,town|read later,unread\n"


def put(folder: Path, files: dict[str, str]) -> Path:
    """The files, written into a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def zipped(files: dict[str, str | bytes]) -> bytes:
    """The files, in a zip archive."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return whole.getvalue()


PAGE = (
    "<html lang='en'><head><title>{title}</title><meta property='og:title' content='{title}'></head><body><article>"
    f"<h1>{{title}}</h1><p>{BODY}</p><p>{BODY.replace('Monday', 'Tuesday')} {{more}}</p></article></body></html>"
)


def warc(*answers: tuple[str, str, bytes, str]) -> bytes:
    """A WARC file: of each answer its address, the status line, the content and its type; a request before each."""
    made = [_warc_record("warcinfo", "", b"software: test\r\n", "application/warc-fields")]
    for url, status, content, kind in answers:
        packed = "Content-Encoding: gzip\r\n" if content[:2] == b"\x1f\x8b" else ""
        head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{packed}Content-Length: {len(content)}\r\n\r\n".encode()
        asked = b"GET / HTTP/1.1\r\nHost: a.example\r\n\r\n"
        made += [_warc_record("request", url, asked), _warc_record("response", url, head + content)]
    return b"".join(made)


def revisit(url: str) -> bytes:
    """What a crawler writes of a page that it saved before, and found as it was."""
    return _warc_record(
        "revisit", url, b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", "application/http; msgtype=response"
    )


def _warc_record(kind: str, url: str, block: bytes, content: str = "") -> bytes:
    target = f"WARC-Target-URI: {url}\r\n" if url else ""
    content = content or f"application/http; msgtype={kind}"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\n{target}WARC-Date: 2024-04-20T08:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\nContent-Type: {content}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", mtime=0)


def page(title: str, more: str = "") -> bytes:
    """A page with an article."""
    return PAGE.format(title=title, more=more).encode()


def packed(content: bytes) -> bytes:
    """The same, gzipped."""
    return gzip.compress(content, mtime=0)
