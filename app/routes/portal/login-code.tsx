import { secondStepAction, secondStepLoader } from '#app/routes/account/second-step.server.ts'
import { SecondStepPage } from '#app/routes/account/second-step-page.tsx'

export { actionHeaders as headers, titleMeta as meta } from '#app/routes/page-exports.ts'
export const loader = secondStepLoader
export const action = secondStepAction
export default SecondStepPage
