import { SmartphoneNfc } from 'lucide-react'
import { useState } from 'react'
import { LinkButton } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { Page, PageHeader } from '../page.tsx'
import { EmptyState } from '../states.tsx'
import { PhoneSetup } from './phone-setup.tsx'
import { Phone } from './phone.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import type { SimulatorFacts } from './simulator-facts.ts'

/** A phone that writes to the company, clearly marked as one that is nobody's. */
export function SimulatorPage(props: SimulatorFacts) {
  const t = useT()
  const [problem, setProblem] = useState(props.problem)
  const { lines, phone } = props
  if (lines.length === 0) return <NoLine />
  return (
    <Page width="wide">
      <PageHeader title={t('simulator.title')} description={t('simulator.lead')} />
      <Notice tone="warn">{t('simulator.warning')}</Notice>
      {problem && <ProblemNotice code={problem} />}
      <div className="grid items-start gap-8 lg:grid-cols-[1fr_20rem]">
        {phone && (
          <Phone
            key={`${phone.line.id}:${phone.person.number}`}
            {...props}
            phone={phone}
            onProblem={setProblem}
          />
        )}
        <PhoneSetup lines={lines} phone={phone} />
      </div>
    </Page>
  )
}

function NoLine() {
  const t = useT()
  return (
    <Page width="wide">
      <PageHeader title={t('simulator.title')} description={t('simulator.lead')} />
      <EmptyState
        icon={<SmartphoneNfc aria-hidden />}
        title={t('simulator.noLine')}
        action={<LinkButton to="/channels">{t('simulator.toChannels')}</LinkButton>}
      >
        {t('simulator.noLineLead')}
      </EmptyState>
    </Page>
  )
}
