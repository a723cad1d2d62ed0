import { useFetcher, useLocation, useNavigate } from '@remix-run/react'
import { Settings2, Zap } from 'lucide-react'
import { useEffect } from 'react'
import type { MacroOffer, RunMacroResult } from '#app/domain/macros/shown.ts'
import { useErrorText, useT } from '../i18n-provider.tsx'
import { menuChoice } from '../inbox/menu-choice.ts'
import type { ThreadData } from '../inbox/page-data.ts'
import { Menu, MenuHeading, MenuLine, MenuLink } from '../menu.tsx'
import { useToast } from '../toast.tsx'
import { kindsText } from './event-text.ts'

/** Several steps in one press; on a phone they stand in the menu of everything else. */
export function MacroMenu({ data }: { data: ThreadData }) {
  const t = useT()
  if (!data.me.canReply) return null
  return (
    <div data-shortcut="macros" className="max-sm:hidden">
      <Menu
        label={t('macros.title')}
        look={{ size: 'small' }}
        trigger={
          <span title={t('macros.title')}>
            <Zap className="size-4" aria-hidden />
          </span>
        }
      >
        <div className="w-72">
          <MenuHeading>{t('macros.run')}</MenuHeading>
          <MacroChoices data={data} />
        </div>
      </Menu>
    </div>
  )
}

/** What can be run here, and the way to where macros are written. */
export function MacroChoices({ data }: { data: ThreadData }) {
  const t = useT()
  return (
    <>
      {data.macros.length === 0 && (
        <p className="px-2.5 pb-2 text-small text-faint">{t('macros.none')}</p>
      )}
      <div className="max-h-80 overflow-y-auto">
        {data.macros.map((macro) => (
          <MacroForm key={macro.id} macro={macro} data={data} />
        ))}
      </div>
      <MenuLine />
      <MenuLink to="/settings/macros" icon={<Settings2 aria-hidden />}>
        {t('macros.manage')}
      </MenuLink>
    </>
  )
}

function MacroForm({ macro, data }: { macro: MacroOffer; data: ThreadData }) {
  const t = useT()
  const { pathname, search } = useLocation()
  const fetcher = useFetcher<RunMacroResult | { ok: false; reason: 'offline' }>()
  useOutcome(fetcher.data)
  const action = `/conversations/${data.head.id}/macros/${macro.id}/runs`
  return (
    <form
      method="post"
      action={action}
      onSubmit={(event) => {
        event.preventDefault()
        if (fetcher.state !== 'idle') return
        fetcher.submit({ runKey: crypto.randomUUID() }, { method: 'post', action })
      }}
    >
      <input type="hidden" name="returnTo" value={pathname + search} />
      <input type="hidden" name="runKey" value={data.sendKey} />
      <button type="submit" className={menuChoice} aria-busy={fetcher.state !== 'idle'}>
        <span className="min-w-0">
          <span className="block truncate font-medium">{macro.name}</span>
          <span className="block truncate text-small text-faint">{kindsText(t, macro.kinds)}</span>
        </span>
      </button>
    </form>
  )
}

/** Says what was done, or which step stood in the way so that nothing was. */
function useOutcome(result: RunMacroResult | { ok: false; reason: 'offline' } | undefined) {
  const t = useT()
  const errorText = useErrorText()
  const toast = useToast()
  const navigate = useNavigate()
  useEffect(() => {
    if (!result) return
    if (result.ok) {
      toast({ text: t('macros.done', { macro: result.name, steps: kindsText(t, result.kinds) }) })
      if (!result.isReachable) navigate('/conversations')
      return
    }
    const text =
      result.reason === 'macro_step'
        ? t('macros.stopped', { step: result.step, reason: errorText(result.why) })
        : errorText(result.reason)
    toast({ text, tone: 'bad' })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each result
  }, [result])
}
