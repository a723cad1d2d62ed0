import { twoFactorAction, twoFactorLoader } from '#app/routes/account/two-factor.server.ts'
import { TwoFactorPage } from '#app/routes/account/two-factor-page.tsx'

export { actionHeaders as headers, titleMeta as meta } from '#app/routes/page-exports.ts'
export const loader = twoFactorLoader
export const action = twoFactorAction
export default TwoFactorPage
