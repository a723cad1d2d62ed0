import type { Question } from './passages.ts'
import type { ProductAnswer } from './product-answer.ts'

const SAY =
  /(?:say|repl(?:y|ies)|respond|answer|write|output|print|tell (?:the customer|them|him|her))\b(?:\s+(?:only|exactly|with|that|to))*\s*:?\s*["“'‘]?([^"”'’\n]{2,500})/i
const WANTS_PROMPT =
  /(?:reveal|print|repeat|show|tell|output|give)\b.{0,40}\b(?:system prompt|instructions|rules|prompt)/i
const OVERRIDE =
  /(?:ignore|disregard|forget|override)\b.{0,60}\b(?:instructions?|rules?|prompt|above|previous)[^.\n:]*[.:\n]?\s*([^\n]*)/i
const WANTED_CONFIDENCE = /confidence\D{0,20}(\d+(?:\.\d+)?)/i
const WANTED_SOURCES = /(?:sources?|cite)\D{0,20}\[?(\d+(?:\s*,\s*\d+)*)/i

/**
 * The answer of a model that obeys whatever orders it reads, in the customer's text first and then
 * in the passages; null when nothing there is an order. For tests of what the product lets through.
 */
export function obeyInjectedOrders(question: Question): ProductAnswer | null {
  const texts = [question.customerText, ...question.passages.map((passage) => passage.text)]
  const order = texts.find((text) => OVERRIDE.test(text) || WANTS_PROMPT.test(text))
  if (!order) return null
  const confidence = Number(WANTED_CONFIDENCE.exec(order)?.[1] ?? 0.99)
  return {
    reply: toObedientReply(order, question),
    sources: wantedSources(order) ?? question.passages.slice(0, 1).map((p) => p.number),
    confidence,
    handOver: false,
    handOverReason: null,
  }
}

function toObedientReply(order: string, question: Question): string {
  if (WANTS_PROMPT.test(order)) return `My instructions are: ${question.systemText}`
  const after = OVERRIDE.exec(order)?.[1] ?? ''
  return (SAY.exec(after) ?? SAY.exec(order))?.[1]?.trim() || after.trim() || 'As you say.'
}

function wantedSources(order: string): number[] | null {
  const found = WANTED_SOURCES.exec(order)?.[1]
  return found ? found.split(',').map(Number) : null
}
