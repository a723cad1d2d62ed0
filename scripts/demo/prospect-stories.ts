import type { IndustrySlug } from '#app/industries/industry.ts'
import type { ProspectStage } from '#app/platform/sales/stages.ts'

export type ProspectStory = {
  rep: 'moses' | 'neema'
  name: string
  industry: IndustrySlug
  city: string
  contactName: string
  phone: string
  /** minor units a month */
  value: number | null
  stage: ProspectStage
  daysAgo: number
  email?: string
  source?: string
  planId?: string
  reason?: string
  note?: string
  nextAction?: string
  nextInHours?: number
  /** the demo company it has become */
  company?: string
}

const STARTER = { planId: 'starter', value: 490_000 }
const PROFESSIONAL = { planId: 'professional', value: 1_490_000 }
const GROWTH = { planId: 'growth', value: 3_990_000 }

/** Who the two reps are talking to. Phone numbers are from ranges that nobody has. */
export const prospectStories: ProspectStory[] = [
  {
    ...{ rep: 'moses', name: 'Savanna Hotel', industry: 'hotel', city: 'Nairobi' },
    ...{ contactName: 'Amina Yusuf', phone: '+254700900001', stage: 'won', daysAgo: 70 },
    ...{ ...PROFESSIONAL, source: 'Trade fair', company: 'savanna-hotel' },
    reason: 'Guests write at night, and now somebody answers.',
    note: 'Signed at the reception desk. Wants the menu in Swahili too.',
  },
  {
    ...{ rep: 'neema', name: 'Tembo Motors', industry: 'car-dealer', city: 'Mombasa' },
    ...{ contactName: 'Hassan Ali', phone: '+254700900002', stage: 'won', daysAgo: 55 },
    ...{ ...PROFESSIONAL, source: 'Recommended', company: 'tembo-motors' },
    reason: 'Three salesmen shared one phone; they have one inbox now.',
  },
  {
    ...{ rep: 'moses', name: 'Jua Electronics', industry: 'tech-shop', city: 'Nairobi' },
    ...{ contactName: 'Ali Noor', phone: '+254700900003', stage: 'won', daysAgo: 25 },
    ...{ ...STARTER, source: 'Website', company: 'jua-electronics' },
    reason: 'Price, and that the catalogue answers by itself.',
  },
  {
    ...{ rep: 'moses', name: 'Kilele Safaris', industry: 'travel', city: 'Nairobi' },
    ...{ contactName: 'Wanjiku Maina', phone: '+254700900010', stage: 'negotiating', daysAgo: 18 },
    ...{ ...GROWTH, email: 'wanjiku@kilele.example', source: 'Trade fair' },
    ...{ nextAction: 'Send the offer for 25 seats', nextInHours: -20 },
    note: 'Two brands, both on WhatsApp. Decision by the two brothers together.',
  },
  {
    ...{ rep: 'moses', name: 'Afya Plus Clinic', industry: 'medical', city: 'Nairobi' },
    ...{ contactName: 'Dr. Otieno', phone: '+254700900011', stage: 'negotiating', daysAgo: 12 },
    ...{ ...PROFESSIONAL, nextAction: 'Call about data protection', nextInHours: 2 },
  },
  {
    ...{ rep: 'moses', name: 'Mama Njeri Kitchen', industry: 'restaurant', city: 'Nairobi' },
    ...{ contactName: 'Njeri Kamau', phone: '+254700900012', stage: 'demo', daysAgo: 9 },
    ...{ ...STARTER, nextAction: 'Demo at the restaurant', nextInHours: 4 },
  },
  {
    ...{ rep: 'moses', name: 'Pwani Fitness', industry: 'fitness', city: 'Nairobi' },
    ...{ contactName: 'Brian Odhiambo', phone: '+254700900013', stage: 'demo', daysAgo: 8 },
    ...STARTER,
  },
  {
    ...{ rep: 'moses', name: 'Elimu Academy', industry: 'education', city: 'Thika' },
    ...{ contactName: 'Grace Mutua', phone: '+254700900014', stage: 'contacted', daysAgo: 6 },
    ...{ ...PROFESSIONAL, nextAction: 'Send fees example', nextInHours: 26 },
  },
  {
    ...{ rep: 'moses', name: 'Nyumba Bora Homes', industry: 'real-estate', city: 'Nairobi' },
    ...{ contactName: 'Peter Kariuki', phone: '+254700900015', stage: 'contacted', daysAgo: 5 },
    ...PROFESSIONAL,
  },
  {
    ...{ rep: 'moses', name: 'Zuri Beauty Bar', industry: 'beauty', city: 'Nairobi' },
    ...{ contactName: 'Zuri Wambui', phone: '+254700900016', stage: 'contacted', daysAgo: 4 },
    ...{ ...STARTER, source: 'Instagram' },
  },
  {
    ...{ rep: 'moses', name: 'Kamau Hardware', industry: 'hardware', city: 'Nakuru' },
    ...{ contactName: 'Kamau', phone: '+254700900017', value: null, stage: 'new', daysAgo: 2 },
    source: 'Walk-in',
  },
  {
    ...{ rep: 'moses', name: 'Haki Advocates', industry: 'law', city: 'Nairobi' },
    ...{ contactName: 'Lilian Achieng', phone: '+254700900018', stage: 'new', daysAgo: 1 },
    ...{ ...STARTER, nextAction: 'First call', nextInHours: 6 },
  },
  {
    ...{ rep: 'moses', name: 'Mwanga Solar', industry: 'ecommerce', city: 'Nairobi' },
    ...{ contactName: 'Daniel Mwangi', phone: '+254700900019', value: null },
    ...{ stage: 'new', daysAgo: 0 },
  },
  {
    ...{ rep: 'moses', name: 'Duka Mart', industry: 'ecommerce', city: 'Nairobi' },
    ...{ contactName: 'Faith Njoki', phone: '+254700900020', stage: 'lost', daysAgo: 30 },
    ...{ ...STARTER, reason: 'Built something of their own.' },
  },
  {
    ...{ rep: 'neema', name: 'Bahari Beach Resort', industry: 'hotel', city: 'Mombasa' },
    ...{ contactName: 'Salim Omar', phone: '+254700900030', stage: 'negotiating', daysAgo: 20 },
    ...{ ...GROWTH, nextAction: 'Contract to the owner', nextInHours: 3 },
    note: 'Season starts in December; wants to be live before.',
  },
  {
    ...{ rep: 'neema', name: 'Coast Dental', industry: 'healthcare', city: 'Mombasa' },
    ...{ contactName: 'Dr. Rashid', phone: '+254700900031', stage: 'demo', daysAgo: 10 },
    ...{ ...PROFESSIONAL, nextAction: 'Demo with the front desk', nextInHours: 28 },
  },
  {
    ...{ rep: 'neema', name: 'Lake Victoria Fish', industry: 'ecommerce', city: 'Kisumu' },
    ...{ contactName: 'Akinyi Ouma', phone: '+254700900032', stage: 'demo', daysAgo: 7 },
    ...STARTER,
  },
  {
    ...{ rep: 'neema', name: 'Nyota Boda Spares', industry: 'hardware', city: 'Kisumu' },
    ...{ contactName: 'Onyango', phone: '+254700900033', stage: 'contacted', daysAgo: 6 },
    ...STARTER,
  },
  {
    ...{ rep: 'neema', name: 'Swahili Language House', industry: 'education', city: 'Mombasa' },
    ...{ contactName: 'Mwanaisha Juma', phone: '+254700900034', stage: 'contacted', daysAgo: 5 },
    ...{ ...STARTER, nextAction: 'Send the video', nextInHours: -3 },
  },
  {
    ...{ rep: 'neema', name: 'Pesa Haraka Sacco', industry: 'financial-services', city: 'Eldoret' },
    ...{ contactName: 'Kiptoo', phone: '+254700900035', stage: 'contacted', daysAgo: 3 },
    ...PROFESSIONAL,
  },
  {
    ...{ rep: 'neema', name: 'Upepo Dive Centre', industry: 'travel', city: 'Diani' },
    ...{ contactName: 'Lena Marie', phone: '+254700900036', value: null, stage: 'new', daysAgo: 2 },
  },
  {
    ...{ rep: 'neema', name: 'Malindi Furniture', industry: 'custom', city: 'Malindi' },
    ...{ contactName: 'Kazungu', phone: '+254700900037', value: null, stage: 'new', daysAgo: 1 },
  },
  {
    ...{ rep: 'neema', name: 'Code Pwani', industry: 'saas', city: 'Mombasa' },
    ...{ contactName: 'Yusra Said', phone: '+254700900038', stage: 'new', daysAgo: 1 },
    ...PROFESSIONAL,
  },
  {
    ...{ rep: 'neema', name: 'Kisumu Grand Tours', industry: 'travel', city: 'Kisumu' },
    ...{ contactName: 'Otieno Junior', phone: '+254700900039', stage: 'lost', daysAgo: 40 },
    ...{ ...STARTER, reason: 'No budget before next year.' },
  },
  {
    ...{ rep: 'neema', name: 'Mtwapa Garage', industry: 'car-dealer', city: 'Mtwapa' },
    ...{ contactName: 'Charo', phone: '+254700900040', stage: 'lost', daysAgo: 22 },
    ...{ ...STARTER, reason: 'Few customers write to them.' },
  },
]
