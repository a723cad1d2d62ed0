import { HoursFields } from '#app/ui/settings/hours-fields.tsx'
import { LookFields } from '#app/ui/settings/look-fields.tsx'
import { ProfileFields } from '#app/ui/settings/profile-fields.tsx'
import { RegionFields } from '#app/ui/settings/region-fields.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { AssistantFields } from './assistant-fields.tsx'
import { CatalogueFields } from './catalogue-fields.tsx'
import { ChannelChoice } from './channel-choice.tsx'
import { IndustryChoice } from './industry-choice.tsx'
import { PlanNow } from './plan-now.tsx'
import type { StepData } from './step-data.ts'
import { TeamFields } from './team-fields.tsx'

/** The fields of a step: the same for a rep with the client and for the company alone. */
export function StepFields({ data }: { data: Exclude<StepData, { step: 'address' }> }) {
  switch (data.step) {
    case 'business':
      return (
        <>
          <ProfileFields profile={data.profile} />
          <RegionFields region={data.region} zones={data.zones} currencies={data.currencies} />
        </>
      )
    case 'industry':
      return <IndustryChoice industry={data.industry} />
    case 'hours':
      return (
        <div>
          <HoursFields hours={data.hours} />
        </div>
      )
    case 'look':
      return <LookFields {...data} />
    case 'catalogue':
      return <CatalogueFields {...data} />
    case 'assistant':
      return <AssistantFields {...data} />
    case 'channels':
      return <ChannelChoice channels={data.channels} />
    case 'team':
      return <Team data={data} />
    case 'plan':
      return <PlanNow {...data} />
  }
}

type Of<S extends StepData['step']> = { data: Extract<StepData, { step: S }> }

function Team({ data }: Of<'team'>) {
  const t = useT()
  return (
    <>
      {data.waitsForOwner && <Notice tone="warn">{t('onboarding.confirmFirst')}</Notice>}
      <TeamFields people={data.people} />
    </>
  )
}
