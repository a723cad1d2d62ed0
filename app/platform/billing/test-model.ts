import { dateOf, monthAfter } from './test-days.ts'
import { ADD_ONS, ANSWERS, BEYOND, MODEL_COUPONS, PRICES, SETUP, withTax } from './test-prices.ts'
import type {
  AddOnName,
  CouponName,
  Method,
  ModelInvoice,
  PlanName,
  Status,
} from './test-prices.ts'

/**
 * What billing should do, said a second time and differently: plain arithmetic over days, no
 * database, no ledger. Days count from 2026-01-01; amounts are whole shillings.
 */
export class BillingModel {
  day = 0
  status: Status = 'trial'
  plan: PlanName = 'starter'
  nextPlan: PlanName | null = null
  invoices: ModelInvoice[] = []
  credit = 0
  /** of the credit: on its way back to a card */
  leaving: number[] = []
  /** what is in each till, money in less money out */
  tills = { mpesa: 0, card: 0, bank: 0 }
  extras = { answers: { has: 0, next: 0 }, member: { has: 0, next: 0 } }
  coupon: { percent: number; amount: number; left: number | null } | null = null
  redeemed = new Set<CouponName>()
  cap: number | null = null
  /** answers by the day on which the period began */
  used = new Map<number, number>()
  isPaying = false
  cancels = false
  start: number | null = null
  end = 0
  since = 0
  anchor = 1

  get open(): ModelInvoice[] {
    const open = this.invoices.filter((one) => one.settled < one.total)
    return open.sort((a, b) => a.due - b.due || this.invoices.indexOf(a) - this.invoices.indexOf(b))
  }
  get owed(): number {
    return this.open.reduce((sum, one) => sum + one.total - one.settled, 0)
  }
  get revenue(): number {
    const counts = this.status === 'active' || this.status === 'past_due'
    return this.isPaying && counts ? this.monthly : 0
  }

  get monthly(): number {
    const { answers, member } = this.extras
    return PRICES[this.plan] + answers.has * ADD_ONS.answers + member.has * ADD_ONS.member
  }

  redeem(code: CouponName): boolean {
    const runs = this.coupon !== null && this.coupon.left !== 0
    if (this.redeemed.has(code) || runs) return false
    const { percent, amount, months } = MODEL_COUPONS[code]
    this.redeemed.add(code)
    this.coupon = { percent, amount, left: months }
    return true
  }

  /** The cap, and how many answers were given in the period that runs. */
  use(cap: number | null, answers: number): void {
    this.cap = cap
    if (this.start !== null) this.used.set(this.start, answers)
  }

  addOn(name: AddOnName, count: number): boolean {
    if (this.status !== 'trial' && this.status !== 'active') return false
    const extra = this.extras[name]
    if (count === extra.next) return true
    const isFree = this.status === 'trial' && this.start === null
    extra.next = count
    if (count >= extra.has || isFree) {
      if (!isFree) {
        const from = Math.max(this.day, this.start!)
        const rest = Math.max(0, this.end - from) / (this.end - this.start!)
        const net = Math.round(ADD_ONS[name] * (count - extra.has) * rest)
        if (net > 0) this.invoice(net, this.day + 7)
      }
      extra.has = count
    }
    this.tick()
    return true
  }

  wait(days: number): void {
    this.day += days
    this.tick()
  }

  order(): void {
    if (this.status === 'trial' && this.start === null) this.first()
    this.look()
  }

  pay(amount: number, method: Method): void {
    this.tills[method] += amount
    this.credit += amount
    this.spend()
    this.look()
  }

  get free(): number {
    return this.credit - this.leaving.reduce((sum, one) => sum + one, 0)
  }

  send(amount: number): boolean {
    if (amount > this.free) return false
    this.leaving.push(amount)
    return true
  }

  arrive(isThere: boolean): void {
    const amount = this.leaving.shift()!
    if (isThere) {
      this.credit -= amount
      this.tills.card -= amount
      return
    }
    this.spend()
    this.look()
  }

  refund(amount: number, method: Method): boolean {
    if (amount > this.free) return false
    this.credit -= amount
    this.tills[method] -= amount
    return true
  }

  take(index: number, net: number): boolean {
    const invoice = this.invoices[index]
    if (!invoice || invoice.isLost || invoice.taken + net > invoice.net) return false
    const taxBefore = invoice.total - invoice.net - this.taxTaken(invoice)
    const isRest = invoice.taken + net === invoice.net
    const tax = isRest ? taxBefore : Math.min(Math.round(net * 0.16), taxBefore)
    this.taxes.set(invoice, this.taxTaken(invoice) + tax)
    invoice.taken += net
    const falls = Math.min(invoice.total - invoice.settled, net + tax)
    invoice.settled += falls
    this.credit += net + tax - falls
    this.spend()
    this.look()
    return true
  }

  choose(plan: PlanName): void {
    if (plan === this.plan && this.nextPlan === null) return
    if (this.status !== 'trial' && this.status !== 'active') return
    if (this.status === 'trial' && this.start === null) {
      this.plan = plan
      this.nextPlan = null
    } else if (PRICES[plan] <= PRICES[this.plan]) {
      this.nextPlan = plan === this.plan ? null : plan
    } else {
      const from = Math.max(this.day, this.start!)
      const rest = Math.max(0, this.end - from) / (this.end - this.start!)
      const net = Math.round((PRICES[plan] - PRICES[this.plan]) * rest)
      if (net > 0) this.invoice(net, this.day + 7)
      this.plan = plan
      this.nextPlan = null
    }
  }

  cancel(): void {
    if (this.status === 'active') this.cancels = true
    else if (this.status !== 'cancelled') {
      this.last()
      this.status = 'cancelled'
    }
    this.tick()
  }

  resume(): void {
    const isOver = this.status === 'cancelled'
    if (!isOver && !this.cancels) return
    this.cancels = false
    if (isOver) {
      this.anchor = dateOf(this.day).getUTCDate()
      this.period(this.day, this.day)
      this.status = 'suspended'
      this.since = this.day
    }
    this.look()
  }

  private readonly taxes = new Map<ModelInvoice, number>()
  private taxTaken(invoice: ModelInvoice): number {
    return this.taxes.get(invoice) ?? 0
  }

  private invoice(net: number, due: number): void {
    this.invoices.push({ total: withTax(net), net, taken: 0, settled: 0, due, isLost: false })
    this.spend()
  }

  private period(from: number, due: number, extra = 0): void {
    for (const one of Object.values(this.extras)) one.has = one.next
    this.start = from
    this.end = monthAfter(from, this.anchor)
    const { coupon, monthly } = this
    const isLowered = coupon !== null && coupon.left !== 0
    const off = isLowered ? coupon.amount + Math.round((monthly * coupon.percent) / 100) : 0
    this.invoice(monthly - Math.min(off, monthly) + extra, due)
    if (isLowered && coupon.left !== null) coupon.left -= 1
  }

  /** What was used beyond the plan in the period that runs, up to the cap. */
  private beyond(): number {
    if (this.cap === null || this.start === null) return 0
    const included = ANSWERS[this.plan] + this.extras.answers.has * 1000
    const more = Math.max(0, (this.used.get(this.start) ?? 0) - included)
    return Math.min(this.cap, more * BEYOND[this.plan])
  }

  private last(): void {
    if (this.start === null || this.start > this.day) return
    const net = this.beyond()
    if (net === 0) return
    this.invoice(net, this.day + 7)
    this.used.delete(this.start)
  }

  private first(): void {
    this.anchor = dateOf(14).getUTCDate()
    this.period(14, Math.max(14, this.day), SETUP[this.plan])
  }

  private spend(): void {
    for (const invoice of this.open) {
      const part = Math.min(this.free, invoice.total - invoice.settled)
      invoice.settled += part
      this.credit -= part
    }
  }

  /** After money moved: whoever owes nothing that is due is a paying company. */
  private look(): void {
    const owes = this.open.some((one) => one.due <= this.day || !this.isPaying)
    if (this.start !== null && !owes) {
      this.isPaying = true
      const wasSuspended = this.status === 'suspended'
      if (this.status !== 'cancelled') this.status = 'active'
      if (wasSuspended && this.end <= this.day) {
        this.anchor = dateOf(this.day).getUTCDate()
        this.period(this.day, this.day + 7, this.beyond())
      }
    }
    this.tick()
  }

  /** The clock, one due thing after the other. */
  private tick(): void {
    for (let guard = 0; guard < 100; guard++) if (!this.step()) return
    throw new Error('the model never comes to rest')
  }

  private step(): boolean {
    const { day, status } = this
    const unpaid = this.open[0]?.due ?? Infinity
    if (status === 'trial' && day >= 14) {
      if (this.start === null) this.first()
      this.become('past_due')
    } else if (status === 'suspended' && day >= this.since + 45) {
      this.last()
      for (const invoice of this.open)
        Object.assign(invoice, { settled: invoice.total, isLost: true })
      this.become('cancelled')
    } else if (status === 'active' && unpaid <= day && unpaid < this.end) {
      this.become('past_due')
    } else if (status === 'past_due' && day >= this.since + 14 && this.since + 14 < this.end) {
      this.become('suspended')
    } else if ((status === 'active' || status === 'past_due') && day >= this.end) {
      this.renew()
    } else return false
    return true
  }

  private become(status: Status): void {
    this.status = status
    this.since = this.day
  }

  private renew(): void {
    if (this.cancels) {
      this.last()
      this.become('cancelled')
      return
    }
    const beyond = this.beyond()
    this.plan = this.nextPlan ?? this.plan
    this.nextPlan = null
    this.period(this.end, this.day + 7, beyond)
  }
}
