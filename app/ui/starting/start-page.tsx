import { useT, useErrorText } from '../i18n-provider.tsx'
import { toName } from '../inbox/preview-text.ts'
import { Notice } from '../notice.tsx'
import { Page, PageHeader } from '../page.tsx'
import { ChoosePerson } from './choose-person.tsx'
import { ChooseWay } from './choose-way.tsx'
import type { StartData, StartProblem } from './start-data.ts'
import { WriteFirst } from './write-first.tsx'

/** Writing first: whom, on which line, and what. */
export function StartPage({ data, problem }: { data: StartData; problem?: StartProblem }) {
  const t = useT()
  const errorText = useErrorText()
  const { person, way } = data
  const name = person ? toName(t, person) : ''
  return (
    <Page width="narrow">
      <PageHeader
        title={person ? t('starting.titleTo', { name }) : t('starting.title')}
        description={person?.name && person.phone ? person.phone : undefined}
        back={
          person
            ? { to: '/conversations/new', label: t('starting.somebodyElse') }
            : { to: '/conversations', label: t('inbox.title') }
        }
      />
      {problem && (
        <div role="alert">
          <Notice tone="bad">{errorText(problem.reason)}</Notice>
        </div>
      )}
      {!person && <ChoosePerson data={data} />}
      {person?.isBlocked && <Notice tone="warn">{t('starting.blocked', { name })}</Notice>}
      {person && !person.isBlocked && (
        <>
          <ChooseWay data={data} person={person} />
          {way && <WriteFirst data={data} way={way} person={person} problem={problem} />}
        </>
      )}
    </Page>
  )
}
