import { resetAction, resetLoader } from '#app/routes/account/reset.server.ts'
import { ResetPage } from '#app/routes/account/reset-page.tsx'

export { actionHeaders as headers, titleMeta as meta } from '#app/routes/page-exports.ts'
export const loader = resetLoader
export const action = resetAction
export default ResetPage
