import { useRevalidator } from '@remix-run/react'
import { ChevronRight, SendHorizontal } from 'lucide-react'
import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { Button } from '../button.tsx'
import { ChannelIcon } from '../channel-icon.tsx'
import { FileInput } from '../file-input.tsx'
import { useT } from '../i18n-provider.tsx'
import { PhoneScreen } from './phone-screen.tsx'
import type { PhoneFacts, SimulatorFacts } from './simulator-facts.ts'
import { useScreenRefresh } from './use-screen-refresh.ts'

const ACTION = '/simulator/messages'

/** The phone: what it shows, a field to write in, and what else a customer can do with it. */
export function Phone(
  props: SimulatorFacts & { phone: PhoneFacts; onProblem: (code: string | undefined) => void },
) {
  const { phone, company, screen } = props
  const t = useT()
  const { name } = phone.person
  useScreenRefresh()
  const { onSubmit, isSending, form } = useSending(props.onProblem)
  return (
    <section
      aria-label={t('simulator.phone', { name })}
      className="mx-auto flex w-full max-w-md flex-col overflow-hidden rounded-lg border border-line-strong bg-surface"
    >
      <header className="flex items-center gap-3 border-b px-4 py-3">
        <ChannelIcon channel={phone.line.channel} className="size-5" />
        <div className="min-w-0">
          <h2 className="truncate font-semibold">{company}</h2>
          <p className="truncate text-small text-faint">{phone.line.name}</p>
        </div>
      </header>
      <PhoneScreen screen={screen} name={name} />
      <form
        ref={form}
        method="post"
        action={ACTION}
        encType="multipart/form-data"
        onSubmit={onSubmit}
        className="flex flex-col gap-3 border-t p-3"
      >
        <input type="hidden" name="line" value={phone.line.id} />
        <input type="hidden" name="number" value={phone.person.number} />
        <input type="hidden" name="name" value={name} />
        <div className="flex gap-2">
          <input
            name="text"
            className="control"
            aria-label={t('simulator.message')}
            placeholder={t('simulator.placeholder')}
            autoComplete="off"
            maxLength={4096}
          />
          <Button
            type="submit"
            name="kind"
            value="text"
            variant="primary"
            pending={isSending}
            aria-label={t('simulator.send')}
            icon={<SendHorizontal className="size-4" aria-hidden />}
          />
        </div>
        <MoreActs acts={props.acts} />
      </form>
    </section>
  )
}

function MoreActs({ acts }: Pick<SimulatorFacts, 'acts'>) {
  const t = useT()
  const rest = acts.filter((act) => act !== 'text' && act !== 'image')
  return (
    <details>
      <summary className="flex cursor-pointer items-center gap-1.5 rounded-sm py-1 text-soft hover:text-ink">
        <ChevronRight className="size-4 transition-transform in-open:rotate-90" aria-hidden />
        {t('simulator.more')}
      </summary>
      <div className="mt-2 flex flex-col gap-3">
        {acts.includes('image') && (
          <div className="flex flex-wrap gap-2">
            <FileInput
              name="file"
              accept="image/jpeg,image/png"
              aria-label={t('simulator.picture')}
              className="min-w-0 flex-1"
            />
            <Button type="submit" name="kind" value="image">
              {t('simulator.act.image')}
            </Button>
          </div>
        )}
        <div className="flex flex-wrap gap-2">
          {rest.map((act) => (
            <Button key={act} type="submit" name="kind" value={act} size="small">
              {t(`simulator.act.${act as 'location'}`)}
            </Button>
          ))}
        </div>
        <p className="text-small text-faint">{t('simulator.moreHelp')}</p>
      </div>
    </details>
  )
}

/** With a script the page stays; without one the same form sends and comes back. */
function useSending(onProblem: (code: string | undefined) => void) {
  const [isSending, setSending] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { revalidate } = useRevalidator()

  async function send(data: FormData): Promise<void> {
    const headers = { accept: 'application/json' }
    const answer = await fetch(ACTION, { method: 'POST', body: data, headers })
    const { problem } = (await answer.json()) as { problem: string | null }
    onProblem(problem ?? undefined)
    if (!problem) form.current?.reset()
  }

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (isSending) return
    const { submitter } = event.nativeEvent as SubmitEvent
    setSending(true)
    send(new FormData(event.currentTarget, submitter))
      .catch(() => onProblem('answer_0'))
      .finally(() => {
        setSending(false)
        revalidate()
      })
  }

  return { onSubmit, isSending, form }
}
