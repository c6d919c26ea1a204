/*
 * A shard of the index: a folder of small gzipped files (generator/broadsheet/search/joined_index.py says what is in them),
 * of which only those that a question needs are fetched.
 */
import { SHORTEST_START } from "./search_words.js"

/* ---- Files: gzip, JSON ---- */

const SIGNATURE = "pagefind_dcd"

const unzipped = async (url) => {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  /* A server that says so has had the browser unzip it already. */
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

const toldIn = async (url) => JSON.parse(new TextDecoder().decode(await unzipped(url)))

/* What Pagefind wrote itself: what a reader is shown of a page. */
const shownIn = async (url) => {
  const plain = new TextDecoder().decode(await unzipped(url))
  if (!plain.startsWith(SIGNATURE)) throw new Error(`${url}: is no index`)
  return JSON.parse(plain.slice(SIGNATURE.length))
}

/* ---- A shard ---- */

/* Files of one shard that are read for one word: its beginning may be shared by more than anyone reads. */
const MOST_CHUNKS = 3

/* Numbers, from their distances. */
const summed = (distances) => {
  let last = 0
  return distances.map((distance) => (last += distance))
}

export class Shard {
  constructor(base, { folder, name }) {
    this.base = base
    this.url = new URL(`${folder}/`, base)
    this.name = name
    this.chunks = new Map()
    this.filters = new Map()
    this.fragments = new Map()
  }

  async open() {
    const { lengths, dated, chunks, filters, pieces } = await toldIn(new URL("meta", this.url))
    this.lengths = lengths
    this.ranges = chunks
    this.pieces = pieces
    this.facets = new Set(filters)
    this.words = lengths.reduce((sum, words) => sum + words, 0)
    this.order = new Map(summed(dated).map((page, place) => [page, place]))
    return this
  }

  /* The pages with a word, or with one that begins with it: page -> { count, title, exact }.
     Where it stands beside the text alone, in a byline, an outlet's name or a topic, that is none and no title. */
  async pagesWith(term) {
    const found = new Map()
    if (!term.signs) {
      const starts = term.text.length >= SHORTEST_START
      for (const [word, pages] of await this.wordsFrom(term.text, starts)) {
        const exact = word === term.text
        for (const [page, told] of pages) {
          const seen = found.get(page) || { count: 0, title: false, exact: false }
          /* Of the beginnings of words, each counts for half. */
          seen.count += (told >> 1) * (exact ? 1 : 0.5)
          seen.title ||= (told & 1) === 1
          seen.exact ||= exact
          found.set(page, seen)
        }
      }
      return found
    }
    /* Signs that must stand side by side. */
    let runs = null
    for (const sign of term.signs) {
      const here = new Map()
      for (const [word, pages, places] of await this.wordsFrom(sign, false))
        if (word === sign && places)
          pages.forEach(([page], number) => {
            const [text, title, beside = new Set()] = places[number].map((distances) => new Set(summed(distances)))
            here.set(page, { text, title, beside })
          })
      runs = runs === null ? here : follow(runs, here)
    }
    for (const [page, { text, title, beside }] of runs || [])
      if (text.size || title.size || beside.size) found.set(page, { count: text.size, title: title.size > 0, exact: true })
    return found
  }

  async wordsFrom(text, starts) {
    const near = []
    this.ranges.forEach(([from, to], number) => {
      const begins = starts ? from.slice(0, text.length) <= text : from <= text
      if (begins && text.slice(0, to.length) <= to) near.push(number)
    })
    const words = (await Promise.all(near.slice(0, MOST_CHUNKS).map((number) => this.chunk(number)))).flat()
    return words.filter(([word]) => (starts ? word.startsWith(text) : word === text))
  }

  /* Its words, each as [word, [[page, told], …], places]. */
  chunk(number) {
    return remembered(this.chunks, number, async () => {
      const words = await toldIn(new URL(`${number}.pf_index`, this.url))
      return words.map(([word, row, places]) => {
        const pages = []
        let page = 0
        for (let at = 0; at < row.length; at += 2) pages.push([(page += row[at]), row[at + 1]])
        return [word, pages, places]
      })
    })
  }

  /* value -> the set of pages that have it. */
  filter(name) {
    return remembered(this.filters, name, async () => {
      /* What has no kind is an article. */
      if (!this.facets.has(name)) return new Map(name === "kind" ? [["article", new Set(this.lengths.keys())]] : [])
      const values = await toldIn(new URL(`${name}.pf_filter`, this.url))
      return new Map(values.map(([value, pages]) => [value, new Set(summed(pages))]))
    })
  }

  /* What a reader is shown of a page; pages are numbered through all pieces. */
  fragment(page) {
    return remembered(this.fragments, page, () => {
      let first = 0
      const [folder] = this.pieces.find(([, pages]) => page < first + pages || ((first += pages), false))
      return shownIn(new URL(`${folder}/${page - first}.pf_fragment`, this.base))
    })
  }
}

const follow = (before, here) => {
  const on = (places, next) => new Set([...places].map((place) => place + 1).filter((place) => next.has(place)))
  const joined = new Map()
  for (const [page, { text, title, beside }] of before) {
    const next = here.get(page)
    if (next) joined.set(page, { text: on(text, next.text), title: on(title, next.title), beside: on(beside, next.beside) })
  }
  return joined
}

const remembered = (store, key, make) => {
  if (!store.has(key))
    store.set(key, make().catch((error) => {
      store.delete(key)
      throw error
    }))
  return store.get(key)
}
