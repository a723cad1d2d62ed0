import { answerFromPassages } from './answerer.ts'
import { misbehave } from './content-faults.ts'
import type { ContentFaultMode } from './faults.ts'
import { obeyInjectedOrders } from './gullible.ts'
import { readQuestion } from './passages.ts'
import type { Question } from './passages.ts'
import { answerLead, isLeadSchema } from './lead-answer.ts'
import { isProductSchema } from './product-answer.ts'
import type { ProductAnswer } from './product-answer.ts'
import type { MessagesRequest } from './request-shape.ts'
import { sampleFromSchema } from './schema-sample.ts'
import { answerTranslation, isTranslationSchema } from './translation-answer.ts'
import { answerFromTools, callsFor } from './tool-calls.ts'
import type { AnswerBlock, Asked, ScriptReply, StopReason } from './script.ts'

export type Answer = { content: AnswerBlock[]; stopReason: StopReason }

export type AnswerOptions = {
  scripted: ScriptReply | null
  fault: ContentFaultMode | null
  isGullible: boolean
}

/** What scripts are matched against. */
export function toAsked(request: MessagesRequest): Asked {
  return {
    question: readQuestion(request),
    tools: (request.tools ?? []).map((tool) => tool.name),
    hasFormat: Boolean(request.output_config?.format),
  }
}

/** The whole content of an answer: fault before script before the fake's own behaviour. */
export function composeAnswer(request: MessagesRequest, options: AnswerOptions): Answer {
  const question = readQuestion(request)
  const productAnswer = answerProduct(question, options)
  const usualText = toUsualText(request, question, productAnswer)
  const usual = fromScript(withinChoice(request, question, options.scripted), usualText)
  if (!options.fault) return usual
  return misbehave(options.fault, {
    usual,
    usualText,
    productAnswer,
    isProductFormat: asksForProductAnswer(request),
    systemText: question.systemText,
    tools: (request.tools ?? []).map(({ name, input_schema }) => ({
      name,
      sample: sampleFromSchema(input_schema, question.customerText) as Record<string, unknown>,
    })),
  })
}

function answerProduct(question: Question, options: AnswerOptions): ProductAnswer {
  const obedient = options.isGullible ? obeyInjectedOrders(question) : null
  const usual = obedient ?? answerFromTools(question) ?? answerFromPassages(question)
  return { ...usual, ...options.scripted?.answer }
}

/** Calls only where the request leaves the choice, and one at a time where it says so. */
function withinChoice(
  { tools = [], tool_choice: choice }: MessagesRequest,
  question: Question,
  scripted: ScriptReply | null,
): ScriptReply | null {
  const names = tools.map(({ name }) => name)
  const own = scripted ? undefined : callsFor(question, names)
  const wanted = own && own.length > 0 ? own : scripted?.toolUse
  if (!wanted) return scripted
  const isRefused = choice?.type === 'none'
  const toolUse = isRefused
    ? undefined
    : choice?.disable_parallel_tool_use
      ? wanted.slice(0, 1)
      : wanted
  return { ...scripted, toolUse }
}

function fromScript(reply: ScriptReply | null, usualText: string): Answer {
  const stopReason = reply?.stopReason ?? (reply?.toolUse ? 'tool_use' : 'end_turn')
  if (reply?.blocks) return { content: reply.blocks, stopReason }
  if (reply?.toolUse) {
    return { content: reply.toolUse.map((call) => ({ type: 'tool_use', ...call })), stopReason }
  }
  const json = reply?.json === undefined ? undefined : JSON.stringify(reply.json)
  return { content: [{ type: 'text', text: reply?.text ?? json ?? usualText }], stopReason }
}

function toUsualText(
  request: MessagesRequest,
  question: Question,
  productAnswer: ProductAnswer,
): string {
  const schema = request.output_config?.format?.schema
  if (!schema) return `echo: ${question.customerText}`
  if (isProductSchema(schema)) return JSON.stringify(productAnswer)
  if (isLeadSchema(schema)) return JSON.stringify(answerLead(question))
  if (isTranslationSchema(schema))
    return JSON.stringify(answerTranslation(question.systemText, question.customerText))
  return JSON.stringify(sampleFromSchema(schema, question.customerText))
}

function asksForProductAnswer(request: MessagesRequest): boolean {
  const schema = request.output_config?.format?.schema
  return schema !== undefined && isProductSchema(schema)
}
