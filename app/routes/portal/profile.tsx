import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { getMember } from '#app/domain/members/find.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { profileAction, profileLoader } from '#app/routes/account/profile.server.ts'
import { ProfilePage } from '#app/routes/account/profile-page.tsx'
import { requireMember } from '#app/routes/require.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Section } from '#app/ui/page.tsx'
import { SingleKeySwitch } from '#app/ui/palette/single-key-switch.tsx'

export { actionHeaders as headers, titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context)
  return {
    ...profileLoader(args),
    undoSend: getMember(db, member.id).undoSend === 1,
    readsOwn: can(member, 'dashboard.read'),
  }
}

export const action = profileAction

export default function Profile() {
  const { undoSend, readsOwn } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <ProfilePage>
      <Form method="post" action="/profile/undo-sending">
        <Section title={t('composer.sending')}>
          <Checkbox
            name="undoSend"
            label={t('composer.undoSend')}
            help={t('composer.undoSendHelp')}
            defaultChecked={undoSend}
          />
          <div>
            <SubmitButton action="/profile/undo-sending">{t('common.save')}</SubmitButton>
          </div>
        </Section>
      </Form>
      {readsOwn && (
        <Section title={t('performance.performance')}>
          <div>
            <LinkButton to="/profile/performance">{t('performance.ownPerformance')}</LinkButton>
          </div>
        </Section>
      )}
      <Section title={t('palette.keyboard')}>
        <SingleKeySwitch />
      </Section>
    </ProfilePage>
  )
}
