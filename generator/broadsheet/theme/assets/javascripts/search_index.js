/*
 * The index that readers search: shards made by Pagefind (generator/broadsheet/search/), read and put together here.
 *
 * A word is found exactly or by its first letters, and all words of a question must be in a page. Counts, order and
 * ranks hold for all shards together. Nothing here touches the page.
 */
import { Shard } from "./search_shard.js"
import { excerpt, marked, read, termsOf } from "./search_words.js"

export { marked }

/* Of a longer text only the beginning is looked through for a part to show. */
const LONGEST = 200_000

/* Okapi BM25 with its usual constants; a word in the title counts as much as several in the text. */
const K1 = 1.2
const B = 0.6
const TITLE = 3
const PART = 0.6
/* Less than once in the longest text: what tells of somebody comes before what they wrote. */
const BESIDE = 0.05
/* The page of what was asked for by name comes before articles that name it. */
const NAMED = 2
/* Of so many such pages the title is looked at: one that is what was asked for, and no more, comes first of all. */
const MOST_NAMED = 32
/* Names are no pages of these kinds. */
const NAMELESS = new Set(["article", "story", "topic", "page"])

export class Index {
  /* base: the folder of the list of shards, as a URL. */
  static async open(base) {
    const answer = await fetch(new URL("shards.json", base), { cache: "no-cache" })
    if (!answer.ok) throw new Error(`shards.json: ${answer.status}`)
    const index = new Index()
    index.shards = await Promise.all((await answer.json()).map((listed) => new Shard(base, listed).open()))
    index.size = index.shards.reduce((sum, shard) => sum + shard.lengths.length, 0)
    index.length = index.shards.reduce((sum, shard) => sum + shard.words, 0) / (index.size || 1)
    return index
  }

  /*
   * What is found: { hits, counts }. `chosen` are values by facet (any of them in one facet, all facets together);
   * `counted` are the facets whose values are counted, each as if nothing were chosen in it; `newest` orders by date.
   */
  async search(question, { chosen = {}, counted = [], newest = false } = {}) {
    const terms = termsOf(question)
    const narrowed = Object.entries(chosen).filter(([, values]) => values.length)
    if (!terms.length && !narrowed.length) return { hits: [], counts: {}, terms }
    const facets = [...new Set([...counted, ...narrowed.map(([facet]) => facet)])]
    const parts = await Promise.all(
      this.shards.map(async (shard) => ({
        shard,
        found: await Promise.all(terms.map((term) => shard.pagesWith(term))),
        filters: Object.fromEntries(await Promise.all(facets.map(async (facet) => [facet, await shard.filter(facet)]))),
      })),
    )
    const weights = terms.map((_, place) => {
      const known = parts.reduce((sum, { found }) => sum + [...found[place].values()].filter(isTold).length, 0)
      return Math.log(1 + (this.size - known + 0.5) / (known + 0.5))
    })
    const hits = []
    const counts = Object.fromEntries(counted.map((facet) => [facet, new Map()]))
    for (const { shard, found, filters } of parts) {
      const fits = narrowed.map(([facet, values]) => [facet, union(values.map((value) => filters[facet].get(value)))])
      const pages = terms.length ? [...smallest(found).keys()] : shard.lengths.keys()
      const wide = new Map(counted.map((facet) => [facet, new Set()]))
      for (const page of pages) {
        if (!found.every((one) => one.has(page))) continue
        const amiss = fits.filter(([, fitting]) => !fitting.has(page)).map(([facet]) => facet)
        for (const [facet, set] of wide) if (amiss.every((one) => one === facet)) set.add(page)
        if (amiss.length) continue
        const named = terms.length > 0 && shard.name === "names" && found.every((one) => one.get(page).title && one.get(page).exact)
        const beside = terms.filter((_, place) => !isTold(found[place].get(page)))
        hits.push({ shard, page, named, beside, score: (named ? NAMED : 1) * this.score(shard, page, found, weights) })
      }
      for (const [facet, set] of wide)
        for (const [value, having] of filters[facet]) {
          const number = shared(having, set)
          if (number) counts[facet].set(value, (counts[facet].get(value) || 0) + number)
        }
    }
    /* Shards hold periods one after the other, the newest first. */
    const place = new Map(this.shards.map((shard, number) => [shard, number]))
    const dated = ({ shard, page }) => shard.order.get(page) ?? -1
    const later = (a, b) => place.get(a.shard) - place.get(b.shard) || dated(b) - dated(a) || a.page - b.page
    hits.sort((a, b) => (newest ? 0 : b.score - a.score) || later(a, b))
    return { hits: newest ? hits : await this.sameFirst(hits, question), counts, terms }
  }

  /* Hits with those first whose title is the question: of Sudan and South Sudan, what was asked for; names before topics. */
  async sameFirst(hits, question) {
    const asked = spelt(question)
    const near = hits.filter(({ named }) => named).slice(0, MOST_NAMED)
    const known = await Promise.all(near.map(async (hit) => ({ hit, ...(await hit.shard.fragment(hit.page)) })))
    const same = known.filter(({ meta }) => spelt(read(meta.title || "")) === asked)
    same.sort((a, b) => NAMELESS.has((a.filters.kind || [])[0]) - NAMELESS.has((b.filters.kind || [])[0]))
    return [...new Set([...same.map(({ hit }) => hit), ...hits])]
  }

  /* What stories are called, by their ids: their own pages have them, too. */
  async headlines(ids) {
    const names = this.shards.find(({ name }) => name === "names")
    if (!names || !ids.length) return new Map()
    const stories = await names.filter("story")
    const known = ids.filter((id) => stories.has(id))
    return new Map(await Promise.all(known.map(async (id) => {
      const [page] = stories.get(id)
      return [id, read((await names.fragment(page)).meta.title || id)]
    })))
  }

  score(shard, page, found, weights) {
    const length = shard.lengths[page] / this.length
    return found.reduce((sum, one, term) => {
      const { count, title, exact } = one.get(page)
      const often = (count * (K1 + 1)) / (count + K1 * (1 - B + B * length))
      const told = isTold({ count, title }) ? often + (title ? TITLE / Math.sqrt(found.length) : 0) : BESIDE
      return sum + weights[term] * told * (exact ? 1 : PART)
    }, 0)
  }

  /* What a reader is shown of a hit. */
  async result({ shard, page, beside }, terms) {
    const { url, content, meta, filters } = await shard.fragment(page)
    const text = read(content.slice(0, LONGEST))
    return {
      address: url.replace(/^\//, ""),
      title: read(meta.title || ""),
      date: meta.date || "",
      kind: (filters.kind || [])[0] || "article",
      language: (filters.language || [])[0] || "",
      source: (filters.source || [])[0] || "",
      /* Names and topics beside the text, of which alone it has a word that was asked for; in pieces as of `marked`. */
      beside: asideOf(meta.beside, (filters.source || [])[0], beside),
      /* What a name's, a topic's or a story's page says of itself: how many articles, from when to when. */
      about: meta.about || "",
      named: !NAMELESS.has((filters.kind || ["article"])[0]),
      /* A page without a text has its title there; a story is summed up. */
      excerpt: text === read(meta.title || "") ? excerpt(meta.lead || "", terms) : excerpt(text, terms),
    }
  }
}

const isTold = ({ count, title }) => count > 0 || title

const asideOf = (beside, source, terms) =>
  terms.length
    ? read(beside || "").split(" · ").filter((one) => one !== source).map((one) => marked(one, terms)).filter((pieces) => pieces.some(([, asked]) => asked))
    : []

const union = (sets) => {
  if (sets.length === 1) return sets[0] || new Set()
  return new Set(sets.flatMap((set) => [...(set || [])]))
}

const smallest = (maps) => maps.reduce((least, map) => (map.size < least.size ? map : least))

const shared = (a, b) => {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let number = 0
  for (const one of few) if (many.has(one)) number++
  return number
}

/* A question or a title, told by its words alone. */
const spelt = (text) => termsOf(text).map((term) => term.text).join(" ")
