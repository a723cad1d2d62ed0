import type { UsedPassage } from '#app/domain/answers/record.server.ts'
import { translator } from '#app/i18n/catalogue.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { findSmallTalk, toQuestions } from './intent.ts'
import { quotePassage } from './passage-text.ts'
import { describeProduct } from './product-text.server.ts'
import type { OfferedProduct } from './product-text.server.ts'
import { countShared, toIdeas, union, without } from './words.ts'

/** Products named together when several fit a question equally well. */
const PRODUCTS_MAX = 3
/** A second product is named when it fits at least this much as well as the first. */
const EQUAL_SHARE = 0.95

export type BuiltinQuestion = {
  /** the customer's newest words */
  text: string
  /** what they wrote before, for questions like "and the blue one?" */
  before: string
  language: Language
  companyName: string
  passages: UsedPassage[]
  /** the product as it is now; undefined when it is not sold any more */
  findProduct: (productId: number) => OfferedProduct | undefined
}

/** `confidence` is the share of what was asked that the quoted passages speak of, 0..1. */
export type BuiltinAnswer = { reply: string; cited: number[]; confidence: number }

/**
 * Answers without a model, in the words of the company's own passages: nothing is made up
 * because nothing is composed. Several questions are answered one after the other, and the
 * weakest decides how sure the whole is.
 *
 * @returns undefined when nothing fits
 */
export function answerBuiltin(question: BuiltinQuestion): BuiltinAnswer | undefined {
  const smallTalk = answerSmallTalk(question)
  if (smallTalk) return smallTalk
  const answers = toQuestions(question.text).map((part) => answerPart(part, question))
  const found = answers.filter((answer) => answer !== undefined)
  if (found.length === 0 || found.length < answers.length) return undefined
  return {
    reply: [...new Set(found.map(({ reply }) => reply))].join('\n'),
    cited: [...new Set(found.flatMap(({ cited }) => cited))],
    confidence: Math.min(...found.map(({ confidence }) => confidence)),
  }
}

function answerSmallTalk({ text, language, companyName }: BuiltinQuestion) {
  const kind = findSmallTalk(text)
  if (!kind) return undefined
  const t = translator(language)
  const replies = {
    greeting: t('ai.greeting', { company: companyName }),
    thanks: t('ai.welcome'),
    goodbye: t('ai.goodbye'),
  }
  return { reply: replies[kind], cited: [], confidence: 1 }
}

type Match = { passage: UsedPassage; product: OfferedProduct | undefined; fit: number }

function answerPart(part: string, question: BuiltinQuestion): BuiltinAnswer | undefined {
  const asked = toAsked(part, question.before)
  const matches = rank(asked, question)
  const best = matches[0]
  if (!best) return undefined
  const chosen = best.product
    ? matches.filter(({ product, fit }) => product && fit >= best.fit * EQUAL_SHARE)
    : [best]
  const quoted = chosen.slice(0, PRODUCTS_MAX)
  return {
    reply: quoted.map((match) => say(match, asked, question.language)).join('\n'),
    cited: quoted.map(({ passage }) => passage.number),
    confidence: best.fit,
  }
}

/** A question that names nothing itself ("how much is it?") is about what came before. */
function toAsked(part: string, before: string): Set<string> {
  const own = toIdeas(part)
  const named = without(own, PRODUCT_FACTS)
  return named.size > 0 ? own : union(own, toIdeas(before))
}

/** What a product row answers by itself, whatever its passage says. */
const PRODUCT_FACTS = new Set(['price', 'stock'])

function rank(asked: Set<string>, { passages, findProduct }: BuiltinQuestion): Match[] {
  if (asked.size === 0) return []
  return passages
    .map((passage) => {
      const product = passage.sourceKind === 'product' ? findProduct(passage.sourceId) : undefined
      const held = toIdeas(`${passage.title} ${passage.text}`)
      const known = product ? union(held, PRODUCT_FACTS) : held
      const named = countShared(without(asked, PRODUCT_FACTS), held)
      return { passage, product, named, fit: countShared(asked, known) / asked.size }
    })
    .filter(({ passage, product }) => passage.sourceKind !== 'product' || product !== undefined)
    .filter(({ fit, named }) => fit > 0 && named > 0)
    .sort((a, b) => b.fit - a.fit || b.passage.score - a.passage.score)
}

function say({ passage, product }: Match, asked: Set<string>, language: Language): string {
  return product ? describeProduct(product, language, asked) : quotePassage(passage, asked)
}
