import { Check, CheckCheck, CircleAlert, Clock } from 'lucide-react'
import type { ThreadMessage } from '#app/domain/conversations/shown.ts'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'

const looks = {
  received: undefined,
  queued: Clock,
  sending: Clock,
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  failed: CircleAlert,
  unconfirmed: CircleAlert,
}

/** How far a message of ours has come: a sign, and the word on hover and for the ear. */
export function DeliveryMark(props: { status: ThreadMessage['status']; isPlayed?: boolean }) {
  const { status, isPlayed } = props
  const t = useT()
  const Icon = looks[status]
  if (!Icon) return null
  const word = isPlayed ? t('inbox.status.played') : t(`inbox.status.${status}`)
  const isTrouble = status === 'failed' || status === 'unconfirmed'
  return (
    <span title={word} className="inline-flex">
      <Icon
        className={classes(
          'size-3.5',
          isTrouble ? 'text-bad' : status === 'read' ? 'text-accent' : 'text-faint',
        )}
        aria-hidden
      />
      <span className="sr-only">{word}</span>
    </span>
  )
}
