import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { CustomerMessage } from '#app/domain/conversations/customer-view.ts'
import { classes } from '../classes.ts'
import { useFormat, useT } from '../i18n-provider.tsx'
import { DeliveryMark } from '../inbox/delivery-mark.tsx'

/** The conversation as the customer's phone shows it, with the true state of each answer. */
export function PhoneScreen({ screen, name }: { screen: CustomerMessage[]; name: string }) {
  const t = useT()
  const end = useRef<HTMLDivElement>(null)
  const newest = screen.at(-1)?.id
  useEffect(() => {
    const box = end.current
    if (box) box.scrollTop = box.scrollHeight
  }, [newest])
  return (
    <div
      ref={end}
      role="region"
      // A scrolling box must be reachable by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={t('simulator.screen', { name })}
      className="flex h-[min(30rem,60dvh)] flex-col overflow-y-auto bg-canvas p-4"
    >
      {screen.length === 0 && (
        <p className="m-auto text-center text-soft">{t('simulator.empty')}</p>
      )}
      <ol aria-live="polite" className="mt-auto flex flex-col gap-2">
        {screen.map((message) => (
          <Bubble key={message.id} message={message} />
        ))}
      </ol>
    </div>
  )
}

function Bubble({ message }: { message: CustomerMessage }) {
  const t = useT()
  const { clock } = useFormat()
  const { isOurs, status, failureReason, reactions } = message
  return (
    <li className={classes('flex max-w-[85%] flex-col', isOurs ? 'self-start' : 'self-end')}>
      <div
        className={classes(
          'rounded-lg px-3 py-2',
          isOurs ? 'border bg-surface' : 'bg-accent-soft text-accent-ink',
        )}
      >
        {isOurs && <p className="text-small font-medium text-faint">{t(authorOf(message))}</p>}
        <Content message={message} />
      </div>
      <p
        className={classes(
          'mt-0.5 flex items-center gap-1.5 px-1 text-small text-faint tabular-nums',
          !isOurs && 'justify-end',
        )}
      >
        {reactions.join(' ')}
        <span>{clock(message.at)}</span>
        {message.isEdited && <span>{t('simulator.edited')}</span>}
        {isOurs ? <DeliveryMark status={status} /> : <Check className="size-3.5" aria-hidden />}
        <span aria-hidden={isOurs}>{t(`inbox.status.${status}`)}</span>
      </p>
      {isOurs && failureReason && <p className="px-1 text-small text-bad">{failureReason}</p>}
    </li>
  )
}

function Content({ message }: { message: CustomerMessage }) {
  const t = useT()
  const { isDeleted, files, text, type } = message
  if (isDeleted) return <p className="italic">{t('simulator.deleted')}</p>
  const isWordless = !text && files.length === 0
  return (
    <>
      {files.map((file, index) => (
        <Attachment key={file.fileId ?? index} file={file} />
      ))}
      {type === 'location' && <p className="text-small">{t('simulator.type.location')}</p>}
      {type === 'contacts' && <p className="text-small">{t('simulator.type.contacts')}</p>}
      {isWordless && type !== 'location' && type !== 'contacts' && (
        <p className="italic">{t('simulator.type.other')}</p>
      )}
      {text && <p className="wrap-anywhere whitespace-pre-wrap">{text}</p>}
    </>
  )
}

function Attachment({ file }: { file: CustomerMessage['files'][number] }) {
  const t = useT()
  const name = file.name ?? t('inbox.unnamedFile')
  if (file.fileId === null) {
    const word = file.state === 'pending' ? 'inbox.mediaPending' : 'inbox.mediaFailed'
    return <p className="italic">{t(word)}</p>
  }
  const src = `/files/${file.fileId}`
  const isPicture = file.kind === 'image' || file.kind === 'sticker'
  return (
    <a href={src} target="_blank" rel="noreferrer" className="block underline">
      {isPicture ? <img src={src} alt={name} className="max-h-48 rounded-md" /> : name}
    </a>
  )
}

function authorOf({ author }: CustomerMessage) {
  if (author === 'ai') return 'simulator.assistant'
  return author === 'member' || author === 'phone' ? 'simulator.staff' : 'simulator.company'
}
