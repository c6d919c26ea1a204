/*
 * What a reader is shown of a find. All of it is put into the page as text, never as markup.
 */
const site = new URL("../../", import.meta.url)
const RIGHTWARD = /^(ar|ck|dv|fa|he|ps|sd|ug|ur|yi)/

export const made = (name, properties = {}, ...children) => {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(properties))
    if (key in element && key !== "role") element[key] = value
    else element.setAttribute(key, value)
  element.append(...children)
  return element
}

export const withMarks = (pieces) => pieces.map(([text, asked]) => (asked ? made("mark", {}, text) : text))

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

export const excerptOf = (name, properties, found) =>
  found.named ? made(name, properties, ...inRow(found.excerpt)) : speaking(made(name, properties, ...withMarks(found.excerpt)), found.language)

export const speaking = (element, language) => {
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
export const count = (number) => attempt(() => new Intl.NumberFormat(ours()).format(number), String(number))
const languageName = (tag) => attempt(() => new Intl.DisplayNames([ours()], { type: "language" }).of(tag), tag)
const day = (date) =>
  attempt(() => new Intl.DateTimeFormat(ours(), { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${date.slice(0, 10)}T00:00Z`)), date)
export const filled = (text, number) => text.replace("{count}", count(number))
/* Where a find is; what was asked for goes along, to be marked there. */
export const hrefOf = (address, question) => {
  const url = new URL(address.split("/").map(encodeURIComponent).join("/"), site)
  if (question.trim()) url.searchParams.set("h", question.trim())
  return url.href
}

export const shownValue = (facet, value, said, headlines) => {
  if (facet === "language") return languageName(value)
  if (facet === "story") return headlines.get(value) || value
  return facet === "kind" ? said.kinds[value] || value : value
}

export const detailsOf = (found, said) => {
  const facts = [said.kind[found.kind], found.about, found.date && day(found.date), found.source, found.language && languageName(found.language)]
  return apart([...facts.filter(Boolean).map((fact) => [fact]), ...found.beside.map(withMarks)])
}
