import { useLocation } from '@remix-run/react'
import { StickyNote } from 'lucide-react'
import { Fragment, useEffect, useRef } from 'react'
import type { ThreadNote } from '#app/domain/conversations/shown.ts'
import { findMentions } from '#app/domain/mentions/names.ts'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'
import { Time } from '../time.tsx'
import { MessageText } from './message-text.tsx'

/** A note between the messages: plainly not one of them. The one an address names stands out. */
export function NoteCard({ note }: { note: ThreadNote }) {
  const t = useT()
  const isAsked = useLocation().hash === `#note-${note.id}`
  const isCalling = isAsked || note.isNewForMe
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCalling) card.current?.scrollIntoView({ block: 'center' })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once: what is new then must not move what is read
  }, [isAsked])
  const untold = note.mentions.filter((one) => !one.isTold).map((one) => one.name)
  return (
    <li ref={card} id={`note-${note.id}`} className="group/note scroll-mt-12 px-4 pt-4">
      <div
        className={classes(
          'mx-auto max-w-[36rem] rounded-lg border border-dashed border-warn/40 bg-warn-soft px-3 py-2',
          'group-target/note:outline-2 group-target/note:outline-accent',
          isCalling && 'outline-2 outline-accent',
        )}
      >
        <p className="mb-1 flex items-center gap-1.5 text-small font-medium text-warn">
          <StickyNote className="size-3.5 shrink-0" aria-hidden />
          <span className="flex-1">{t('inbox.noteBy', { name: note.authorName })}</span>
          <Time at={note.at} as="clock" className="font-normal" />
        </p>
        <Words note={note} />
        {untold.length > 0 && (
          <p className="mt-1 text-small text-soft">
            {t('mentions.untold', { names: untold.join(', '), count: untold.length })}
          </p>
        )}
      </div>
    </li>
  )
}

/** The words, with those who are named set apart. */
function Words({ note }: { note: ThreadNote }) {
  const { text, mentions } = note
  const people = mentions.map(({ memberId, name }) => ({ id: memberId, name }))
  const found = people.length > 0 ? findMentions(text, people) : []
  if (found.length === 0) return <MessageText text={text} />
  const ends = [0, ...found.map((one) => one.end)]
  return (
    <p className="whitespace-pre-wrap wrap-anywhere">
      {found.map(({ start, end }, index) => (
        <Fragment key={start}>
          {text.slice(ends[index], start)}
          <strong className="font-semibold text-accent-ink">{text.slice(start, end)}</strong>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </p>
  )
}
