import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listSkills } from '#app/domain/assignment/skills.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { findMember, toActor } from '#app/domain/members/find.server.ts'
import { can, listPermissions, mayManage, roles } from '#app/domain/members/permissions.ts'
import { listDepartments } from '#app/domain/team/departments.server.ts'
import { getWork } from '#app/domain/team/work.server.ts'
import { hasSecondFactor } from '#app/credentials/second-factor.server.ts'
import { AccessSection } from '#app/routes/members/access-section.tsx'
import { MemberStatus } from '#app/routes/members/member-table.tsx'
import { memberNotes } from '#app/routes/members/notes.ts'
import { RoleSection } from '#app/routes/members/role-section.tsx'
import { WorkSection } from '#app/routes/members/work-section.tsx'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useErrorText, useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Time } from '#app/ui/time.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** One member: standing, role, single permissions. @throws Response 404 */
export function loader(args: LoaderFunctionArgs) {
  const { db, member: own } = requireMember(args.context, 'members.read')
  const found = findMember(db, Number(args.params['id']))
  if (!found) throw new Response(null, { status: 404 })
  const actor = toActor(found)
  const query = new URL(args.request.url).searchParams
  const { id, name, email, role, status, lastSignInAt } = found
  return {
    title: pageTitle(args, 'members.title'),
    member: { id, name, email, role, status, lastSignInAt, extra: [...actor.extra] },
    hasTwoFactor: hasSecondFactor(found),
    mayChange: mayManage(own, actor),
    work: getWork(db, id),
    offered: {
      departments: listDepartments(db),
      skills: listSkills(db).map((skill) => ({ id: skill.id, name: skill.name })),
      defaultCapacity: getCompany(db).defaultCapacity,
    },
    offeredRoles: roles.filter((offered) => mayManage(own, { role: offered, extra: [] })),
    offeredPermissions: listPermissions(own),
    readsReports: can(own, 'reports.read'),
    mayAssign: can(own, 'conversations.assign'),
    note: memberNotes[query.get('note') ?? ''],
    problem: query.get('problem')?.slice(0, 40),
  }
}

export default function Member() {
  const shown = useLoaderData<typeof loader>()
  const { member, work, hasTwoFactor, mayChange, note, problem } = shown
  const { readsReports, mayAssign } = shown
  const t = useT()
  const errorText = useErrorText()
  return (
    <Page>
      <PageHeader
        title={member.name}
        description={member.email}
        back={{ to: '/members', label: t('members.title') }}
        actions={
          <>
            {readsReports && (
              <LinkButton to={`/members/${member.id}/performance`}>
                {t('performance.performance')}
              </LinkButton>
            )}
            {mayAssign && (
              <LinkButton to={`/members/${member.id}/leaving`}>
                {t('performance.handOver')}
              </LinkButton>
            )}
          </>
        }
      />
      {note && <Notice tone="good">{t(note)}</Notice>}
      {problem && <Notice tone="bad">{errorText(problem)}</Notice>}
      <p className="flex flex-wrap items-center gap-2 text-soft">
        <MemberStatus status={member.status} />
        {hasTwoFactor && <Badge tone="good">{t('members.twoFactorOn')}</Badge>}
        <span>
          {t('members.lastSignIn')}:{' '}
          {member.lastSignInAt ? <Time at={member.lastSignInAt} /> : t('members.never')}
        </span>
      </p>
      {mayChange ? (
        <>
          {work && <WorkSection member={{ id: member.id, work }} offered={shown.offered} />}
          <RoleSection {...shown} />
          <AccessSection member={member} />
        </>
      ) : (
        <p>
          {t(`members.role_${member.role}`)}. {t('members.cannotManage')}
        </p>
      )}
    </Page>
  )
}
