/*
 * The language filter. A page that lists articles in several languages has a line that names them, each a link to all
 * articles in it (`outputs/language_filter.py`). Here that line becomes a choice among what is listed on this page,
 * above the line and below it: buttons with counts, the choice in the address (`?language=ar`), where a link to another
 * page of the list, or to a day of it, takes it along. Without script the links do.
 */
{
  const KEY = "language"
  const LISTS = [
    ..."lead list coverage articles stories running days sides copies said story related".split(" ").map((name) => `.bs-${name}`)
  ].join()
  const WAYS = ".bs-page > .bs-pages a[href], .bs-edition > .bs-days > ul > li > a[href]:first-child, .bs-day > a[href]:first-child"
  /* A language that an entry is marked with; what is not marked is in the site's. Where it is not known, the mark is
     empty: that is no one's choice, and stands among all. */
  const site = () => document.documentElement.lang
  const spoken = (link) => {
    const marked = link.querySelector("[lang]")
    return marked ? marked.lang : site()
  }
  /* Those of an entry: its headline's, and those its small line names, where it is told in several. Headlines there are
     none of them, nor is what an article shares with a related one. */
  const named = (part) => [...part.querySelectorAll("em [lang]")].filter((one) => !one.closest("a, .bs-related")).map((one) => one.lang)
  const languages = (link, parts) => new Set([spoken(link), ...parts.flatMap(named)])
  const chosen = () => new URLSearchParams(location.search).get(KEY) || ""
  const entry = (link, parts) => ({ to: link.href, parts, spoken: languages(link, parts) })

  /* A headline's link, where something begins with one. */
  const leading = (node) => {
    const [first] = [...node.childNodes].filter((one) => one.textContent.trim())
    return first?.matches?.("a[href]:not(.headerlink)") ? first : null
  }
  /* What follows an element, up to what begins something else. */
  const behind = (element, ends) => {
    const parts = []
    for (let next = element.nextElementSibling; next && !ends(next); next = next.nextElementSibling) parts.push(next)
    return parts
  }

  /* A day of an edition: a link to it, how much it has, and its first headlines, each put into a piece of its own. */
  const day = (item, headlines) => {
    const of = headlines.map((link) => {
      const piece = document.createElement("span")
      const dot = document.createElement("span")
      dot.textContent = " · "
      if (link.previousSibling?.nodeType === Node.TEXT_NODE) link.previousSibling.data = " "
      link.replaceWith(piece)
      piece.append(dot, link)
      return { ...entry(link, [piece]), dot }
    })
    item.classList.add("bs-day")
    return { item, of }
  }
  /* A source of a story: its first headline with what is said there, then its further ones. */
  const side = (item) => {
    const first = [...item.querySelectorAll(":scope > p")].find(leading)
    const further = [...item.querySelectorAll(":scope > ul > li")].filter(leading)
    const of = further.map((one) => entry(leading(one), [one]))
    if (first) of.unshift(entry(leading(first), [first, ...behind(first, (next) => next.tagName === "UL")]))
    return { item, of }
  }

  /* What is listed: a list's item, or a headline with what stands below it, that begins with a link. And what holds
     several: it goes with the last of them. */
  const listed = (section) => {
    const entries = []
    const holders = []
    for (const item of section.querySelectorAll(":scope > ul > li")) {
      const link = item.querySelector("a[href]")
      const headlines = [...item.querySelectorAll(":scope > em ~ a[href]")]
      if (!link) continue
      if (section.matches(".bs-sides")) holders.push(side(item))
      else if (headlines.length) holders.push(day(item, headlines))
      else if (!section.matches(".bs-edition > .bs-days")) entries.push(entry(link, [item]))
    }
    /* The day over a day's articles is no headline. */
    const heads = section.matches(".bs-days") ? "" : section.matches(".bs-lead") ? "h2" : "h3, h4"
    for (const heading of heads ? section.querySelectorAll(`:scope > :is(${heads})`) : []) {
      const link = heading.querySelector("a[href]:not(.headerlink)")
      if (link) entries.push(entry(link, [heading, ...behind(heading, (next) => /^(H[1-6]|UL|OL)$/.test(next.tagName))]))
    }
    return { section, holders, entries: [...entries, ...holders.flatMap(({ of }) => of)], own: entries }
  }

  /* A heading, and what is said under it before its entries, goes with the last of these. */
  const tidy = ({ section, own, holders }) => {
    const items = new Set([...own.flatMap(({ parts }) => parts), ...holders.map(({ item }) => item)])
    for (const { item, of } of holders) {
      const left = of.filter(({ parts }) => !parts[0].hidden)
      item.hidden = !left.length
      for (const [place, { dot }] of left.entries()) if (dot) dot.hidden = !place
    }
    const lists = [...section.querySelectorAll(":scope > ul")].filter((list) => [...list.children].some((one) => items.has(one)))
    for (const list of lists) list.hidden = ![...list.children].some((one) => !one.hidden)
    if (section.matches(".bs-story")) return
    for (const heading of section.querySelectorAll(":scope > :is(h2, h3)")) {
      if (items.has(heading)) continue
      const below = behind(heading, (next) => /^H[1-6]$/.test(next.tagName) && next.tagName <= heading.tagName)
      const held = below.filter((one) => items.has(one) || lists.includes(one))
      if (!held.length) continue
      heading.hidden = held.every((one) => one.hidden)
      for (const one of below) if (!held.includes(one) && !/^H[1-6]$/.test(one.tagName)) one.hidden = heading.hidden
    }
    section.hidden = [...section.children].every((one) => one.hidden)
  }

  const start = () => {
    const bar = document.querySelector(".bs-filter:not([data-ready])")
    const line = bar?.querySelector("p")
    if (!line) return
    const sections = [...document.querySelectorAll(`.bs-page > :is(${LISTS})`)].map(listed)
    const told = sections.flatMap(({ entries }) => entries)
    if (!told.length) return
    bar.dataset.ready = ""

    /* What stands in two lists of a page counts once. */
    const count = (language) => new Set(told.filter((one) => !language || one.spoken.has(language)).map(({ to }) => to)).size
    const number = new Intl.NumberFormat(site() || undefined)
    const button = (language, name) => {
      const made = document.createElement("button")
      made.type = "button"
      made.value = language
      made.append(name, " ")
      const small = document.createElement("small")
      small.textContent = number.format(count(language))
      made.append(small)
      made.addEventListener("click", () => choose(language))
      return made
    }
    const all = line.querySelector("strong")
    const buttons = [button("", all ? all.textContent : "*")]
    for (const link of line.querySelectorAll("a[href]"))
      buttons.push(button(spoken(link), (link.querySelector("[lang]") || document.createTextNode(link.textContent)).cloneNode(true)))

    const group = document.createElement("div")
    group.className = "bs-choice"
    group.setAttribute("role", "group")
    const label = document.createElement("span")
    label.id = "bs-choice"
    label.textContent = line.firstChild.textContent.trim()
    group.setAttribute("aria-labelledby", label.id)
    group.append(label, ...buttons)
    line.hidden = true
    bar.append(group)

    const show = () => {
      const offered = buttons.some((one) => one.value === chosen())
      const language = offered ? chosen() : ""
      for (const one of buttons) one.setAttribute("aria-pressed", String(one.value === language))
      for (const { parts, spoken: own } of told) for (const part of parts) part.hidden = Boolean(language) && !own.has(language)
      sections.forEach(tidy)
      for (const link of document.querySelectorAll(WAYS)) {
        const way = new URL(link.href)
        if (language) way.searchParams.set(KEY, language)
        else way.searchParams.delete(KEY)
        link.href = way.href
      }
    }
    const choose = (language) => {
      const here = new URL(location.href)
      if (language) here.searchParams.set(KEY, language)
      else here.searchParams.delete(KEY)
      history.replaceState(history.state, "", here)
      show()
    }
    show()
  }

  /* Instant navigation brings further pages without loading this file again. */
  if (window.document$) window.document$.subscribe(start)
  else start()
}
