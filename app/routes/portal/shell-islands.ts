import { island } from '#app/ui/island.tsx'

const load = () => import('./shell-banners.ts')

export const AnnouncementBar = island(load, 'AnnouncementBar')
export const DemoBanner = island(load, 'DemoBanner')
export const PlanBanner = island(load, 'PlanBanner')
export const SetupBanner = island(load, 'SetupBanner')
export const SupportBanner = island(load, 'SupportBanner')
export const VerifyBanner = island(load, 'VerifyBanner')
