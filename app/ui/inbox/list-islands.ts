import { island } from '../island.tsx'

const load = () => import('./list-later.ts')

export const BulkBar = island(load, 'BulkBar')
export const FilterChips = island(load, 'FilterChips')
export const FilterMenu = island(load, 'FilterMenu')
export const ListEmpty = island(load, 'ListEmpty')
export const MoreViews = island(load, 'MoreViews')
