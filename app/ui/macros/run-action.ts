import type { ClientActionFunctionArgs } from '@remix-run/react'
import type { RunMacroResult } from '#app/domain/macros/shown.ts'
import { isLostConnection } from '../inbox/send-action.ts'
import { markThreadOld } from '../inbox/thread-cache.ts'

/** A lost connection is a refusal like any other: nothing may be said to have been done. */
export async function runMacroAction({ params, serverAction }: ClientActionFunctionArgs) {
  try {
    const result = await serverAction<RunMacroResult>()
    markThreadOld(Number(params['id']))
    return result
  } catch (error) {
    if (isLostConnection(error)) return { ok: false, reason: 'offline' }
    throw error
  }
}
