import type { ThreadMessage } from '#app/domain/conversations/shown.ts'
import { useT } from '../i18n-provider.tsx'

/** What the pages say of themselves that a message links to. Words only: nothing is markup. */
export function LinkCards({ links }: { links: ThreadMessage['links'] }) {
  const t = useT()
  return links.map(({ url, title, description, siteName, imageFileId }) => (
    <a
      key={url}
      href={url}
      target="_blank"
      rel="noreferrer noopener nofollow"
      data-link-preview
      className="flex max-w-md overflow-hidden rounded-md border bg-surface text-ink hover:bg-hover"
    >
      <span className="flex min-w-0 flex-1 flex-col justify-center gap-0.5 px-3 py-2">
        <span className="truncate text-small text-faint">
          <span className="sr-only">{t('media.linkPreview')}: </span>
          {siteName ? `${siteName} · ${hostOf(url)}` : hostOf(url)}
        </span>
        <span className="line-clamp-2 font-medium">{title}</span>
        {description && (
          <span className="line-clamp-2 text-small wrap-anywhere text-soft">{description}</span>
        )}
      </span>
      {imageFileId !== null && (
        <img
          src={`/files/${imageFileId}`}
          alt=""
          loading="lazy"
          className="min-h-24 w-28 shrink-0 self-stretch border-l bg-sunken object-cover"
        />
      )}
    </a>
  ))
}

/** A page may call itself what it likes; who answers there stands in its address. */
function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '')
}
