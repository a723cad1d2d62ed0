import { signInAction, signInLoader } from '#app/routes/account/sign-in.server.ts'
import { SignInPage } from '#app/routes/account/sign-in-page.tsx'

export { actionHeaders as headers, titleMeta as meta } from '#app/routes/page-exports.ts'
export const loader = signInLoader
export const action = signInAction
export default SignInPage
