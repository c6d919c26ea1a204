/*
 * What a reader asks: the words around the search, the index, the address of a question (/search/?q=…&language=fr&year=2026&sort=newest),
 * and boxes to type it into. The index comes from search_index.js, which is fetched with the first letter that is typed.
 */
const site = new URL("../../", import.meta.url)
const PAUSE = 180
export const FACETS = ["kind", "language", "year", "source", "topic", "story", "entity"]

/* English, for a site whose content/search/words.json is missing; otherwise the words are there. */
const ENGLISH = {
  search: "Search", none: "Nothing found. Fewer or other words may help.", found: "Found: {count}",
  all: "All results", more: "Show more", order: "Order", best: "Best first", newest: "Newest first",
  narrow: "Narrow down", clear: "Clear all", absent: "Search does not work here now; lists lead everywhere, too.",
  waiting: "Searching …", hint: "Type what you look for.", facets: {}, kind: {}, kinds: {},
}

let words
export const saidIn = () => {
  words ??= fetch(new URL("search/words.json", site))
    .then((answer) => (answer.ok ? answer.json() : {}))
    .catch(() => ({}))
    .then((told) => ({ ...ENGLISH, ...told }))
  return words
}

let opened
export const index = () => {
  opened ??= import("./search_index.js")
    .then(async (module) => ({ ...module, index: await module.Index.open(new URL("search/", site)) }))
    .then((module) => {
      if (!module.index.shards.length) throw new Error("the site has no index")
      return module
    })
    .catch((error) => {
      opened = undefined
      throw error
    })
  return opened
}

/* ---- The address ---- */

export const stateOf = (search) => {
  const asked = new URLSearchParams(search)
  const chosen = {}
  for (const facet of FACETS) {
    const values = [...new Set(asked.getAll(facet))].filter(Boolean)
    if (values.length) chosen[facet] = values
  }
  return { question: asked.get("q") || "", chosen, newest: asked.get("sort") === "newest" }
}

export const addressOf = ({ question, chosen, newest }, way) => {
  const url = new URL(way)
  url.search = ""
  url.hash = ""
  if (question) url.searchParams.set("q", question)
  for (const facet of FACETS) for (const value of chosen[facet] || []) url.searchParams.append(facet, value)
  if (newest) url.searchParams.set("sort", "newest")
  return url
}

/* ---- Boxes ---- */

/* What was asked for last: an answer that comes too late is dropped. */
export const latest = () => {
  let turn = 0
  return async (work, show) => {
    const mine = ++turn
    const outcome = await work().then((value) => ({ value }), (error) => ({ error }))
    if (mine === turn) show(outcome)
  }
}

export const paused = (work) => {
  let timer
  return () => {
    clearTimeout(timer)
    timer = setTimeout(work, PAUSE)
  }
}

/* In a box to which a reader comes back, the key that leads there selects the old words; once they are edited, it is a letter. */
export const selectedBySlash = (input) => {
  let kept = true
  input.addEventListener("focus", () => { kept = true })
  for (const change of ["click", "input"]) input.addEventListener(change, () => { kept = false })
  input.addEventListener("keydown", (event) => {
    if (event.key === "/" && kept && input.value) {
      event.preventDefault()
      input.select()
    } else if (/^(Arrow(Left|Right)|Home|End)$/.test(event.key)) kept = false
  })
}
