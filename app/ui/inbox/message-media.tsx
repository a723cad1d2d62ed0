import { CircleSlash, Clock, FileText } from 'lucide-react'
import type { ThreadMessage } from '#app/domain/conversations/shown.ts'
import { useFormat, useT } from '../i18n-provider.tsx'
import { AudioItem } from './audio-item.tsx'

type Media = ThreadMessage['media'][number]

/** The files of a message: pictures seen, sound and video played, the rest opened. */
export function MessageMedia({ media, from }: { media: Media[]; from: string }) {
  return (
    <div className="flex flex-col gap-1.5">
      {media.map((item, index) => (
        <Item key={item.fileId ?? index} item={item} from={from} />
      ))}
    </div>
  )
}

function Item({ item, from }: { item: Media; from: string }) {
  const t = useT()
  const { fileId, kind, mimeType } = item
  if (item.state !== 'stored' || fileId === null) return <Missing state={item.state} />
  const src = `/files/${fileId}`
  if (kind === 'image' || kind === 'sticker')
    return (
      <a href={src} target="_blank" rel="noreferrer" className="block">
        <img
          src={src}
          alt={t('inbox.photoFrom', { name: from })}
          loading="lazy"
          className={
            kind === 'sticker'
              ? 'size-32 object-contain'
              : 'h-56 max-w-full rounded-md bg-sunken object-cover'
          }
        />
      </a>
    )
  if (kind === 'video')
    return (
      // eslint-disable-next-line jsx-a11y/media-has-caption -- customers' videos come without captions
      <video controls preload="metadata" className="h-56 max-w-full rounded-md bg-sunken">
        <source src={src} type={mimeType ?? undefined} />
      </video>
    )
  if (kind === 'audio') return <AudioItem {...{ item, src, from }} />
  return <Document item={item} src={src} />
}

function Document({ item, src }: { item: Media; src: string }) {
  const t = useT()
  const { bytes } = useFormat()
  const name = item.fileName ?? t('inbox.unnamedFile')
  return (
    <a
      href={src}
      target="_blank"
      rel="noreferrer"
      className="flex items-center gap-3 rounded-md border bg-surface px-3 py-2 text-ink hover:bg-hover"
    >
      <FileText className="size-5 shrink-0 text-faint" aria-hidden />
      <span className="min-w-0">
        <span className="block truncate font-medium">
          <span className="sr-only">{t('inbox.openFile', { name: '' })}</span>
          {name}
        </span>
        {item.byteSize !== null && (
          <span className="text-small text-faint">{bytes(item.byteSize)}</span>
        )}
      </span>
    </a>
  )
}

const missing = {
  pending: 'inbox.mediaPending',
  stored: 'inbox.mediaFailed',
  failed: 'inbox.mediaFailed',
  refused: 'inbox.mediaRefused',
} as const

function Missing({ state }: { state: Media['state'] }) {
  const t = useT()
  const Icon = state === 'pending' ? Clock : CircleSlash
  return (
    <p className="flex items-center gap-2 rounded-md border border-dashed px-3 py-2 text-soft">
      <Icon className="size-4 shrink-0" aria-hidden />
      {t(missing[state])}
    </p>
  )
}
