import { Form } from '@remix-run/react'
import { Badge } from '../badge.tsx'
import { Button } from '../button.tsx'
import { Card } from '../card.tsx'
import { useT } from '../i18n-provider.tsx'
import { Time } from '../time.tsx'

export type VersionView = {
  number: number
  fileId: number | null
  fileName: string | null
  createdAt: number
  restoredFrom: number | null
  by: string | null
  isRead: boolean
}

/** What a document was, newest first, and the way back. */
export function DocumentVersions(props: {
  action: string
  versions: VersionView[]
  mayWrite: boolean
  current: number
}) {
  const { action, versions, mayWrite, current } = props
  const t = useT()
  return (
    <Card flush title={t('teaching.versions')}>
      <ol className="divide-y">
        {versions.map((version) => (
          <li
            key={version.number}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3"
          >
            <VersionText version={version} isCurrent={version.number === current} />
            <span className="flex items-center gap-2">
              {version.fileId !== null && (
                <a
                  href={`/files/${version.fileId}?download`}
                  className="font-medium text-accent-ink underline-offset-2 hover:underline"
                >
                  {t('teaching.download')}
                </a>
              )}
              {mayWrite && version.isRead && version.number !== current && (
                <Form method="post" action={`${action}/restoration`}>
                  <input type="hidden" name="number" value={version.number} />
                  <Button type="submit" size="small">
                    {t('teaching.goBack')}
                  </Button>
                </Form>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function VersionText({ version, isCurrent }: { version: VersionView; isCurrent: boolean }) {
  const t = useT()
  const { number, fileName, createdAt, restoredFrom, by, isRead } = version
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{t('teaching.version', { number: String(number) })}</span>
        {isCurrent && isRead && <Badge tone="good">{t('teaching.versionInUse')}</Badge>}
        {!isRead && !isCurrent && <Badge>{t('teaching.versionUnread')}</Badge>}
      </p>
      <p className="text-small break-words text-faint">
        <Time at={createdAt} />
        {by && <> {t('teaching.versionBy', { name: by })}</>}
        {fileName && <> · {fileName}</>}
        {restoredFrom !== null && (
          <> · {t('teaching.versionRestored', { number: String(restoredFrom) })}</>
        )}
      </p>
    </div>
  )
}
