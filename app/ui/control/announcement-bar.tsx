import { Form, useLocation } from '@remix-run/react'
import { Button } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'

export type ShownAnnouncement = {
  id: number
  level: 'info' | 'warning' | 'critical'
  title: string
  text: string
  isDismissable: boolean
}

const tones = { info: 'info', warning: 'warn', critical: 'bad' } as const

/** What the platform tells everybody, above the page; drawn on the server, put away by a form. */
export function AnnouncementBar({
  announcement: { id, level, title, text, isDismissable },
  isPreview,
}: {
  announcement: ShownAnnouncement
  isPreview?: boolean
}) {
  const t = useT()
  const { pathname, search } = useLocation()
  return (
    <section aria-label={t('control.announcement')}>
      <Notice
        tone={tones[level]}
        look="bar"
        action={
          isDismissable &&
          !isPreview && (
            <Form method="post" action={`/announcements/${id}/dismissal`} preventScrollReset>
              <input type="hidden" name="returnTo" value={pathname + search} />
              <Button type="submit" variant="quiet" size="small">
                {t('control.dismiss')}
              </Button>
            </Form>
          )
        }
      >
        <span className="font-medium">{title}</span>
        {text && <span className="wrap-anywhere"> {text}</span>}
      </Notice>
    </section>
  )
}
