import type { SimulatedAct, SimulatedActKind } from '#app/channels/simulation.ts'
import type { CustomerMessage } from '#app/domain/conversations/customer-view.ts'

const TEXT_CHARS_MAX = 4096
const IMAGE_TYPES = ['image/jpeg', 'image/png']

/**
 * What the person at the simulator asked for. Edits, reactions and reads are about the newest
 * message that they can be about, as on a phone.
 *
 * @returns undefined when there is nothing to do it with
 */
export async function readAct(
  form: FormData,
  screen: CustomerMessage[],
): Promise<SimulatedAct | undefined> {
  const kind = fieldOf(form, 'kind') as SimulatedActKind
  const text = fieldOf(form, 'text').slice(0, TEXT_CHARS_MAX)
  const own = screen.findLast((one) => !one.isOurs && !one.isDeleted)?.providerId
  const ours = screen.filter((one) => one.isOurs && one.providerId !== null)
  const answer = ours.at(-1)?.providerId
  switch (kind) {
    case 'text':
      return text ? { kind, text } : undefined
    case 'image':
      return readImage(form, text)
    case 'button':
      return text ? { kind, title: text.slice(0, 20), targetId: answer ?? undefined } : undefined
    case 'reaction':
      return answer ? { kind, emoji: '👍', targetId: answer } : undefined
    case 'edit':
      return own && text ? { kind, text, targetId: own } : undefined
    case 'delete':
      return own ? { kind, targetId: own } : undefined
    case 'read': {
      const targetIds = ours.flatMap((one) =>
        one.providerId && ['sent', 'delivered'].includes(one.status) ? [one.providerId] : [],
      )
      return targetIds.length > 0 ? { kind, targetIds } : undefined
    }
    case 'location':
    case 'contact':
    case 'block':
    case 'unblock':
      return { kind }
    default:
      return undefined
  }
}

async function readImage(form: FormData, text: string): Promise<SimulatedAct | undefined> {
  const file = form.get('file')
  if (!(file instanceof File) || !IMAGE_TYPES.includes(file.type)) return undefined
  const bytes = Buffer.from(await file.arrayBuffer())
  if (bytes.length === 0) return undefined
  return { kind: 'image', text, file: { name: file.name, mimeType: file.type, bytes } }
}

function fieldOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
