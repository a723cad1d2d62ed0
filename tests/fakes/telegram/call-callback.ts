import { done, refused } from './answers.ts'
import type { Answer } from './answers.ts'
import type { Call } from './methods.ts'
import { textOf } from './params.ts'

const TEXT_MAX = 200
/** After this the person's client has stopped waiting. */
const ANSWER_LIFE_MS = 150_000
const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid'

/** answerCallbackQuery */
export function answerCallback({ world, bot, params }: Call): Answer {
  const query = bot.callbacks.get(textOf(params.callback_query_id))
  if (!query || world.clock.now() - query.at > ANSWER_LIFE_MS) return refused(400, TOO_OLD)
  if (textOf(params.text).length > TEXT_MAX) return refused(400, 'MESSAGE_TOO_LONG')
  query.answer = params
  return done(true)
}
