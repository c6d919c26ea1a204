/*
 * The words that were asked for, marked in the page that search led to (`?h=budget`), as they are in what it found. Escape, or
 * the button, takes the marks away, and the words out of the address. Text is put into the page as text, nothing is stored.
 */
import { marked, termsOf } from "./search_words.js"

/* More marks than anyone looks at. */
const MOST = 1000
const UNMARKED = "svg, script, button, pre, mark, .headerlink"

const markedIn = (root, question) => {
  const terms = termsOf(question)
  const passed = (node) => (node.parentElement.closest(UNMARKED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT)
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, passed)
  const texts = []
  while (walker.nextNode()) texts.push(walker.currentNode)
  const marks = []
  for (const text of terms.length ? texts : []) {
    if (marks.length >= MOST) break
    const pieces = marked(text.data, terms)
    if (!pieces.some(([, asked]) => asked)) continue
    const parts = pieces.map(([words, asked]) => {
      if (!asked) return words
      const mark = Object.assign(document.createElement("mark"), { className: "bs-found", textContent: words })
      marks.push(mark)
      return mark
    })
    text.replaceWith(...parts)
  }
  return marks
}

/* `told` says how many were found; `clear` is what the button is called. */
export const showFound = (root, question, told, clear) => {
  const marks = markedIn(root, question)
  if (!marks.length) return
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: clear, title: "Esc" })
  button.setAttribute("aria-keyshortcuts", "Escape")
  const bar = Object.assign(document.createElement("p"), { className: "bs-found-bar" })
  bar.setAttribute("role", "status")
  const end = () => {
    document.removeEventListener("keydown", key)
    bar.remove()
    for (const mark of marks) {
      const parent = mark.parentNode
      mark.replaceWith(...mark.childNodes)
      parent?.normalize()
    }
    const url = new URL(location.href)
    url.searchParams.delete("h")
    history.replaceState(history.state, "", url)
  }
  /* In the search box, Escape closes that. */
  const key = (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !event.target.closest?.("input, textarea, select")) end()
  }
  button.addEventListener("click", end)
  document.addEventListener("keydown", key)
  root.append(bar)
  bar.append(`${told(marks.length)} `, button)
}
