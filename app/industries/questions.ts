import { guideOf } from './guides.ts'

const QUESTIONS = 10

/** Asked of everybody, in the languages in which they are asked. */
const GENERAL = [
  'Where are you located?',
  'When are you open on Saturday?',
  'How can I pay?',
  'Can I speak to a person?',
  'Mko wapi?',
  'Do you give a discount?',
]

/** Ten questions that customers of a trade typically ask, without doubles. */
export function standardQuestions(industry: string): string[] {
  const { questions, faqs } = guideOf(industry)
  const asked = [...questions, ...faqs.map(({ question }) => question), ...GENERAL]
  return [...new Set(asked)].slice(0, QUESTIONS)
}
