import type { Passage } from './passages.ts'
import { asksForStock, looksSwahili, toContentWords } from './words.ts'

const MAX_REPLY_CHARACTERS = 600
const MAX_SENTENCES = 2
const MAX_NAME_WORDS = 10
const AMOUNT = String.raw`\d{1,3}(?:[, ]\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?`
const CURRENCY = String.raw`(?:[A-Z]{3}|KSh|Ksh|TSh|USh|US\$|[$€£¥])`
const PRICE = new RegExp(String.raw`${CURRENCY}\.?\s?(?:${AMOUNT})|(?:${AMOUNT})\s?${CURRENCY}\b`)
const STOCK =
  /(?:in stock|stock|quantity|available) *[:=]? *(\d+)|(?<![\d.,])(\d+) +(?:in stock|available|left)/i
const OUT_OF_STOCK = /out of stock|sold out|stock\s*[:=]\s*(0\b|none)/i
const LABEL = /^[[(<]?\b(?:product|item|name|title|bidhaa|faq|document)\b[\])>]?\s*[:=|·—–-]*\s*/i
const PRODUCT_LABEL = /^[[(<]?(product|bidhaa)\b/i
const PRICE_LABEL = /\b(price|bei)\b[^\p{L}\p{N}]*$/iu
/** Punctuation, and perhaps a number in brackets, such as a SKU. */
const NOTHING_SAID = /^[^\p{L}\p{N}]*([([][^)\]]*[)\]])?[^\p{L}\p{N}]*$/u
const NAME_END = /\s+[—–|·-]\s+|\s*[:(;|\n]|\.\s|,\s/

/** A short reply said from the cited passages alone, in the customer's language where it can be. */
export function composeReply(customerText: string, cited: Passage[]): string {
  const parts = cited.map(
    (passage) => sayProduct(customerText, passage.text) ?? sayText(customerText, passage.text),
  )
  return [...new Set(parts)].join(' ').slice(0, MAX_REPLY_CHARACTERS)
}

/** Name and price, and the stock when it was asked for; null when the passage is no product. */
function sayProduct(customerText: string, passage: string): string | null {
  const price = PRICE.exec(passage)?.[0].trim()
  const name = price ? findName(passage, price) : null
  if (!price || !name) return null
  const swahili = looksSwahili(customerText)
  const said = swahili ? `${name} ni ${price}.` : `${name} is ${price}.`
  return asksForStock(customerText) ? `${said} ${sayStock(passage, swahili)}`.trim() : said
}

function sayStock(passage: string, swahili: boolean): string {
  if (OUT_OF_STOCK.test(passage)) {
    return swahili ? 'Kwa sasa haipatikani.' : 'It is out of stock right now.'
  }
  const found = STOCK.exec(passage)
  const count = found?.[1] ?? found?.[2]
  if (!count) return ''
  return swahili ? `Zipo ${count}.` : `We have ${count} in stock.`
}

/** The words before the first separator; null when the passage is no product's. */
function findName(passage: string, price: string): string | null {
  let head = passage
  while (LABEL.test(head)) head = head.replace(LABEL, '')
  const beforePrice = head.split(price)[0]!
  const start = beforePrice.split(NAME_END)[0]!
  const name = start.replace(/["“”]/g, '').trim()
  const between = beforePrice.slice(start.length)
  const isNamed = name !== '' && name.split(/\s+/).length <= MAX_NAME_WORDS
  const isProduct =
    PRODUCT_LABEL.test(passage) || PRICE_LABEL.test(between) || NOTHING_SAID.test(between)
  return isNamed && isProduct ? name : null
}

/** An FAQ's answer, or the sentences that share most words with the question. */
function sayText(customerText: string, passage: string): string {
  const body = withoutTitle(passage)
  const asked = new Set(toContentWords(customerText))
  const sentences = body.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => sentence.trim())
  const scored = sentences.map((sentence, index) => ({
    sentence: sentence.trim(),
    index,
    shared: toContentWords(sentence).filter((word) => asked.has(word)).length,
  }))
  const best = scored.sort((a, b) => b.shared - a.shared || a.index - b.index)
  const picked = best.slice(0, MAX_SENTENCES).sort((a, b) => a.index - b.index)
  return picked.map((part) => part.sentence).join(' ')
}

/** Drops the title or question that a passage begins with; what was asked need not be said again. */
function withoutTitle(passage: string): string {
  const answer = /(?:^|\s)(?:A|Answer|Jibu)\s*:\s*([\s\S]+)$/.exec(passage)?.[1]
  if (answer) return answer.trim()
  const untitled = passage.replace(/^[^\n.!?]{1,200}(?:\.\w{2,4})?\??\s+—\s+(?=\S)/, '')
  return untitled.replace(/^[^\n?]{3,200}\?\s+(?=\S)/, '').trim()
}
