// The script of what stands above the pages of a company when there is something to say.
export { SetupBanner } from '#app/routes/onboarding/setup-banner.tsx'
export { PlanBanner } from '#app/ui/billing/plan-banner.tsx'
export { AnnouncementBar } from '#app/ui/control/announcement-bar.tsx'
export { DemoBanner } from '#app/ui/support/demo-banner.tsx'
export { SupportBanner } from '#app/ui/support/support-banner.tsx'
export { VerifyBanner } from '#app/ui/verify-banner.tsx'
