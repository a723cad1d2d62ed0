/** A message as far as it decides who may still change it. `at`: UTC ms. */
export type ChangeableMessage = {
  direction: 'inbound' | 'outbound'
  authorKind: string
  authorMemberId: number | null
  deletedAt: number | null
  removalRequestedAt: number | null
  status: string
  at: number
}

/**
 * Whether a message may still be changed or deleted: it has left and is not too old, and it is
 * one's own or the assistant's, or anybody's for who sees every conversation.
 *
 * @param maxMs how long the channel allows it; null: never
 */
export function mayChange(
  who: { id: number; seesAll: boolean },
  message: ChangeableMessage,
  maxMs: number | null,
): boolean {
  if (maxMs === null || message.direction !== 'outbound') return false
  if (message.deletedAt !== null || message.removalRequestedAt !== null) return false
  const isOwn = message.authorMemberId === who.id || message.authorKind === 'ai'
  const isOut = ['sent', 'delivered', 'read'].includes(message.status)
  return isOut && Date.now() - message.at < maxMs && (isOwn || who.seesAll)
}
