import { Avatar } from '../avatar.tsx'
import { Badge } from '../badge.tsx'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'
import { PresenceDot } from './presence-dot.tsx'
import type { ShownAssignee } from './shown.ts'

export const optionFrame =
  'flex cursor-pointer items-start gap-3 rounded-md border border-line-strong bg-surface px-3 py-2.5 transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft'

/** One colleague to choose: there or not, how much they hold, what they know. */
export function AssigneeOption(props: { name: string; assignee: ShownAssignee; isMe: boolean }) {
  const { name, assignee, isMe } = props
  const t = useT()
  const { open, capacity, skills } = assignee
  return (
    <label className={optionFrame}>
      <input
        type="radio"
        name={name}
        value={assignee.id}
        required
        className="mt-2 size-4 shrink-0"
      />
      <Avatar name={assignee.name} />
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium">
            {assignee.name}
            {isMe && ` (${t('assignment.you')})`}
          </span>
          {assignee.title && <span className="text-small text-faint">{assignee.title}</span>}
        </span>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-soft">
          <PresenceDot presence={assignee.presence} word />
          <Load open={open} capacity={capacity} />
        </span>
        {skills.length > 0 && (
          <span className="flex flex-wrap gap-1 pt-0.5">
            {skills.map((skill) => (
              <Badge key={skill.name} tone={skill.isAsked ? 'accent' : 'neutral'}>
                {skill.isAsked ? t('assignment.fits', { skill: skill.name }) : skill.name}
              </Badge>
            ))}
          </span>
        )}
      </span>
    </label>
  )
}

/** How full somebody is, in words and as a short bar. */
export function Load({ open, capacity }: { open: number; capacity: number }) {
  const t = useT()
  const isFull = open >= capacity
  const share = capacity === 0 ? 100 : Math.min(100, Math.round((open / capacity) * 100))
  return (
    <span className="inline-flex items-center gap-1.5 tabular-nums">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" className="h-1.5 w-12" aria-hidden>
        <rect width="100" height="8" rx="4" className="fill-sunken" />
        <rect
          width={share}
          height="8"
          rx="4"
          className={classes(isFull ? 'fill-bad' : 'fill-accent')}
        />
      </svg>
      {t('assignment.load', { open, capacity })}
      {isFull && <Badge tone="bad">{t('assignment.full')}</Badge>}
    </span>
  )
}
