import { useState } from 'react'
import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import { Field } from '../field.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Input } from '../input.tsx'
import { useLineMeaning } from './use-line-meaning.ts'

export type TaskAboutIds = { conversationId?: number; contactId?: number; leadId?: number }

/** One line in one's own words; what it is understood as stands below while it is typed. */
export function TaskFields(props: {
  about?: TaskAboutIds
  /** below each other where there is little room */
  isNarrow?: boolean
  /** the button that adds it */
  children: ReactNode
}) {
  const { about = {}, isNarrow, children } = props
  const t = useT()
  const { dateTime } = useFormat()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState('')
  const meaning = useLineMeaning(typed)
  return (
    <>
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value ?? ''} />
      ))}
      <div
        className={classes(
          'grid items-start gap-3',
          !isNarrow && 'sm:grid-cols-[minmax(0,1fr)_13rem_auto]',
        )}
      >
        <Field name="what" label={t('tasks.what')}>
          <Input
            maxLength={260}
            autoComplete="off"
            placeholder={t('tasks.whatHint')}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <Field name="at" label={t('tasks.at')} optional>
          <Input type="datetime-local" onChange={(event) => setAt(event.target.value)} />
        </Field>
        <div className={isNarrow ? undefined : 'sm:pt-[1.625rem]'}>{children}</div>
      </div>
      <p role="status" className="text-small text-soft">
        {meaning?.title && !at
          ? t('tasks.means', { title: meaning.title, when: dateTime(meaning.dueAt) })
          : t('tasks.whatHelp')}
      </p>
    </>
  )
}
