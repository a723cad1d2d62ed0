import type { Product } from './start-product.ts'

/** The demo companies' numbers, as the vendor knows them. */
export const SAVANNA = '106500000000001'
export const TEMBO = '106500000000002'
export const JUA = '106500000000003'

export type Sent = { to: string; id: string; type: string; body: Record<string, unknown> }

/** A customer's WhatsApp message, signed and delivered by the stand-in. */
export async function writeAsCustomer(
  product: Product,
  phoneNumberId: string,
  message: { from: string; name: string; text: string; timestamp?: number },
): Promise<void> {
  await control(product, `numbers/${phoneNumberId}/inbound`, { type: 'text', ...message })
}

/** What the stand-in was asked to send to a customer, oldest first. */
export async function sentTo(product: Product, phoneNumberId: string, to: string): Promise<Sent[]> {
  const address = `${product.whatsApp}/_control/numbers/${phoneNumberId}/sent?to=${to}`
  const { sent } = (await (await fetch(address)).json()) as { sent: Sent[] }
  return sent
}

/** The plain texts among what was sent to a customer. */
export async function textsTo(product: Product, phoneNumberId: string, to: string) {
  const sent = await sentTo(product, phoneNumberId, to)
  return sent.flatMap((one) => {
    const text = (one.body['text'] as { body?: string } | undefined)?.body
    return text === undefined ? [] : [text]
  })
}

/** Tells the stand-in how to behave: see `controlRoutes` in tests/fakes/whatsapp/control.ts. */
export async function control(
  product: Product,
  path: string,
  body: unknown,
  method: 'POST' | 'PUT' = 'POST',
): Promise<void> {
  const response = await fetch(`${product.whatsApp}/_control/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`The stand-in refused: ${await response.text()}`)
}
