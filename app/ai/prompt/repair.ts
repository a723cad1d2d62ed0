import type { ModelPrompt } from '#app/ai/model/client.server.ts'
import { toOneLine } from './text.ts'

const CLAIM_CHARACTERS_MAX = 80
const CLAIMS_MAX = 10

/** The same question once more, with what the first reply may not say. */
export function toRepairPrompt(prompt: ModelPrompt, claims: { text: string }[]): ModelPrompt {
  const names = claims
    .slice(0, CLAIMS_MAX)
    .map(({ text }) => `“${toOneLine(text, CLAIM_CHARACTERS_MAX)}”`)
  const order = [
    `A reply you wrote to this was not sent: it names ${names.join(', ')}, which stands in no passage and in no company fact.`,
    'Write it again with nothing but what stands there. When that leaves no answer, say so in one sentence and set a confidence below 0.3.',
  ]
  return { ...prompt, changingSystem: `${prompt.changingSystem}\n\n${order.join(' ')}` }
}
