import { z } from 'zod'

/** The one structured answer that the product asks a model for. */
export const productAnswer = z.object({
  reply: z.string(),
  sources: z.array(z.int()),
  confidence: z.number(),
  handOver: z.boolean(),
  handOverReason: z.string().nullable(),
})

export type ProductAnswer = z.infer<typeof productAnswer>

/** True when a format's schema has exactly the product's five fields. */
export function isProductSchema(schema: Record<string, unknown>): boolean {
  const properties = Object.keys((schema.properties as object | undefined) ?? {}).sort()
  return properties.join() === Object.keys(productAnswer.shape).sort().join()
}
