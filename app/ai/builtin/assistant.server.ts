import type { UsedPassage } from '#app/domain/answers/record.server.ts'
import { translator } from '#app/i18n/catalogue.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { findFact } from './company-facts.server.ts'
import type { CompanyFacts } from './company-facts.server.ts'
import { findSmallTalk, toQuestions } from './intent.ts'
import { quotePassage } from './passage-text.server.ts'
import { describeProduct } from './product-text.server.ts'
import type { OfferedProduct } from './product-text.server.ts'
import { toHeldIdeas, toIdeas, union, without } from './words.server.ts'

/** Products named together when several fit a question equally well. */
const PRODUCTS_MAX = 3
/** A second product is named when it fits at least this much as well as the first. */
const EQUAL_SHARE = 0.95
/** A passage that fits like this is preferred to the company's settings. */
const SURE_FIT = 0.8

export type BuiltinQuestion = {
  /** the customer's newest words */
  text: string
  /** what they wrote before, for questions like "and the blue one?" */
  before: string
  language: Language
  company: CompanyFacts
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

function answerSmallTalk({ text, language, company }: BuiltinQuestion) {
  const kind = findSmallTalk(text)
  if (!kind) return undefined
  const t = translator(language)
  const replies = {
    greeting: t('ai.greeting', { company: company.name }),
    thanks: t('ai.welcome'),
    goodbye: t('ai.goodbye'),
  }
  return { reply: replies[kind], cited: [], confidence: 1 }
}

type Match = { passage: UsedPassage; isProduct: boolean; reply: string; fit: number }

function answerPart(part: string, question: BuiltinQuestion): BuiltinAnswer | undefined {
  const asked = toAsked(part, question.before)
  const matches = asked.size > 0 ? rank(asked, question) : []
  const best = matches[0]
  const fact = findFact(asked, question)
  if (fact && (best?.fit ?? 0) < SURE_FIT) return { reply: fact, cited: [], confidence: 1 }
  if (!best) return undefined
  const chosen = best.isProduct
    ? matches.filter(({ isProduct, fit }) => isProduct && fit >= best.fit * EQUAL_SHARE)
    : [best]
  const quoted = chosen.slice(0, PRODUCTS_MAX)
  return {
    reply: quoted.map(({ reply }) => reply).join('\n'),
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

function rank(asked: Set<string>, question: BuiltinQuestion): Match[] {
  const candidates = question.passages.flatMap(
    (passage) => toCandidate(passage, asked, question) ?? [],
  )
  const weightOf = toWeights(candidates.map(({ held }) => held))
  const sum = (ideas: Iterable<string>) =>
    [...ideas].reduce((total, idea) => total + weightOf(idea), 0)
  const named = [...without(asked, PRODUCT_FACTS)]
  const wantsFacts = named.length < asked.size
  return (
    candidates
      // Who asks for a price gets one, or a person.
      .filter(({ held }) => !asked.has('price') || held.has('price'))
      .filter(({ held }) => named.some((idea) => held.has(idea)))
      .map(({ held, ...match }) => {
        const shared = [...asked].filter((idea) => held.has(idea))
        return { ...match, fit: sum(shared) / sum(asked) }
      })
      .sort(
        (a, b) =>
          b.fit - a.fit ||
          (wantsFacts ? Number(b.isProduct) - Number(a.isProduct) : 0) ||
          b.passage.score - a.passage.score,
      )
  )
}

/** A document counts for what would be quoted of it; a product no longer sold is nothing. */
function toCandidate(passage: UsedPassage, asked: Set<string>, question: BuiltinQuestion) {
  const { findProduct, language } = question
  if (passage.sourceKind !== 'product') {
    const reply = quotePassage(passage, asked)
    return { passage, isProduct: false, reply, held: toHeldIdeas(`${passage.title} ${reply}`) }
  }
  const product = findProduct(passage.sourceId)
  if (!product) return undefined
  const ideas = toHeldIdeas(`${passage.title} ${passage.text}`)
  const reply = describeProduct(product, language, asked)
  return { passage, isProduct: true, reply, held: union(ideas, PRODUCT_FACTS) }
}

/** What few passages speak of says more about a question than what all of them do. */
function toWeights(held: Set<string>[]): (idea: string) => number {
  return (idea) => {
    const holders = held.filter((ideas) => ideas.has(idea)).length
    return Math.log(1 + held.length / Math.max(1, holders))
  }
}
