import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { GraduationCap, Plus } from 'lucide-react'
import { listSkills } from '#app/domain/assignment/skills.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { SettingsPage } from '#app/ui/settings/settings-page.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'settings.read')
  const title = pageTitle(args, 'assignment.skills')
  return { title, frame: toSettingsFrame(member, args.request), skills: listSkills(db) }
}

export default function Skills() {
  const t = useT()
  const { frame, skills } = useLoaderData<typeof loader>()
  const add = frame.mayWrite && (
    <LinkButton to="/settings/skills/new" icon={<Plus className="size-4" aria-hidden />}>
      {t('assignment.addSkill')}
    </LinkButton>
  )
  return (
    <SettingsPage at="skills" frame={frame}>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <p className="max-w-prose text-soft">{t('assignment.skillsLead')}</p>
        {skills.length > 0 && add}
      </div>
      <Card flush>
        {skills.length === 0 ? (
          <EmptyState
            compact
            icon={<GraduationCap aria-hidden />}
            title={t('assignment.skillsNone')}
            action={add}
          >
            {t('assignment.skillsNoneLead')}
          </EmptyState>
        ) : (
          <Table
            caption={t('assignment.skills')}
            rows={skills}
            rowKey={(skill) => skill.id}
            href={(skill) => `/settings/skills/${skill.id}`}
            columns={[
              { header: t('assignment.skillName'), cell: (skill) => skill.name },
              { header: t('assignment.skillWords'), cell: (skill) => skill.words.join(', ') },
              {
                header: t('assignment.skillHolders'),
                nowrap: true,
                cell: (skill) => t('assignment.skillHeld', { count: skill.memberIds.length }),
              },
            ]}
          />
        )}
      </Card>
    </SettingsPage>
  )
}
