import { passwordAction, passwordLoader } from '#app/routes/account/password.server.ts'
import { PasswordPage } from '#app/routes/account/password-page.tsx'

export { actionHeaders as headers, titleMeta as meta } from '#app/routes/page-exports.ts'
export const loader = passwordLoader
export const action = passwordAction
export default PasswordPage
