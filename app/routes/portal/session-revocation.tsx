import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { sessionRevocationAction } from '#app/routes/account/sessions.server.ts'

export const loader = postOnlyLoader
export const action = sessionRevocationAction
