import { z } from 'zod'

const MAX_OUTPUT_TOKENS = 128_000
const TOOL_NAME = /^[a-zA-Z0-9_-]{1,128}$/
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

const filledText = z
  .string()
  .refine((text) => text.trim() !== '', 'text content must contain non-whitespace text')

const cacheControl = z
  .strictObject({ type: z.literal('ephemeral'), ttl: z.enum(['5m', '1h']).optional() })
  .nullish()

const textBlock = z.strictObject({
  type: z.literal('text'),
  text: filledText,
  cache_control: cacheControl,
  citations: z.unknown().optional(),
})

const imageBlock = z.strictObject({
  type: z.literal('image'),
  cache_control: cacheControl,
  source: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('base64'),
      media_type: z.enum(['image/jpeg', 'image/png', 'image/gif', 'image/webp']),
      data: z.string().regex(BASE64),
    }),
    z.strictObject({ type: z.literal('url'), url: z.url() }),
  ]),
})

const documentBlock = z.looseObject({
  type: z.literal('document'),
  source: z.looseObject({ type: z.enum(['base64', 'text', 'content', 'url', 'file']) }),
  cache_control: cacheControl,
})

const toolUseBlock = z.strictObject({
  type: z.literal('tool_use'),
  id: z.string().min(1),
  name: z.string().regex(TOOL_NAME),
  input: z.record(z.string(), z.unknown()),
  cache_control: cacheControl,
})

const toolResultBlock = z.strictObject({
  type: z.literal('tool_result'),
  tool_use_id: z.string().min(1),
  content: z
    .union([z.string(), z.array(z.discriminatedUnion('type', [textBlock, imageBlock]))])
    .optional(),
  is_error: z.boolean().optional(),
  cache_control: cacheControl,
})

const thinkingBlock = z.strictObject({
  type: z.literal('thinking'),
  thinking: z.string(),
  signature: z.string().min(1),
})

const block = z.discriminatedUnion('type', [
  textBlock,
  imageBlock,
  documentBlock,
  toolUseBlock,
  toolResultBlock,
  thinkingBlock,
])

const message = z.strictObject({
  role: z.enum(['user', 'assistant', 'system']),
  content: z.union([filledText, z.array(block).min(1)]),
})

const tool = z.looseObject({
  name: z.string().regex(TOOL_NAME),
  description: z.string().optional(),
  input_schema: z.looseObject({ type: z.literal('object') }),
  cache_control: cacheControl,
})

const thinking = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('adaptive') }),
  z.looseObject({ type: z.literal('enabled'), budget_tokens: z.int().min(1024) }),
  z.looseObject({ type: z.literal('disabled') }),
  z.looseObject({ type: z.literal('between_tools') }),
])

const outputConfig = z.strictObject({
  effort: z.enum(['low', 'medium', 'high', 'xhigh', 'max']).nullish(),
  format: z
    .strictObject({
      type: z.literal('json_schema'),
      schema: z.record(z.string(), z.unknown()),
    })
    .nullish(),
})

/** The body of `POST /v1/messages`; a field it does not name is refused, as the vendor does. */
export const requestShape = z.strictObject({
  model: z.string().min(1),
  max_tokens: z.int().min(1).max(MAX_OUTPUT_TOKENS),
  messages: z.array(message).min(1),
  system: z.union([z.string(), z.array(textBlock)]).optional(),
  tools: z.array(tool).optional(),
  tool_choice: z
    .strictObject({
      type: z.enum(['auto', 'any', 'tool', 'none']),
      name: z.string().optional(),
      disable_parallel_tool_use: z.boolean().optional(),
    })
    .optional(),
  output_config: outputConfig.optional(),
  thinking: thinking.optional(),
  stop_sequences: z.array(z.string().min(1)).optional(),
  stream: z.boolean().optional(),
  metadata: z.strictObject({ user_id: z.string().max(256).nullish() }).optional(),
  service_tier: z.enum(['auto', 'standard_only']).optional(),
  cache_control: cacheControl,
  inference_geo: z.string().nullish(),
  container: z.unknown().optional(),
  temperature: z.number().min(0).max(1).optional(),
  top_p: z.number().min(0).max(1).optional(),
  top_k: z.int().min(0).optional(),
})

/** The body of `POST /v1/messages/count_tokens`: the same without what only an answer needs. */
export const countShape = requestShape.omit({ max_tokens: true, stream: true })

export type MessagesRequest = z.infer<typeof requestShape>
export type CountRequest = z.infer<typeof countShape>
export type RequestMessage = z.infer<typeof message>
export type RequestBlock = z.infer<typeof block>
