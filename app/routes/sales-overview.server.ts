import type { PlatformDb } from '#app/platform/db.server.ts'
import { listComingMeetings } from '#app/platform/meetings/meetings.server.ts'
import { countClients } from '#app/platform/sales/clients.server.ts'
import { sumCommissions } from '#app/platform/sales/commissions.server.ts'
import { listDue, sumStages } from '#app/platform/sales/list.server.ts'
import { isManager } from '#app/platform/sales/reach.server.ts'
import { isEnded } from '#app/platform/sales/stages.ts'
import { listStandings } from '#app/platform/sales/team.server.ts'
import type { PlatformActor } from '#app/platform/users/permissions.ts'
import { endOfToday, monthAfter, monthOf, monthStart } from './prospect-filter.server.ts'

const DUE_SHOWN = 8

/** Everything the overview of sales shows to this person. */
export function readSalesOverview(platform: PlatformDb, user: PlatformActor, now: number) {
  const month = monthOf(now)
  const times = { from: monthStart(month) ?? 0, to: monthStart(monthAfter(month)) ?? now }
  const stages = sumStages(platform, user)
  const open = stages.filter(({ stage }) => !isEnded(stage))
  const standings = listStandings(platform, user, times)
  const own = standings.find(({ isSelf }) => isSelf)
  const commission = sumCommissions(platform, user, times)
  return {
    ...{ stages, standings, month, isManager: isManager(user) },
    clients: countClients(platform, user),
    open: {
      count: open.reduce((sum, stage) => sum + stage.count, 0),
      value: open.reduce((sum, stage) => sum + stage.value, 0),
    },
    commission: commission.pending + commission.approved + commission.paid,
    rank: own && { rank: own.rank, won: own.won, of: standings.length },
    meetings: listComingMeetings(platform, user, { now, limit: DUE_SHOWN }),
    due: listDue(platform, user, { by: endOfToday(now), limit: DUE_SHOWN }),
  }
}
