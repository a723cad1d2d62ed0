import type { WorkloadColumn } from '#app/domain/assignment/shown.ts'
import { Avatar } from '../avatar.tsx'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'
import { PresenceMark } from '../presence-mark.tsx'

/** Who, whether they are there, how full their hands are, and how hot it is. */
export function ColumnHead({ column: { member, colors, total } }: { column: WorkloadColumn }) {
  const t = useT()
  const counts = [
    { key: 'team.hot', count: colors.green, tone: 'text-good' },
    { key: 'team.warm', count: colors.yellow, tone: 'text-warn' },
    { key: 'team.cold', count: colors.red, tone: 'text-bad' },
  ] as const
  return (
    <header className="flex flex-col gap-2 border-b p-3">
      <div className="flex items-center gap-2">
        {member && <Avatar name={member.name} size="small" />}
        <h2 className="min-w-0 flex-1 truncate font-semibold">
          {member ? member.name : t('team.queue')}
        </h2>
        <span className="text-small text-soft tabular-nums">
          {member ? (
            <>
              <span aria-hidden>{t('team.load', member)}</span>
              <span className="sr-only">{t('team.loadLabel', member)}</span>
            </>
          ) : (
            total
          )}
        </span>
      </div>
      {member && (
        <div className="flex items-center gap-2">
          <PresenceMark presence={member.presence} />
          <Load open={member.open} capacity={member.capacity} />
        </div>
      )}
      <p className="flex flex-wrap gap-x-3 text-small">
        {counts.map(({ key, count, tone }) => (
          <span key={key} className={count > 0 ? classes('font-medium', tone) : 'text-faint'}>
            {t(key, { count })}
          </span>
        ))}
      </p>
    </header>
  )
}

/** A bar that fills; over capacity it says so by colour, the figures beside it in words. */
function Load({ open, capacity }: { open: number; capacity: number }) {
  const share = capacity > 0 ? Math.min(1, open / capacity) : open > 0 ? 1 : 0
  return (
    <span aria-hidden className="h-1.5 flex-1 overflow-hidden rounded-full bg-sunken">
      <span
        className={classes('block h-full', open > capacity ? 'bg-bad' : 'bg-accent')}
        style={{ width: `${Math.round(share * 100)}%` }}
      />
    </span>
  )
}
