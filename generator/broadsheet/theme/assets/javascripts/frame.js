/*
 * What Material for MkDocs and Zensical write into every page as inline scripts, in a file: the site's
 * Content-Security-Policy (partials/csp.html) lets no inline script run. Their bundles call __md_scope, __md_get,
 * __md_set and __md_hash. Loaded in the head, so that all of it is known before anything is painted.
 */

/* The site's root, seen from this file; `extra.scope` in mkdocs.yml may say otherwise. */
var __md_scope = new URL(
  document.currentScript.dataset.scope || new URL("../..", document.currentScript.src),
  location,
)

var __md_hash = (text) => [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0)

var __md_get = (name, store = localStorage, scope = __md_scope) => JSON.parse(store.getItem(`${scope.pathname}.${name}`))

var __md_set = (name, value, store = localStorage, scope = __md_scope) => {
  try {
    store.setItem(`${scope.pathname}.${name}`, JSON.stringify(value))
  } catch {
    /* A browser that keeps nothing shows the site all the same. */
  }
}

document.documentElement.setAttribute("data-platform", navigator.platform)
/* Material says so at the end of its bundle: then the whole page, which has been set by then, would be set again. */
document.documentElement.classList.replace("no-js", "js")

/*
 * The colour scheme that the reader chose, or that the system asks for: before the first paint, as the page is read,
 * and when either changes. What was chosen is kept as Material keeps it, and is all that this site keeps.
 */
{
  const KEPT = "__palette"
  const EITHER = "(prefers-color-scheme)"
  const KEYS = ["media", "scheme", "primary", "accent"]
  /* Told by this file's element, since the buttons may come after the first paint; they stand in the same order. */
  const schemes = (document.currentScript.dataset.schemes || "").split(";").filter(Boolean).map((one) => Object.fromEntries(one.split("|").map((value, at) => [KEYS[at], value])))
  const fitting = () => schemes.find((one) => one.media.includes("scheme:") && matchMedia(one.media).matches)
  const offered = () => [...document.querySelectorAll(".bs-scheme")]

  let chosen
  try {
    chosen = __md_get(KEPT)?.color
  } catch {
    /* Nothing is kept here. */
  }

  const paint = () => {
    const follows = !chosen || chosen.media === EITHER
    const fits = follows && fitting()
    const either = schemes.some((one) => one.media === EITHER)
    const colours = fits ? { ...fits, ...(either && { media: EITHER }) } : chosen
    for (const [key, value] of Object.entries((document.body && colours) || {})) document.body.setAttribute(`data-md-color-${key}`, value)
    return Boolean(document.body)
  }

  /* The button of the scheme on show; where none is chosen and none fits, that of the first. */
  const show = () => {
    const all = offered()
    const media = document.body.getAttribute("data-md-color-media")
    const place = schemes.findIndex((one) => one.media === media && (!chosen || one.scheme === chosen.scheme || media === EITHER))
    const shown = all[Math.max(0, place)]
    for (const one of all) one.hidden = one !== shown || one.localName !== "button"
    paper.content = getComputedStyle(document.body).backgroundColor
    return shown
  }

  const choose = (button) => {
    const all = offered()
    const index = (all.indexOf(button) + 1) % all.length
    chosen = schemes[index]
    __md_set(KEPT, { index, color: chosen })
    document.body.setAttribute("data-md-color-switching", "")
    paint()
    show().focus()
    requestAnimationFrame(() => document.body.removeAttribute("data-md-color-switching"))
  }

  /* What a phone paints around the page. */
  const paper = Object.assign(document.createElement("meta"), { name: "theme-color" })

  const reading = new MutationObserver(() => paint() && reading.disconnect())
  reading.observe(document.documentElement, { childList: true, subtree: true })
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => offered().length && paint() && show())
  document.addEventListener("DOMContentLoaded", () => {
    reading.disconnect()
    if (!offered().length) return
    document.head.append(paper)
    show()
    for (const one of offered()) one.addEventListener("click", () => choose(one))
  })
}

/*
 * For each `link[rel=alternate]` Material reads the whole sitemap beside it, taking it for the site in another language. Feeds
 * are hidden from it while it looks (partials/feeds.html).
 */
document.addEventListener("DOMContentLoaded", () => {
  for (const feed of document.querySelectorAll("link[rel=alternate][type]")) {
    feed.rel = "alternate "
    setTimeout(() => { feed.rel = "alternate" })
  }
})

/* What must be done once a page has been read, and again after each page that instant navigation brings. */
document.addEventListener("DOMContentLoaded", () => {
  const linked = document.querySelector("#__config")?.textContent.includes('"content.tabs.link"')

  const tabs = () => {
    const names = linked ? __md_get("__tabs") : undefined
    for (const set of Array.isArray(names) ? document.querySelectorAll(".tabbed-set") : []) {
      const labels = [...set.querySelectorAll(".tabbed-labels label")]
      const label = names.map((name) => labels.find((one) => one.innerText.trim() === name)).find(Boolean)
      if (label) document.getElementById(label.htmlFor).checked = true
    }
    const target = document.getElementById(location.hash.slice(1))
    if (target?.name?.startsWith?.("__tabbed_")) target.checked = true
  }

  const outdated = document.querySelector("[data-md-component=outdated]")
  if (outdated && __md_get("__outdated", sessionStorage) === true) outdated.hidden = false

  const form = document.forms.consent
  if (form) {
    const given = __md_get("__consent")
    const boxes = [...form.elements].filter((one) => one.name)
    if (given) for (const box of boxes) box.checked = given[box.name] || false
    else if (location.protocol !== "file:")
      setTimeout(() => { document.querySelector("[data-md-component=consent]").hidden = false }, 250)
    for (const action of ["submit", "reset"])
      form.addEventListener(action, (event) => {
        event.preventDefault()
        if (action === "reset") for (const box of boxes) box.checked = false
        __md_set("__consent", Object.fromEntries([...new FormData(form).keys()].map((name) => [name, true])))
        location.hash = ""
        location.reload()
      })
  }

  /* On a narrow screen the navigation is a strip: where we are is in sight. */
  const here = () => {
    const strip = document.querySelector(".md-tabs__list")
    const item = strip?.querySelector(".md-tabs__item--active")
    if (!item) return
    const [seen, mine] = [strip.getBoundingClientRect(), item.getBoundingClientRect()]
    strip.scrollLeft += mine.left + mine.width / 2 - seen.left - seen.width / 2
  }

  for (const arrange of [tabs, here]) {
    if (window.document$) window.document$.subscribe(arrange)
    else arrange()
  }
})

/* Material puts each copy button into a `nav`: a landmark without a name at each line of code, for the ear alone. */
new MutationObserver(() => {
  for (const nav of document.querySelectorAll(".md-code__nav:not([role])")) nav.setAttribute("role", "none")
}).observe(document.documentElement, { childList: true, subtree: true })

/*
 * The way over the frame, for those who use keys: Material would fetch the page once more for an address on it, and the
 * keys would go on from where they were until it has come.
 */
document.addEventListener("click", (event) => {
  const skip = event.target.closest?.("a.md-skip")
  const heading = skip && document.getElementById(decodeURIComponent(skip.hash.slice(1)))
  if (!heading) return
  event.preventDefault()
  event.stopPropagation()
  heading.tabIndex = -1
  heading.focus()
}, true)
