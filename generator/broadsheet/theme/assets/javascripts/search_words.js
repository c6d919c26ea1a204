/*
 * Words and texts of the search, as they are asked for and as they are shown: the question's words, what was asked for
 * in a text, the part of it to show. Accents, case and elisions make no difference.
 */

/* ---- How words are written: the same rules as in written_text.py ---- */

const UNSPACED = "々〇\\u3041-\\u3096\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}"
const THAI = "\\u0e01-\\u0e30\\u0e32\\u0e33\\u0e40-\\u0e46"
const SIGN = new RegExp(`[${UNSPACED}]|[${THAI}][\\u0e31\\u0e34-\\u0e3a\\u0e47-\\u0e4e]*`, "gu")
const HAS_SIGN = new RegExp(`[${UNSPACED}${THAI}]`, "u")
const FOLDED = {
  ł: "l", ø: "o", ǿ: "o", đ: "d", ð: "d", þ: "th", æ: "ae", ǽ: "ae", œ: "oe", ß: "ss", ı: "i", ħ: "h", ς: "σ", ى: "ي", ی: "ي", ک: "ك",
}
const STROKED = new RegExp(`[${Object.keys(FOLDED).join("")}]`, "g")
const STROKE = new RegExp(STROKED.source)
const ARTICLE = /^(?:[وفبكل]?ال|لل)(?=[\u0621-\u064a]{3})/
/* What French, Italian and Catalan put before an apostrophe. */
const ELIDED = new Set(
  ("l d j m t s n c qu jusqu lorsqu puisqu quoiqu dell all nell sull dall coll un gl quest quell bell sant "
    + "quelqu presqu entr").split(" "),
)
/* Words shorter than this are not taken for the beginnings of others. */
export const SHORTEST_START = 3

export const fold = (text) =>
  text.toLowerCase().replace(STROKED, (letter) => FOLDED[letter]).normalize("NFD").replace(/\p{M}/gu, "")

/* ---- Which pieces are one word (7.1, U.S., C-214, e-mail): the same rules as in parted_words.py ---- */

const LETTER = `(?![${UNSPACED}${THAI}])[\\p{L}\\p{N}]`
const PIECE = new RegExp(`${LETTER}(?:${LETTER}|[\\u0300-\\u036f])*`, "gu")
const SINGLE = /^.[\u0300-\u036f]*$/u

const tied = (word, joint, other) => {
  if (!/[-.,:/&+@‐‑–−]/.test(joint) || STROKE.test((word + other).toLowerCase())) return false
  const [first, second] = [SINGLE.test(word), SINGLE.test(other)]
  if (first && second) return true
  if (first) return /^\p{N}/u.test(other) || joint === "&" || (/[-/+@‐‑]/.test(joint) && !/^\p{N}/u.test(word))
  return second && (/\p{N}$/u.test(word) || joint === "&")
}

/* Where in `text` the marks stand that hold such pieces together. */
const jointsIn = (text) => {
  const joints = new Set()
  let last = null
  for (const piece of text.matchAll(PIECE)) {
    const joint = last && last.index + last[0].length
    if (last && joint + 1 === piece.index && tied(last[0], text[joint], piece[0])) joints.add(joint)
    last = piece
  }
  return joints
}

/* Of n'a and O'B, the whole; but what is in the index by itself is asked for by itself. */
const lettersOf = (pieces, kept) => {
  const apart = kept.filter((piece) => STROKE.test(piece.toLowerCase()))
  return HAS_SIGN.test(pieces.join("")) ? kept : apart.length ? apart : [pieces.join("")]
}

/* The words of a question, each as { text, signs } where signs stand for a run without spaces. */
export const termsOf = (question) => {
  const asked = question.normalize("NFC").replace(/['’ʼ‛`׳]{2,}/g, " ").replace(/[’ʼ‛`׳]/g, "'").replace(/[״"\u200b\0-\4]/g, "")
  const joints = jointsIn(asked)
  const plain = asked.split("").filter((_, at) => !joints.has(at)).join("")
  const terms = []
  for (const [word] of plain.matchAll(/[\p{L}\p{N}\p{M}']+/gu)) {
    const pieces = word.split("'").filter(Boolean)
    const kept = pieces.filter((piece, place) => place === pieces.length - 1 || !ELIDED.has(piece.toLowerCase()))
    /* Of Trump's and don't the first part is asked for. */
    const told = kept.filter((piece) => !SINGLE.test(piece))
    for (const piece of told.length ? told : lettersOf(pieces, kept))
      for (const [run] of piece.matchAll(new RegExp(`(?:[${UNSPACED}${THAI}]\\p{M}*)+|[^${UNSPACED}${THAI}]+`, "gu"))) {
        const signs = HAS_SIGN.test(run) ? [...run.matchAll(SIGN)].map(([sign]) => fold(sign)) : null
        const text = signs ? signs.join("") : fold(run).replace(ARTICLE, "")
        if (text) terms.push({ text, signs })
      }
  }
  const known = new Set()
  return terms.filter(({ text }) => !known.has(text) && known.add(text)).slice(0, 12)
}

/* ---- Text as a reader sees it ---- */

/* A page's words before and after the first find, in letters. */
const EXCERPT = 220

/* Without what written_text.py put in. */
export const read = (content) => content.replace(/''/g, "’").replace(/` `~[^~]*~/g, "").replace(/` `/g, "")

/* What parts the pieces of a Persian word, and many leave out. */
const JOINED = "\u200c"

/* `text` folded letter by letter, so that offsets lead back; pieces of a word as one. */
const spread = (text) => {
  const joints = jointsIn(text)
  const letters = []
  const offsets = []
  let at = 0
  for (const letter of text) {
    for (const one of letter === JOINED || joints.has(at) ? "" : fold(letter)) {
      letters.push(one)
      for (let unit = 0; unit < one.length; unit++) offsets.push(at)
    }
    at += letter.length
  }
  offsets.push(at)
  return { folded: letters.join(""), offsets, joints }
}

/* `text` in pieces: [words, whether they were asked for]. */
export const marked = (text, terms) => {
  const { folded, offsets, joints } = spread(text)
  const spans = []
  const parts = (at) => text[at] === JOINED || joints.has(at)
  for (const { text: asked, signs } of terms) {
    const letter = /[\p{L}\p{N}]/u
    for (let at = folded.indexOf(asked); at >= 0; at = folded.indexOf(asked, at + asked.length)) {
      /* A word is marked where it begins, behind an article too. */
      const before = folded.slice(Math.max(0, at - 3), at).match(/[\u0621-\u064a]*$/)[0]
      const pieceAt = (place) => parts(offsets[place] - 1) && (asked.length > 1 || !joints.has(offsets[place] - 1))
      const begins = signs || pieceAt(at) || !letter.test(folded[at - 1] || "") || ARTICLE.test(before + "ببب")
      const whole = signs || asked.length >= SHORTEST_START || pieceAt(at + asked.length) || !letter.test(folded[at + asked.length] || "")
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
export const excerpt = (text, terms) => {
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
