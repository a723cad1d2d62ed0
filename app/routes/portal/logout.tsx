import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { signOutAction } from '#app/routes/account/sign-out.server.ts'

export const loader = postOnlyLoader
export const action = signOutAction
