import { ArrowRightLeft } from 'lucide-react'
import { useT } from '../i18n-provider.tsx'
import { ActionForm } from '../inbox/action-form.tsx'
import { Menu, MenuHeading, MenuLink } from '../menu.tsx'
import { stages } from './shown.ts'
import type { Stage } from './shown.ts'

const choice =
  'flex w-full items-center rounded-sm px-2.5 py-1.5 text-left hover:bg-hover pointer-coarse:py-2.5'

/** Moves a prospect to another stage; the two that end it lead to the question why. */
export function StageMenu(props: { id: number; name: string; stage: Stage }) {
  const { id, name, stage } = props
  const t = useT()
  return (
    <Menu
      label={t('prospects.move', { name })}
      look={{ size: 'small' }}
      trigger={<ArrowRightLeft className="size-3.5" aria-hidden />}
    >
      <MenuHeading>{t('prospects.moveTo')}</MenuHeading>
      <ActionForm action={`/sales/prospects/${id}/stage`} className="w-48">
        {stages
          .filter((one) => one !== stage && one !== 'won' && one !== 'lost')
          .map((one) => (
            <button key={one} type="submit" name="stage" value={one} className={choice}>
              {t(`prospects.stage_${one}`)}
            </button>
          ))}
      </ActionForm>
      {(['won', 'lost'] as const)
        .filter((one) => one !== stage)
        .map((one) => (
          <MenuLink key={one} to={`/sales/prospects/${id}/ending?to=${one}`}>
            {t(`prospects.stage_${one}`)} …
          </MenuLink>
        ))}
    </Menu>
  )
}
