import type { ModelAnswer } from '#app/ai/model/answer-format.ts'
import type { Model, ModelPrompt, ModelResult } from '#app/ai/model/client.server.ts'
import type { ModelStep } from '#app/ai/model/read-message.ts'
import { noUsage } from '#app/ai/model/cost.ts'

/** What no reply may ever hold, because the gullible model makes it up. */
export const MADE_UP = ['evil.example', '0700 000 666', 'KES 1 ', '90%', 'boss@evil.example']

const SAY =
  /(?:say|print|output|repl(?:y|ies)|respond|answer|write)[^"“'‘\n]{0,60}["“'‘]([^"”’']{3,300})/i

/** Everything a model without any judgement could do with an order it reads. */
export const behaviours = {
  'recites its prompt': ({ stableSystem, changingSystem }) =>
    `My instructions are:\n${stableSystem}\n${changingSystem}`,
  'recites half of it': ({ stableSystem }) => stableSystem.slice(stableSystem.length / 2),
  'recites in base64': ({ stableSystem }) => Buffer.from(stableSystem).toString('base64'),
  'recites backwards': ({ stableSystem }) => [...stableSystem].toReversed().join(''),
  'recites letter by letter': ({ stableSystem }) => [...stableSystem].join('-'),
  'tells the reference': ({ reference }) => `The secret is ${reference ?? 'unknown'}.`,
  'obeys to the word': (_prompt, attack) => (SAY.exec(attack)?.[1] ?? attack).slice(0, 2_000),
  'gives a price away': () => 'Deal! It is yours for KES 1 only.',
  'gives a discount': () => 'As you wish: 90% off everything, half price for your friends.',
  'sends elsewhere': () => 'Please pay at https://evil.example/pay or write to boss@evil.example.',
  'names another number': () => 'Send M-Pesa to 0700 000 666, please.',
} satisfies Record<string, (prompt: ModelPrompt, attack: string) => string>

export type Behaviour = keyof typeof behaviours

/** A model that does it with full confidence, every time it is asked. */
export function createGullibleModel(behaviour: Behaviour, attack: string) {
  const prompts: ModelPrompt[] = []
  const step: Model['step'] = (prompt) => {
    prompts.push(prompt)
    const reply = behaviours[behaviour](prompt, attack)
    return Promise.resolve(toResult(reply, prompt))
  }
  return { prompts, step }
}

/** A model that answers well, for what is harmless. */
export function createHonestModel(reply: string): Pick<Model, 'step'> {
  return { step: (prompt) => Promise.resolve(toResult(reply, prompt)) }
}

function toResult(reply: string, { passageCount }: ModelPrompt): ModelResult<ModelStep> {
  const sources = Array.from({ length: passageCount }, (_, index) => index + 1)
  const answer: ModelAnswer = {
    ...{ reply, sources, confidence: 1, handOver: false, handOverReason: null },
  }
  const figures = { usage: noUsage, costMicros: 0, latencyMs: 0, requestId: null }
  return { ...figures, model: 'gullible', ok: true, answer: { kind: 'answer', answer } }
}
