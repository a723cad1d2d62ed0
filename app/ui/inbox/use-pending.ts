import { useEffect } from 'react'
import { outbox } from './outbox.ts'
import type { Outgoing } from './outbox.ts'
import type { ThreadData } from './page-data.ts'
import { useOutbox } from './use-outbox.ts'

/** Messages of this conversation that are on their way, until the thread itself shows them. */
export function usePending(data: ThreadData): Outgoing[] {
  const { all } = useOutbox()
  const { id } = data.head
  const isShown = (message: Outgoing) =>
    message.messageId !== undefined &&
    data.items.some((item) => item.kind === 'message' && item.id === message.messageId)
  const arrived = all.filter((message) => message.conversationId === id && isShown(message))
  const arrivedKeys = arrived.map((message) => message.key).join()
  useEffect(() => {
    for (const key of arrivedKeys.split(',')) if (key) outbox.remove(key)
  }, [arrivedKeys])
  return all.filter((message) => message.conversationId === id && !arrived.includes(message))
}
