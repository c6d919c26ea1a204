/*
 * Search as a reader meets it: the box in the header, the search page with its facets, and what was asked for marked in the page that
 * it led to. Nothing is stored, and nothing is asked of any other host.
 */
import { addressOf, index, latest, paused, saidIn, selectedBySlash } from "./search_asked.js"

const FEW = 7

/* How finds look: fetched with what is searched. */
const looks = () => import("./search_shown.js")

/* ---- The search page ---- */

let page = null
const standing = () => (page?.root.isConnected ? page : null)

const mount = async () => {
  const root = document.querySelector(".bs-search")
  if (!root || page?.root === root) {
    if (!root) page = null
    return
  }
  document.querySelector(".bs-page h1")?.after(root)
  const [{ SearchPage }, said] = await Promise.all([import("./search_page.js"), saidIn()])
  page = new SearchPage(root, said)
  page.restore()
  if (!matchMedia("(pointer: coarse)").matches) page.input.focus({ preventScroll: true })
}

/* ---- A page that was found: what was asked for is marked there ---- */

const highlight = async () => {
  const question = new URLSearchParams(location.search).get("h")
  const root = document.querySelector(".bs-page")
  if (!question || !root || root.querySelector(".bs-found-bar")) return
  const [{ showFound }, { filled }, said] = await Promise.all([import("./found_words.js"), looks(), saidIn()])
  showFound(root, question, (number) => filled(said.found, number), said.clear)
}

/* ---- The box in the header: the first finds below what is typed, and the way to all of them ---- */

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

  const option = (made, number, href, ...children) =>
    made("a", { role: "option", id: `bs-find-${number}`, className: "bs-find", href, tabIndex: -1, "aria-selected": "false" }, ...children)

  const show = (answer, said, { count, detailsOf, excerptOf, filled, hrefOf, made, speaking, withMarks }) => {
    const shown = answer.results.map((found, number) =>
      option(made, number, hrefOf(found.address, input.value),
        speaking(made("span", { className: "bs-find__title" }, ...withMarks(found.marked)), found.language),
        made("span", { className: "bs-find__details" }, ...detailsOf(found, said)),
        excerptOf("span", { className: "bs-find__text" }, found)))
    if (answer.hits.length) shown.push(option(made, shown.length, everything(), made("span", { className: "bs-find__all" }, `${said.all} (${count(answer.hits.length)})`)))
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
        const [{ index: all, marked }, look] = await Promise.all([index(), looks()])
        const answer = await all.search(question)
        const results = await Promise.all(answer.hits.slice(0, FEW).map((hit) => all.result(hit, answer.terms)))
        return { ...answer, look, results: results.map((found) => ({ ...found, marked: marked(found.title, answer.terms) })) }
      },
      ({ value, error }) => {
        if (!error) return show(value, said, value.look)
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
    if (standing() && active < 0) {
      event.preventDefault()
      open(false)
      standing().ask(input.value)
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
    const nearest = standing()?.input ?? input
    if (nearest === input) open(true)
    else nearest.focus()
    nearest.select()
  })
}

const root = document.querySelector(".bs-search-box")
if (root) box(root)
addEventListener("popstate", () => {
  if (standing()) setTimeout(() => standing()?.restore())
})
for (const show of [mount, highlight])
  if (window.document$) window.document$.subscribe(show)
  else show()
