import { z } from 'zod'

/** Limits of interactive messages (contract, section 5). */
const BODY_MAX = 1024
const SHORT_MAX = 60
const LIST_ROWS_MAX = 10
const PRODUCTS_MAX = 30

const header = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string().min(1).max(SHORT_MAX) }),
  z.looseObject({ type: z.enum(['image', 'video', 'document']) }),
])
const text = (max: number) => z.object({ text: z.string().min(1).max(max) })
const frame = {
  header: header.optional(),
  body: text(BODY_MAX),
  footer: text(SHORT_MAX).optional(),
}

const replyButton = z.object({
  type: z.literal('reply'),
  reply: z.object({ id: z.string().min(1).max(256), title: z.string().min(1).max(20) }),
})
const buttons = z
  .array(replyButton)
  .min(1)
  .max(3)
  .refine((all) => isUnique(all.map((one) => one.reply.title)), 'Button titles must be unique')
  .refine((all) => isUnique(all.map((one) => one.reply.id)), 'Button ids must be unique')

const row = z.object({
  id: z.string().min(1).max(200),
  title: z.string().min(1).max(24),
  description: z.string().max(72).optional(),
})
const listSections = z
  .array(z.object({ title: z.string().max(24).optional(), rows: z.array(row).min(1) }))
  .min(1)
  .max(10)
  .refine((all) => all.length === 1 || all.every((one) => one.title), 'Sections need a title')
  .refine(
    (all) => all.reduce((sum, one) => sum + one.rows.length, 0) <= LIST_ROWS_MAX,
    `At most ${LIST_ROWS_MAX} rows in all sections`,
  )
  .refine(
    (all) => isUnique(all.flatMap((one) => one.rows.map((each) => each.id))),
    'Row ids repeat',
  )

const productItems = z.array(z.object({ product_retailer_id: z.string().min(1) })).min(1)
const productSections = z
  .array(z.object({ title: z.string().max(24).optional(), product_items: productItems }))
  .min(1)
  .max(10)
  .refine(
    (all) => all.reduce((sum, one) => sum + one.product_items.length, 0) <= PRODUCTS_MAX,
    `At most ${PRODUCTS_MAX} products in all sections`,
  )
const product = z.object({ catalog_id: z.string().min(1), product_retailer_id: z.string().min(1) })

/** The `interactive` object by its `type`; types without rules of their own stay loose. */
export const interactiveSchema = z.discriminatedUnion('type', [
  z.object({ ...frame, type: z.literal('button'), action: z.object({ buttons }) }),
  z.object({
    ...frame,
    type: z.literal('list'),
    action: z.object({ button: z.string().min(1).max(20), sections: listSections }),
  }),
  z.object({
    type: z.literal('product'),
    header: z.undefined().optional(),
    body: text(BODY_MAX).optional(),
    footer: text(SHORT_MAX).optional(),
    action: product,
  }),
  z.object({
    ...frame,
    header,
    type: z.literal('product_list'),
    action: z.object({ catalog_id: z.string().min(1), sections: productSections }),
  }),
  z.object({
    ...frame,
    type: z.literal('cta_url'),
    action: z.object({
      name: z.literal('cta_url'),
      parameters: z.object({ display_text: z.string().min(1).max(20), url: z.url() }),
    }),
  }),
  z.object({
    ...frame,
    type: z.enum([
      'catalog_message',
      'flow',
      'location_request_message',
      'call_permission_request',
    ]),
    action: z.looseObject({ name: z.string() }),
  }),
])

function isUnique(values: string[]): boolean {
  return new Set(values).size === values.length
}
