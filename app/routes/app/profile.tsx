import { profileAction, profileLoader } from '#app/routes/account/profile.server.ts'
import { ProfilePage } from '#app/routes/account/profile-page.tsx'

export { actionHeaders as headers, titleMeta as meta } from '#app/routes/page-exports.ts'
export const loader = profileLoader
export const action = profileAction
export default ProfilePage
