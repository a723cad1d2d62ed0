import { invitationAction, invitationLoader } from '#app/routes/account/invitation.server.ts'
import { InvitationPage } from '#app/routes/account/invitation-page.tsx'

export { actionHeaders as headers, titleMeta as meta } from '#app/routes/page-exports.ts'
export const loader = invitationLoader
export const action = invitationAction
export default InvitationPage
