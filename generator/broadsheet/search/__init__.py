"""Search: what readers find, made into an index that lies beside the pages and that their browsers read.

    a page's HTML ─► searched_page ─► shards, by period, in pieces ─► lean_html ─► Pagefind
       site/search/ ◄─ site_folders ◄─ joined_index ◄─ kept_shards ◄─ lean_index ◄─┘

Each page is written once more, as text and facets alone; Pagefind's command line makes an index of these, and what no
question asks for is left out of it. A piece that has not changed since the last build is not indexed again, and a shard
whose pieces have not is not put together again.
`theme/assets/javascripts/search_index.js` reads the shards and puts together what is found in them.
"""

from broadsheet.search.searched_page import SearchedPage, searched_page
from broadsheet.search.site_folders import put_aside
from broadsheet.search.site_index import write_index

__all__ = ["SearchedPage", "put_aside", "searched_page", "write_index"]
