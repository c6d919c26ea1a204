/*
 * The language filter. A list in several languages has a line that names them, each a link to all articles in it
 * (`outputs/language_filter.py`). Here that line becomes a choice among the entries of this page: buttons with
 * counts, the choice in the address (`?language=ar`), where a link to another page of the list takes it along.
 * Without script the links do.
 */
{
  const KEY = "language"
  /* A language that an entry is marked with; what is not marked is in the site's. Where it is not known, the mark is
     empty: that is no one's choice, and stands among all. */
  const site = () => document.documentElement.lang
  const spoken = (link) => {
    const marked = link.querySelector("[lang]")
    return marked ? marked.lang : site()
  }
  /* Those of an entry: its headline's, and those its small line names, where it is told in several. */
  const languages = (link, parts) =>
    new Set([spoken(link), ...parts.flatMap((part) => [...part.querySelectorAll("em [lang]")].map((one) => one.lang))])
  const chosen = () => new URLSearchParams(location.search).get(KEY) || ""

  /* What is listed: a list's item, or a headline with what stands below it, that begins with a link. */
  const entries = (section) => {
    const found = []
    for (const item of section.querySelectorAll(":scope > ul > li")) {
      const link = item.querySelector("a[href]")
      if (link) found.push({ parts: [item], spoken: languages(link, [item]) })
    }
    for (const heading of section.querySelectorAll(":scope > h3, :scope > h4")) {
      const link = heading.querySelector("a[href]:not(.headerlink)")
      if (!link) continue
      const parts = [heading]
      for (let next = heading.nextElementSibling; next && !/^(H[1-6]|UL|OL)$/.test(next.tagName); next = next.nextElementSibling) parts.push(next)
      found.push({ parts, spoken: languages(link, parts) })
    }
    return found
  }

  /* A list, and a heading over it, go with the last of what they hold. */
  const tidy = (section) => {
    for (const list of section.querySelectorAll(":scope > ul")) list.hidden = ![...list.children].some((item) => !item.hidden)
    for (const heading of section.querySelectorAll(":scope > :is(h2, h3)")) {
      if (heading.querySelector("a[href]:not(.headerlink)") && heading.tagName === "H3") continue
      let some = false
      let any = false
      for (let next = heading.nextElementSibling; next && !(/^H[1-6]$/.test(next.tagName) && next.tagName <= heading.tagName); next = next.nextElementSibling) {
        any = true
        some ||= !next.hidden
      }
      heading.hidden = any && !some
    }
  }

  const start = () => {
    const bar = document.querySelector(".bs-filter:not([data-ready])")
    const line = bar?.querySelector("p")
    if (!line) return
    const sections = [...document.querySelectorAll(".bs-page > :is(.bs-list, .bs-coverage, .bs-articles, .bs-stories)")]
      .filter((one) => bar.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
    const listed = sections.flatMap(entries)
    if (!listed.length) return
    bar.dataset.ready = ""

    const counts = new Map()
    for (const { spoken: own } of listed) for (const language of own) counts.set(language, (counts.get(language) || 0) + 1)
    const number = new Intl.NumberFormat(site() || undefined)
    const button = (language, name, count) => {
      const made = document.createElement("button")
      made.type = "button"
      made.value = language
      made.append(name, " ")
      const small = document.createElement("small")
      small.textContent = number.format(count)
      made.append(small)
      made.addEventListener("click", () => choose(language))
      return made
    }
    const all = line.querySelector("strong")
    const buttons = [button("", all ? all.textContent : "*", listed.length)]
    for (const link of line.querySelectorAll("a[href]"))
      buttons.push(button(spoken(link), (link.querySelector("[lang]") || document.createTextNode(link.textContent)).cloneNode(true), counts.get(spoken(link)) || 0))

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
      for (const { parts, spoken: own } of listed) for (const part of parts) part.hidden = Boolean(language) && !own.has(language)
      sections.forEach(tidy)
      for (const link of document.querySelectorAll(".bs-page > .bs-pages a[href]")) {
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
