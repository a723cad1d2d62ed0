import { forgotAction, forgotLoader } from '#app/routes/account/forgot.server.ts'
import { ForgotPage } from '#app/routes/account/forgot-page.tsx'

export { actionHeaders as headers, titleMeta as meta } from '#app/routes/page-exports.ts'
export const loader = forgotLoader
export const action = forgotAction
export default ForgotPage
