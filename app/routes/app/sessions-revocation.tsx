import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { otherSessionsAction } from '#app/routes/account/sessions.server.ts'

export const loader = postOnlyLoader
export const action = otherSessionsAction
