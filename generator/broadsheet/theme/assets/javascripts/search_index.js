/*
 * The index that readers search: shards made by Pagefind (generator/broadsheet/search/), read and put together here.
 *
 * A shard is a folder of small gzipped files (lean_index.py says what is in them); only those that a question needs are fetched. A word is found
 * exactly or by its first letters, all words of a question must be in a page, and accents, case and elisions make no
 * difference. Counts, order and ranks hold for all shards together. Nothing here touches the page.
 */

/* ---- How words are written: the same rules as in written_text.py ---- */

const UNSPACED = "々〇\\u3041-\\u3096\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}"
const THAI = "\\u0e01-\\u0e30\\u0e32\\u0e33\\u0e40-\\u0e46"
const SIGN = new RegExp(`[${UNSPACED}]|[${THAI}][\\u0e31\\u0e34-\\u0e3a\\u0e47-\\u0e4e]*`, "gu")
const HAS_SIGN = new RegExp(`[${UNSPACED}${THAI}]`, "u")
const FOLDED = {
  ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ß: "ss", ı: "i", ħ: "h", ς: "σ", ى: "ي",
}
const STROKED = new RegExp(`[${Object.keys(FOLDED).join("")}]`, "g")
const ARTICLE = /^(?:[وفبكل]?ال|لل)(?=[\u0621-\u064a]{3})/
/* What French, Italian and Catalan put before an apostrophe. */
const ELIDED = new Set(
  ("l d j m t s n c qu jusqu lorsqu puisqu quoiqu dell all nell sull dall coll un gl quest quell bell sant "
    + "quelqu presqu entr").split(" "),
)
/* Words shorter than this are not taken for the beginnings of others. */
const SHORTEST_START = 3
/* A page's words before and after the first find, in letters. */
const EXCERPT = 220
/* Of a longer text only the beginning is looked through for a part to show. */
const LONGEST = 200_000
/* Files of one shard that are read for one word: its beginning may be shared by more than anyone reads. */
const MOST_CHUNKS = 3

export const fold = (text) =>
  text.toLowerCase().replace(STROKED, (letter) => FOLDED[letter]).normalize("NFD").replace(/\p{M}/gu, "")

/* The words of a question, each as { text, signs } where signs stand for a run without spaces. */
export const termsOf = (question) => {
  const plain = question.normalize("NFC").replace(/[’ʼ‛`׳]/g, "'").replace(/[״"]/g, "").replace(/[\u200b\u0000]/g, "")
  const terms = []
  for (const [word] of plain.matchAll(/[\p{L}\p{N}\p{M}']+/gu)) {
    const pieces = word.split("'").filter(Boolean)
    const kept = pieces.filter((piece, place) => place === pieces.length - 1 || !ELIDED.has(piece.toLowerCase()))
    /* Of Trump's and don't the first part is asked for. */
    const told = kept.length > 1 ? kept.filter((piece) => piece.length > 1) : kept
    for (const piece of told.length ? told : kept)
      for (const [run] of piece.matchAll(new RegExp(`(?:[${UNSPACED}${THAI}]\\p{M}*)+|[^${UNSPACED}${THAI}]+`, "gu"))) {
        const signs = HAS_SIGN.test(run) ? [...run.matchAll(SIGN)].map(([sign]) => fold(sign)) : null
        const text = signs ? signs.join("") : fold(run).replace(ARTICLE, "")
        if (text) terms.push({ text, signs })
      }
  }
  const known = new Set()
  return terms.filter(({ text }) => !known.has(text) && known.add(text)).slice(0, 12)
}

/* ---- Files: gzip, and the part of CBOR (RFC 8949) that Pagefind writes ---- */

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

/* What Pagefind wrote itself. */
const unpacked = async (url) => {
  const plain = await unzipped(url)
  if (new TextDecoder().decode(plain.subarray(0, SIGNATURE.length)) !== SIGNATURE) throw new Error(`${url}: is no index`)
  return plain.subarray(SIGNATURE.length)
}

const decoded = (bytes) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = new TextDecoder()
  let at = 0
  const size = (low) => {
    if (low < 24) return low
    const width = 1 << (low - 24)
    const start = at
    at += width
    if (width === 1) return view.getUint8(start)
    if (width === 2) return view.getUint16(start)
    if (width === 4) return view.getUint32(start)
    return Number(view.getBigUint64(start))
  }
  const item = () => {
    const head = bytes[at++]
    const kind = head >> 5
    const low = head & 31
    if (low > 27) throw new Error("an index in a form that is not read here")
    const number = size(low)
    if (kind === 0) return number
    if (kind === 1) return -1 - number
    if (kind === 3) return text.decode(bytes.subarray(at, (at += number)))
    if (kind !== 4) throw new Error("an index in a form that is not read here")
    const list = new Array(number)
    for (let place = 0; place < number; place++) list[place] = item()
    return list
  }
  return item()
}

/* ---- A shard ---- */

/* Numbers, from their distances. */
const summed = (distances) => {
  let last = 0
  return distances.map((distance) => (last += distance))
}

class Shard {
  constructor(base, { folder, name }) {
    this.url = new URL(`${folder}/`, base)
    this.name = name
    this.chunks = new Map()
    this.filters = new Map()
    this.fragments = new Map()
  }

  async open() {
    const { lengths, dated, chunks, filters } = await toldIn(new URL("meta", this.url))
    this.lengths = lengths
    this.ranges = chunks
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
      const words = await toldIn(new URL(`index/${number}.pf_index`, this.url))
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
      const [, values] = decoded(await unpacked(new URL(`filter/${name}.pf_filter`, this.url)))
      return new Map(values.map(([value, pages]) => [value, new Set(pages)]))
    })
  }

  fragment(page) {
    return remembered(this.fragments, page, async () =>
      JSON.parse(new TextDecoder().decode(await unpacked(new URL(`fragment/${page}.pf_fragment`, this.url)))))
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

/* ---- All shards together ---- */

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

/* ---- Text as a reader sees it ---- */

/* Without what written_text.py put in. */
export const read = (content) => content.replace(/''/g, "’").replace(/` `~[^~]*~/g, "").replace(/` `/g, "")

/* `text` folded letter by letter, so that offsets lead back. */
const spread = (text) => {
  const letters = []
  const offsets = []
  let at = 0
  for (const letter of text) {
    for (const one of fold(letter)) {
      letters.push(one)
      for (let unit = 0; unit < one.length; unit++) offsets.push(at)
    }
    at += letter.length
  }
  offsets.push(at)
  return { folded: letters.join(""), offsets }
}

/* `text` in pieces: [words, whether they were asked for]. */
export const marked = (text, terms) => {
  const { folded, offsets } = spread(text)
  const spans = []
  for (const { text: asked, signs } of terms) {
    const letter = /[\p{L}\p{N}]/u
    for (let at = folded.indexOf(asked); at >= 0; at = folded.indexOf(asked, at + asked.length)) {
      /* A word is marked where it begins, behind an article too. */
      const before = folded.slice(Math.max(0, at - 3), at).match(/[\u0621-\u064a]*$/)[0]
      const begins = signs || !letter.test(folded[at - 1] || "") || ARTICLE.test(before + "ببب")
      const whole = signs || asked.length >= SHORTEST_START || !letter.test(folded[at + asked.length] || "")
      if (begins && whole) spans.push([offsets[at], offsets[at + asked.length]])
    }
  }
  spans.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const pieces = []
  let done = 0
  for (const [start, end] of spans) {
    if (start < done) continue
    if (start > done) pieces.push([text.slice(done, start), false])
    pieces.push([text.slice(start, end), true])
    done = end
  }
  if (done < text.length) pieces.push([text.slice(done), false])
  return pieces
}

/* The part of a text in which most of the words stand, in pieces as of `marked`. */
const excerpt = (text, terms) => {
  const pieces = marked(text, terms)
  const finds = []
  let at = 0
  for (const [words, asked] of pieces) {
    if (asked) finds.push([at, words.toLowerCase()])
    at += words.length
  }
  let best = 0
  let most = 0
  for (let first = 0; first < Math.min(finds.length, 200); first++) {
    const near = finds.slice(first, first + 20).filter(([place]) => place < finds[first][0] + EXCERPT - 60)
    const different = new Set(near.map(([, words]) => words)).size
    if (different > most) [best, most] = [finds[first][0], different]
  }
  let start = Math.max(0, best - 60)
  if (start) start = text.indexOf(" ", start) + 1 && text.indexOf(" ", start) < best ? text.indexOf(" ", start) + 1 : start
  let end = Math.min(text.length, start + EXCERPT)
  if (end < text.length) end = text.lastIndexOf(" ", end) > start + EXCERPT / 2 ? text.lastIndexOf(" ", end) : end
  /* No half of a sign that takes two units. */
  if (/[\udc00-\udfff]/.test(text[start] || "")) start--
  if (/[\udc00-\udfff]/.test(text[end] || "")) end--
  const cut = []
  at = 0
  for (const [words, asked] of pieces) {
    const part = words.slice(Math.max(0, start - at), Math.max(0, end - at))
    if (part) cut.push([part, asked])
    at += words.length
  }
  if (start) cut.unshift(["… ", false])
  if (end < text.length) cut.push([" …", false])
  return cut
}
