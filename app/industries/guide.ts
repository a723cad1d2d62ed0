import type { IndustrySlug } from './industry.ts'

/** What customers of a trade say against buying, and how the assistant meets it. */
export type Objection = { said: string; answer: string }

/** A frequent question with an answer that a company makes its own. */
export type StarterFaq = { question: string; answer: string }

/** Something a company of the trade may sell; the price is in whole Kenya shillings. */
export type StarterProduct = { name: string; priceKes: number; description: string }

/** What a company of a trade starts from before it has written anything itself. */
export type Guide = {
  objections: readonly Objection[]
  /** ways to bring a conversation to a decision, each addressed to the assistant */
  closings: readonly string[]
  faqs: readonly StarterFaq[]
  products: readonly StarterProduct[]
  /** what customers typically write first */
  questions: readonly string[]
}

export type Guides = Record<IndustrySlug, Guide>

export const objection = (said: string, answer: string): Objection => ({ said, answer })
export const faq = (question: string, answer: string): StarterFaq => ({ question, answer })
export const product = (name: string, priceKes: number, description: string): StarterProduct => ({
  name,
  priceKes,
  description,
})
