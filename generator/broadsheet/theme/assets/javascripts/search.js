/*
 * Search as a reader meets it: the box in the header, and the search page with its facets. What is found comes from
 * search_index.js, which is fetched with the first letter that is typed. All that is shown is put into the page as
 * text, never as markup; nothing is stored, and nothing is asked of any other host.
 */
{
  const site = new URL("../../", document.currentScript.src)
  const FEW = 7
  const MANY = 10
  const PAUSE = 180
  const FACETS = ["kind", "language", "year", "source", "topic", "story", "entity"]
  /* Those of which a browser fetches little. */
  const OPEN_AT_FIRST = ["kind", "language"]
  const VALUES = 12
  const RIGHTWARD = /^(ar|ck|dv|fa|he|ps|sd|ug|ur|yi)/

  /* ---- Words, and the index ---- */

  /* English, for a site whose content/search/words.json is missing; otherwise the words are there. */
  const ENGLISH = {
    search: "Search", none: "Nothing found. Fewer or other words may help.", found: "Found: {count}",
    all: "All results", more: "Show more", order: "Order", best: "Best first", newest: "Newest first",
    narrow: "Narrow down", clear: "Clear all", absent: "Search does not work here now; lists lead everywhere, too.",
    waiting: "Searching …", hint: "Type what you look for.", facets: {}, kind: {}, kinds: {},
  }

  let words
  const saidIn = () => {
    words ??= fetch(new URL("search/words.json", site))
      .then((answer) => (answer.ok ? answer.json() : {}))
      .catch(() => ({}))
      .then((told) => ({ ...ENGLISH, ...told }))
    return words
  }

  let opened
  const index = () => {
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

  /* ---- Small pieces of page ---- */

  const made = (name, properties = {}, ...children) => {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(properties))
      if (key in element && key !== "role") element[key] = value
      else element.setAttribute(key, value)
    element.append(...children)
    return element
  }

  const withMarks = (pieces) => pieces.map(([text, asked]) => (asked ? made("mark", {}, text) : text))

  /* Side by side, each in its own direction. */
  const apart = (parts) => parts.flatMap((part, place) => [...(place ? [" · "] : []), made("bdi", {}, ...part)])

  /* An entity's names, parted by dots in the index. */
  const inRow = (pieces) => {
    const rows = [[]]
    for (const [text, asked] of pieces)
      text.split(" · ").forEach((part, place) => {
        if (place) rows.push([])
        if (part) rows.at(-1).push([part, asked])
      })
    return apart(rows.filter((row) => row.length).map(withMarks))
  }

  const excerptOf = (name, properties, found) =>
    found.named ? made(name, properties, ...inRow(found.excerpt)) : speaking(made(name, properties, ...withMarks(found.excerpt)), found.language)

  const speaking = (element, language) => {
    if (language) element.lang = language
    element.dir = language ? (RIGHTWARD.test(language) ? "rtl" : "ltr") : "auto"
    return element
  }

  /* Plain English dates are written as on the pages: the day first. */
  const ours = () => (document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang || "en-GB")
  const attempt = (make, otherwise) => {
    try {
      return make() || otherwise
    } catch {
      return otherwise
    }
  }
  const count = (number) => attempt(() => new Intl.NumberFormat(ours()).format(number), String(number))
  const languageName = (tag) => attempt(() => new Intl.DisplayNames([ours()], { type: "language" }).of(tag), tag)
  const day = (date) =>
    attempt(() => new Intl.DateTimeFormat(ours(), { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${date.slice(0, 10)}T00:00Z`)), date)
  const filled = (text, number) => text.replace("{count}", count(number))
  /* Where a find is; what was asked for goes along, to be marked there. */
  const hrefOf = (address, question) => {
    const url = new URL(address.split("/").map(encodeURIComponent).join("/"), site)
    if (question.trim()) url.searchParams.set("h", question.trim())
    return url.href
  }

  const shownValue = (facet, value, said, headlines) => {
    if (facet === "language") return languageName(value)
    if (facet === "story") return headlines.get(value) || value
    return facet === "kind" ? said.kinds[value] || value : value
  }

  const detailsOf = (found, said) => {
    const facts = [said.kind[found.kind], found.about, found.date && day(found.date), found.source, found.language && languageName(found.language)]
    return apart([...facts.filter(Boolean).map((fact) => [fact]), ...found.beside.map(withMarks)])
  }

  /* What was asked for last: an answer that comes too late is dropped. */
  const latest = () => {
    let turn = 0
    return async (work, show) => {
      const mine = ++turn
      const outcome = await work().then((value) => ({ value }), (error) => ({ error }))
      if (mine === turn) show(outcome)
    }
  }

  const paused = (work) => {
    let timer
    return () => {
      clearTimeout(timer)
      timer = setTimeout(work, PAUSE)
    }
  }

  /* In a box to which a reader comes back, the key that leads there selects the old words; once they are edited, it is a letter. */
  const selectedBySlash = (input) => {
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

  /* ---- The address: /search/?q=…&language=fr&year=2026&sort=newest ---- */

  const stateOf = (search) => {
    const asked = new URLSearchParams(search)
    const chosen = {}
    for (const facet of FACETS) {
      const values = [...new Set(asked.getAll(facet))].filter(Boolean)
      if (values.length) chosen[facet] = values
    }
    return { question: asked.get("q") || "", chosen, newest: asked.get("sort") === "newest" }
  }

  const addressOf = ({ question, chosen, newest }, way) => {
    const url = new URL(way)
    url.search = ""
    url.hash = ""
    if (question) url.searchParams.set("q", question)
    for (const facet of FACETS) for (const value of chosen[facet] || []) url.searchParams.append(facet, value)
    if (newest) url.searchParams.set("sort", "newest")
    return url
  }

  /* ---- The search page ---- */

  let page = null

  class SearchPage {
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

  const mount = async () => {
    const root = document.querySelector(".bs-search")
    if (!root || page?.root === root) {
      if (!root) page = null
      return
    }
    document.querySelector(".bs-page h1")?.after(root)
    page = new SearchPage(root, await saidIn())
    page.restore()
    if (!matchMedia("(pointer: coarse)").matches) page.input.focus({ preventScroll: true })
  }

  /* ---- A page that was found: what was asked for is marked there ---- */

  const highlight = async () => {
    const question = new URLSearchParams(location.search).get("h")
    const root = document.querySelector(".bs-page")
    if (!question || !root || root.querySelector(".bs-found-bar")) return
    const [{ showFound }, said] = await Promise.all([import("./found_words.js"), saidIn()])
    showFound(root, question, (number) => filled(said.found, number), said.clear)
  }

  /* ---- The box in the header ---- */

  const box = (root) => {
    const way = new URL(root.dataset.way, location.href).href
    const toggle = document.getElementById("__search")
    const [form, input, status, list] = ["form", "input", "[role=status]", "[role=listbox]"].map((one) => root.querySelector(one))
    const initial = status.textContent
    const turn = latest()
    let active = -1

    const everything = () => addressOf({ question: input.value, chosen: {}, newest: false }, way).href
    const options = () => [...list.children]

    const choose = (place) => {
      const all = options()
      active = all.length ? Math.max(-1, Math.min(place, all.length - 1)) : -1
      all.forEach((one, number) => one.setAttribute("aria-selected", String(number === active)))
      if (active >= 0) {
        input.setAttribute("aria-activedescendant", all[active].id)
        all[active].scrollIntoView({ block: "nearest" })
      } else input.removeAttribute("aria-activedescendant")
    }

    const empty = (told) => {
      list.replaceChildren()
      list.hidden = true
      input.setAttribute("aria-expanded", "false")
      status.textContent = told
      choose(-1)
    }

    const option = (number, href, ...children) =>
      made("a", { role: "option", id: `bs-find-${number}`, className: "bs-find", href, tabIndex: -1, "aria-selected": "false" }, ...children)

    const show = (answer, said) => {
      const shown = answer.results.map((found, number) =>
        option(number, hrefOf(found.address, input.value),
          speaking(made("span", { className: "bs-find__title" }, ...withMarks(found.marked)), found.language),
          made("span", { className: "bs-find__details" }, ...detailsOf(found, said)),
          excerptOf("span", { className: "bs-find__text" }, found)))
      if (answer.hits.length) shown.push(option(shown.length, everything(), made("span", { className: "bs-find__all" }, `${said.all} (${count(answer.hits.length)})`)))
      list.replaceChildren(...shown)
      list.hidden = !shown.length
      input.setAttribute("aria-expanded", String(shown.length > 0))
      status.textContent = answer.hits.length ? filled(said.found, answer.hits.length) : said.none
      choose(-1)
    }

    const find = async () => {
      const question = input.value
      const said = await saidIn()
      if (!question.trim()) {
        turn(async () => null, () => empty(initial))
        return
      }
      turn(
        async () => {
          const { index: all, marked } = await index()
          const answer = await all.search(question)
          const results = await Promise.all(answer.hits.slice(0, FEW).map((hit) => all.result(hit, answer.terms)))
          return { ...answer, results: results.map((found) => ({ ...found, marked: marked(found.title, answer.terms) })) }
        },
        ({ value, error }) => {
          if (!error) return show(value, said)
          console.info(String(error))
          empty(said.absent)
        },
      )
    }

    const open = (isOpen) => {
      if (toggle && toggle.checked !== isOpen) {
        toggle.checked = isOpen
        toggle.dispatchEvent(new Event("change"))
      }
      if (isOpen) input.focus()
      else {
        input.blur()
        choose(-1)
      }
    }

    const follow = (event) => {
      /* The search page, where we are on it, need not be loaded again. */
      if (page && page.root.isConnected && active < 0) {
        event.preventDefault()
        open(false)
        page.ask(input.value)
        return
      }
      event.preventDefault()
      const target = options()[active]
      open(false)
      if (target) target.click()
      else location.assign(everything())
    }

    /* What is closed is out of the way of screen readers, too. */
    const output = root.querySelector(".md-search__output")
    const settle = () => { output.inert = !toggle?.checked }
    settle()
    toggle?.addEventListener("change", () => {
      settle()
      if (toggle.checked) input.focus()
    })
    input.addEventListener("focus", () => {
      open(true)
      saidIn()
    })
    input.addEventListener("input", paused(find))
    selectedBySlash(input)
    form.addEventListener("reset", () => {
      setTimeout(() => {
        find()
        input.focus()
      })
    })
    form.addEventListener("submit", (event) => (input.value.trim() ? follow(event) : event.preventDefault()))
    list.addEventListener("click", (event) => {
      if (event.target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey) open(false)
    })
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return
      if (event.key === "Escape") open(false)
      else if (event.key === "ArrowDown") choose(active + 1)
      else if (event.key === "ArrowUp") choose(active - 1)
      else if (event.key === "Tab") return toggle?.checked && toggle.click()
      else return
      event.preventDefault()
    })
    /* The link for those without script, and its like, keep their target when instant navigation brings another page. */
    for (const link of document.querySelectorAll(".bs-search-way")) link.href = way

    document.addEventListener("keydown", (event) => {
      const field = event.target.closest?.("input, textarea, select, [contenteditable]")
      if (field || event.ctrlKey || event.metaKey || event.altKey || !["/", "s", "f"].includes(event.key)) return
      event.preventDefault()
      const nearest = page?.root.isConnected ? page.input : input
      if (nearest === input) open(true)
      else nearest.focus()
      nearest.select()
    })
  }

  const root = document.querySelector(".bs-search-box")
  if (root) box(root)
  addEventListener("popstate", () => {
    if (page?.root.isConnected) setTimeout(() => page?.root.isConnected && page.restore())
  })
  for (const show of [mount, highlight])
    if (window.document$) window.document$.subscribe(show)
    else show()
}
