import { useFetcher, useLocation } from '@remix-run/react'
import { presences } from '#app/domain/assignment/presence.ts'
import type { Presence } from '#app/domain/assignment/presence.ts'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'
import { PresenceDot } from './presence-dot.tsx'

/** How one wants to be seen; what is not “online” gets nothing by rule. */
export function PresenceChoice({ action, presence }: { action: string; presence: Presence }) {
  const t = useT()
  const fetcher = useFetcher()
  const { pathname, search } = useLocation()
  const wish = fetcher.formData?.get('presence')
  const current = presences.find((name) => name === wish) ?? presence
  return (
    <fetcher.Form method="post" action={action}>
      <input type="hidden" name="returnTo" value={pathname + search} />
      <fieldset>
        <legend className="pb-1 text-small font-medium text-faint">
          {t('assignment.presence')}
        </legend>
        <div className="grid grid-cols-2 gap-1">
          {presences.map((name) => (
            <button
              key={name}
              type="submit"
              name="presence"
              value={name}
              aria-pressed={current === name}
              className={classes(
                'flex h-8 items-center rounded-sm border px-2 text-small pointer-coarse:h-10',
                current === name
                  ? 'border-accent bg-accent-soft font-medium text-accent-ink'
                  : 'border-transparent text-soft hover:bg-hover hover:text-ink',
              )}
            >
              <PresenceDot presence={name} word />
            </button>
          ))}
        </div>
      </fieldset>
    </fetcher.Form>
  )
}
