/*
 * The search page: a box, facets, and what is found, as many as are asked for.
 */
import { FACETS, addressOf, index, latest, paused, selectedBySlash, stateOf } from "./search_asked.js"
import { count, detailsOf, excerptOf, filled, hrefOf, made, shownValue, speaking, withMarks } from "./search_shown.js"

const MANY = 10
/* Those of which a browser fetches little. */
const OPEN_AT_FIRST = ["kind", "language"]
const VALUES = 12

export class SearchPage {
  constructor(root, said) {
    this.root = root
    this.said = said
    this.turn = latest()
    this.open = new Set(OPEN_AT_FIRST)
    this.shown = MANY
    this.input = made("input", { type: "search", name: "q", className: "bs-search__input", autocomplete: "off", spellcheck: false, maxLength: 500, placeholder: said.search, "aria-label": said.search, enterKeyHint: "search" })
    this.order = made("select", { "aria-label": said.order }, made("option", { value: "" }, said.best), made("option", { value: "newest" }, said.newest))
    this.status = made("p", { className: "bs-search__status", role: "status" })
    this.list = made("ol", { className: "bs-search__finds" })
    this.more = made("button", { type: "button", className: "md-button bs-search__more", hidden: true }, said.more)
    this.facets = made("div", { className: "bs-search__facets" })
    this.clear = made("button", { type: "button", className: "bs-search__clear", hidden: true }, said.clear)
    /* The box in the header is the page's landmark for search: two of one name cannot be told apart. */
    const form = made("form", { className: "bs-search__form" }, this.input, this.order)
    const narrow = made("details", { className: "bs-search__narrow" }, made("summary", {}, said.narrow), this.facets, this.clear)
    narrow.open = matchMedia("(min-width: 60em)").matches
    root.replaceChildren(form, made("div", { className: "bs-search__columns" }, narrow, made("div", { className: "bs-search__results" }, this.status, this.list, this.more)))
    root.hidden = false
    selectedBySlash(this.input)
    const typed = paused(() => this.change(() => { this.state.question = this.input.value }, false))
    this.input.addEventListener("input", typed)
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      this.change(() => { this.state.question = this.input.value })
    })
    this.order.addEventListener("change", () => this.change(() => { this.state.newest = this.order.value === "newest" }))
    this.clear.addEventListener("click", () => this.change(() => { this.state.chosen = {} }))
    this.more.addEventListener("click", () => this.showMore())
    root.addEventListener("keydown", (event) => this.key(event))
  }

  restore() {
    this.state = stateOf(location.search)
    this.fill()
    for (const facet of Object.keys(this.state.chosen)) this.open.add(facet)
    this.shown = MANY
    this.find()
  }

  /* Another question, as the box in the header asks it: of what is found all, best first. */
  ask(question) {
    this.change(() => { this.state = { question, chosen: {}, newest: false } })
    this.fill()
  }

  fill() {
    this.input.value = this.state.question
    this.order.value = this.state.newest ? "newest" : ""
  }

  change(make, step = true) {
    const before = addressOf(this.state, location.href).href
    make()
    const now = addressOf(this.state, location.href).href
    if (now !== before) history[step ? "pushState" : "replaceState"](history.state, "", now)
    this.shown = MANY
    this.find()
  }

  find() {
    const { question, chosen, newest } = this.state
    this.clear.hidden = !Object.keys(chosen).length
    this.more.hidden = true
    this.status.textContent = this.said.waiting
    this.turn(
      async () => {
        const { index: all } = await index()
        const answer = await all.search(question, { chosen, newest, counted: FACETS.filter((facet) => this.open.has(facet)) })
        const stories = this.listed("story", answer.counts.story).map(([id]) => id)
        const [results, headlines] = await Promise.all([this.results(all, answer, 0), all.headlines(stories)])
        return { ...answer, results, headlines }
      },
      ({ value, error }) => (error ? this.fail(error) : this.show(value)),
    )
  }

  results(all, { hits, terms }, start) {
    return Promise.all(hits.slice(start, start + MANY).map(async (hit) => this.item(await all.result(hit, terms), terms)))
  }

  async item(found, terms) {
    const { marked } = await index()
    const link = speaking(made("a", { href: hrefOf(found.address, terms.length ? this.state.question : "") }, ...withMarks(marked(found.title, terms))), found.language)
    return made("li", {}, made("h2", {}, link), made("p", { className: "bs-search__details" }, ...detailsOf(found, this.said)), excerptOf("p", {}, found))
  }

  show(answer) {
    this.answer = answer
    this.list.replaceChildren(...answer.results)
    this.more.hidden = answer.hits.length <= this.shown
    const asked = answer.terms.length || Object.keys(this.state.chosen).length
    this.status.textContent = answer.hits.length ? filled(this.said.found, answer.hits.length) : asked ? this.said.none : this.said.hint
    this.showFacets(answer.counts, asked)
  }

  fail(error) {
    console.info(String(error))
    this.list.replaceChildren()
    this.facets.replaceChildren()
    this.more.hidden = true
    this.status.textContent = this.said.absent
  }

  showMore() {
    const start = this.shown
    this.shown += MANY
    this.turn(
      async () => this.results((await index()).index, this.answer, start),
      ({ value, error }) => {
        if (error) return this.fail(error)
        this.list.append(...value)
        this.more.hidden = this.answer.hits.length <= this.shown
        value[0]?.querySelector("a").focus()
      },
    )
  }

  showFacets(counts, asked) {
    const held = this.facets.contains(document.activeElement) ? document.activeElement.dataset : null
    this.facets.replaceChildren(...FACETS.filter((facet) => this.said.facets[facet]).map((facet) => this.facet(facet, counts[facet], asked)))
    if (held) [...this.facets.querySelectorAll("input, summary")].find((one) => one.dataset.facet === held.facet && one.dataset.value === held.value)?.focus()
  }

  /* Those of a facet's values that are shown: the most frequent, and what is chosen. */
  listed(facet, counted) {
    const chosen = this.state.chosen[facet] || []
    const values = [...(counted || [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    if (facet === "year") values.sort((a, b) => (a[0] < b[0] ? 1 : -1))
    const listed = values.filter(([value], place) => place < VALUES || chosen.includes(value))
    for (const value of chosen) if (!listed.some(([one]) => one === value)) listed.push([value, 0])
    return listed
  }

  facet(facet, counted, asked) {
    const chosen = this.state.chosen[facet] || []
    const box = made("details", { open: this.open.has(facet) })
    const summary = made("summary", {}, this.said.facets[facet])
    summary.dataset.facet = facet
    box.append(summary)
    const items = this.listed(facet, asked ? counted : []).map(([value, number]) => {
      const tick = made("input", { type: "checkbox", checked: chosen.includes(value) })
      tick.dataset.facet = facet
      tick.dataset.value = value
      tick.addEventListener("change", () => this.change(() => {
        const others = chosen.filter((one) => one !== value)
        const all = tick.checked ? [...others, value] : others
        if (all.length) this.state.chosen[facet] = all
        else delete this.state.chosen[facet]
      }))
      return made("li", {}, made("label", {}, tick, made("bdi", {}, shownValue(facet, value, this.said, this.answer.headlines)), " ", made("span", { className: "bs-search__count" }, count(number))))
    })
    if (items.length) box.append(made("ul", {}, ...items))
    box.addEventListener("toggle", () => {
      if (box.open === this.open.has(facet)) return
      this.open[box.open ? "add" : "delete"](facet)
      if (box.open && !counted) this.find()
    })
    return box
  }

  /* Down from the box into the finds, up and down among them, and Escape back. */
  key(event) {
    const links = [...this.list.querySelectorAll("h2 a")]
    const place = links.indexOf(document.activeElement)
    const inBox = document.activeElement === this.input
    if (event.key === "Escape" && place >= 0) this.input.focus()
    else if (event.key === "ArrowDown" && (inBox || place >= 0)) links[Math.min(place + 1, links.length - 1)]?.focus()
    else if (event.key === "ArrowUp" && place >= 0) (links[place - 1] || this.input).focus()
    else return
    event.preventDefault()
  }
}
