import { startOfDay } from '#app/domain/analytics/days.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { listAssignable } from '#app/domain/conversations/assign.server.ts'
import { decodeCursor } from '#app/domain/conversations/cursor.ts'
import { can } from '#app/domain/members/permissions.ts'
import { listLeadActions, listReturning } from '#app/domain/tasks/coming-up.server.ts'
import { findAnyTask } from '#app/domain/tasks/change.server.ts'
import { listTasks } from '#app/domain/tasks/list.server.ts'
import { taskNotes } from '#app/routes/portal/tasks/finish-task.server.ts'
import { readId, toPaging } from './list-filter.server.ts'
import type { MemberContext } from './require.server.ts'

const DAY_MS = 24 * 3_600_000
const SEARCH_MAX = 100

/** @returns UTC ms at which this day and the seven after it end in the company's zone */
export function dayBounds(now: number, timeZone: string) {
  // Half a day on, so that a day of 23 or 25 hours is one day too.
  const startAfter = (days: number) =>
    startOfDay(startOfDay(now, timeZone) + (days + 0.5) * DAY_MS, timeZone)
  return { now, tomorrow: startAfter(1), week: startAfter(8) }
}

/** The day of one person, or what a colleague owes to customers, as the address asks for it. */
export function readToday({ db, member }: MemberContext, request: Request) {
  const query = new URL(request.url).searchParams
  const { timeZone } = getCompany(db)
  const bounds = dayBounds(Date.now(), timeZone)
  const colleagues = can(member, 'conversations.assign')
    ? listAssignable(db).filter(({ id }) => id !== member.id)
    : []
  const colleague = colleagues.find(({ id }) => id === readId(query.get('member')))
  const state = query.get('state') === 'done' ? 'done' : 'open'
  const search = (query.get('q') ?? '').trim().slice(0, SEARCH_MAX)
  const after = decodeCursor(query.get('after') ?? '')
  const asked = { state, search, after, memberId: colleague?.id } as const
  const { rows, next } = listTasks(db, member, asked)
  return {
    ...{ bounds, timeZone, colleagues, colleague, state, search, rows },
    paging: toPaging(request, next),
    note: readNote({ db, member }, query),
    coming: colleague
      ? undefined
      : {
          returning: listReturning(db, member, bounds.tomorrow),
          leadActions: listLeadActions(db, member, bounds.week),
        },
  }
}

function readNote({ db, member }: Pick<MemberContext, 'db' | 'member'>, query: URLSearchParams) {
  const name = taskNotes.find((known) => known === query.get('note'))
  const task = name && findAnyTask(db, member, readId(query.get('task')) ?? 0)
  return task && { name, task: { id: task.id, title: task.title, dueAt: task.dueAt } }
}
