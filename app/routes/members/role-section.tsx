import { Form } from '@remix-run/react'
import { ChevronRight } from 'lucide-react'
import { can } from '#app/domain/members/permissions.ts'
import type { Permission, Role } from '#app/domain/members/permissions.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Section } from '#app/ui/page.tsx'

/** Role and single permissions of a member, as far as the reader may hand them out. */
export function RoleSection(props: {
  member: { id: number; role: Role; extra: Permission[] }
  offeredRoles: Role[]
  offeredPermissions: Permission[]
}) {
  const { member, offeredRoles, offeredPermissions } = props
  const t = useT()
  const action = `/members/${member.id}/role`
  const options = offeredRoles.map((role) => ({
    value: role,
    label: t(`members.role_${role}`),
    help: t(`members.roleHelp_${role}`),
  }))
  const ofRole = { id: member.id, role: member.role, extra: [] }
  const beyond = offeredPermissions.filter((permission) => !can(ofRole, permission))
  return (
    <Form method="post" action={action}>
      <Section title={t('members.roleSection')}>
        <RadioGroup
          key={member.role}
          name="role"
          legend={t('members.role')}
          look="cards"
          defaultValue={member.role}
          options={options}
        />
        {beyond.length > 0 && (
          <details className="group" open={member.extra.length > 0}>
            <summary className="flex cursor-pointer items-center gap-1 rounded-sm py-1 font-medium">
              <ChevronRight
                className="size-4 text-faint transition-transform group-open:rotate-90"
                aria-hidden
              />
              {t('members.extra')}
            </summary>
            <p className="mb-3 text-small text-faint">{t('members.extraLead')}</p>
            <div className="grid gap-2 sm:grid-cols-2">
              {beyond.map((permission) => (
                <Checkbox
                  key={permission}
                  id={`extra-${permission}`}
                  name="extra"
                  value={permission}
                  label={t(`members.perm_${permission}`)}
                  defaultChecked={member.extra.includes(permission)}
                />
              ))}
            </div>
          </details>
        )}
        <div>
          <SubmitButton action={action}>{t('members.saveRole')}</SubmitButton>
        </div>
      </Section>
    </Form>
  )
}
