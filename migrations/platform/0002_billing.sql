-- What a company may use and what it costs. Amounts are minor units of their currency.
create table plans (
  id text primary key,
  name text not null,
  position integer not null,
  trial_days integer not null,
  -- { members, answers, messages, endpoints, storageMb, contacts }; null is without limit
  limits_json text not null,
  archived_at integer
) strict, without rowid;

create table plan_prices (
  plan_id text not null references plans(id),
  currency text not null,
  monthly integer not null check (monthly >= 0),
  setup_fee integer not null default 0 check (setup_fee >= 0),
  -- { answers: price of one beyond the limit, … }
  overage_json text not null default '{}',
  primary key (plan_id, currency)
) strict, without rowid;

insert into plans (id, name, position, trial_days, limits_json) values
  ('starter', 'Starter', 1, 14,
   '{"members":3,"answers":1000,"messages":5000,"endpoints":2,"storageMb":1024,"contacts":2000}'),
  ('professional', 'Professional', 2, 14,
   '{"members":15,"answers":6000,"messages":40000,"endpoints":6,"storageMb":10240,"contacts":20000}'),
  ('growth', 'Growth', 3, 14,
   '{"members":null,"answers":25000,"messages":200000,"endpoints":20,"storageMb":51200,"contacts":null}');

insert into plan_prices (plan_id, currency, monthly, setup_fee, overage_json) values
  ('starter', 'KES', 490000, 250000, '{"answers":500}'),
  ('professional', 'KES', 1490000, 500000, '{"answers":400}'),
  ('growth', 'KES', 3990000, 1000000, '{"answers":300}');

create table add_ons (
  id text primary key,
  name text not null,
  currency text not null,
  monthly integer not null check (monthly >= 0),
  limits_json text not null default '{}',
  archived_at integer
) strict, without rowid;

create table coupons (
  code text primary key collate nocase,
  percent integer check (percent between 1 and 100),
  amount integer check (amount > 0),
  currency text,
  -- how many monthly invoices it lowers; null for all
  months integer check (months > 0),
  uses_max integer,
  uses integer not null default 0,
  valid_until integer,
  created_at integer not null,
  check ((percent is null) <> (amount is null)),
  check (uses_max is null or uses <= uses_max)
) strict, without rowid;

create table subscriptions (
  tenant_id text primary key references tenants(id),
  plan_id text not null references plans(id),
  status text not null check (status in ('trial', 'active', 'past_due', 'suspended', 'cancelled')),
  currency text not null,
  -- agreed with this company; a new list price leaves it alone
  monthly integer not null,
  setup_fee integer not null,
  time_zone text not null,
  -- day of the month on which periods begin
  anchor_day integer not null check (anchor_day between 1 and 31),
  trial_ends_at integer,
  period_start integer,
  period_end integer,
  cancels_at_period_end integer not null default 0,
  next_plan_id text references plans(id),
  coupon_code text references coupons(code),
  coupon_months_left integer,
  -- when the first invoice was paid: from then on the company counts as revenue
  activated_at integer,
  past_due_since integer,
  suspended_at integer,
  cancelled_at integer,
  notices_sent integer not null default 0,
  next_action_at integer,
  created_at integer not null,
  updated_at integer not null
) strict, without rowid;
create index subscriptions_by_status on subscriptions (status, tenant_id);
create index subscriptions_due on subscriptions (next_action_at) where next_action_at is not null;

create table subscription_add_ons (
  tenant_id text not null references subscriptions(tenant_id),
  add_on_id text not null references add_ons(id),
  quantity integer not null check (quantity > 0),
  monthly integer not null,
  primary key (tenant_id, add_on_id)
) strict, without rowid;

-- Every change of what a company pays per month, so that any day's figure is a sum.
create table mrr_movements (
  id integer primary key,
  tenant_id text not null references tenants(id),
  at integer not null,
  kind text not null check (kind in ('new', 'expansion', 'contraction', 'churned', 'returned')),
  currency text not null,
  delta integer not null
) strict;
create index mrr_movements_by_time on mrr_movements (at);
create index mrr_movements_by_tenant on mrr_movements (tenant_id, at);

-- One row per series; the next number is taken in the transaction that issues the document.
create table document_counters (
  series text primary key,
  last integer not null
) strict, without rowid;

create table invoices (
  id integer primary key,
  tenant_id text not null references tenants(id),
  number text not null unique,
  kind text not null check (kind in ('invoice', 'credit_note')),
  status text not null check (status in ('open', 'paid', 'credited', 'uncollectible')),
  currency text not null,
  subtotal integer not null check (subtotal >= 0),
  tax_percent integer not null,
  tax integer not null check (tax >= 0),
  total integer not null check (total = subtotal + tax),
  -- of an invoice: paid or credited so far
  settled integer not null default 0 check (settled between 0 and total),
  credits_invoice_id integer references invoices(id),
  reason text,
  period_start integer,
  period_end integer,
  customer_json text not null default '{}',
  issued_at integer not null,
  due_at integer not null
) strict;
create index invoices_by_tenant on invoices (tenant_id, id);
create index invoices_open on invoices (tenant_id, due_at) where status = 'open';
create index invoices_by_time on invoices (issued_at, id);

create table invoice_lines (
  invoice_id integer not null references invoices(id),
  position integer not null,
  kind text not null check (kind in ('plan', 'setup', 'add_on', 'overage', 'proration', 'discount', 'credit')),
  -- what the line's words are filled with
  values_json text not null default '{}',
  quantity integer not null default 1,
  amount integer not null,
  primary key (invoice_id, position)
) strict, without rowid;

create table payments (
  id integer primary key,
  tenant_id text not null references tenants(id),
  invoice_id integer references invoices(id),
  method text not null check (method in ('mpesa', 'card', 'bank', 'cash')),
  direction text not null default 'in' check (direction in ('in', 'out')),
  status text not null check (status in
    ('asked', 'pending', 'unknown', 'review', 'waiting_approval', 'settled', 'failed', 'refused')),
  currency text not null,
  amount integer not null check (amount > 0),
  -- the vendor's receipt, a bank's reference, a cash book's number
  reference text,
  vendor_id text,
  phone text,
  reason text,
  recorded_by integer references platform_users(id),
  decided_by integer references platform_users(id),
  created_at integer not null,
  settled_at integer,
  updated_at integer not null,
  check (decided_by is null or recorded_by is null or decided_by <> recorded_by)
) strict;
create unique index payments_by_reference on payments (method, direction, reference) where reference is not null;
create unique index payments_by_vendor on payments (method, vendor_id) where vendor_id is not null;
create index payments_by_tenant on payments (tenant_id, id);
create index payments_undecided on payments (status, id) where status in ('asked', 'pending', 'unknown', 'review', 'waiting_approval');

-- What vendors told us, as it came, before anything is concluded from it.
create table payment_callbacks (
  id integer primary key,
  method text not null,
  vendor_id text,
  body text not null,
  received_at integer not null,
  payment_id integer references payments(id),
  outcome text not null default 'received' check (outcome in
    ('received', 'applied', 'repeated', 'unmatched', 'contradiction', 'unreadable'))
) strict;
create index payment_callbacks_by_vendor on payment_callbacks (method, vendor_id);
create index payment_callbacks_open on payment_callbacks (outcome, id) where outcome in ('received', 'unmatched', 'contradiction', 'unreadable');

-- The books: every journal sums to zero per currency, and a posted one never changes.
create table journals (
  id integer primary key,
  at integer not null,
  kind text not null check (kind in ('invoice', 'credit_note', 'payment', 'allocation', 'refund', 'write_off')),
  tenant_id text not null references tenants(id),
  invoice_id integer references invoices(id),
  payment_id integer references payments(id),
  posted_at integer
) strict;
create index journals_by_tenant on journals (tenant_id, id);
create unique index journals_once_per_payment on journals (payment_id, kind) where kind in ('payment', 'refund');

create table ledger_entries (
  id integer primary key,
  journal_id integer not null references journals(id),
  account text not null check (account in
    ('receivable', 'customer_credit', 'revenue', 'tax', 'mpesa', 'card', 'bank', 'cash', 'bad_debt')),
  tenant_id text not null references tenants(id),
  currency text not null,
  -- debit positive, credit negative
  amount integer not null check (amount <> 0)
) strict;
create index ledger_entries_by_journal on ledger_entries (journal_id);
create index ledger_entries_by_account on ledger_entries (tenant_id, account, currency, amount);

create trigger journals_balance before update of posted_at on journals
when new.posted_at is not null
begin
  select raise(abort, 'journal does not sum to zero')
  where exists (
    select 1 from ledger_entries where journal_id = new.id group by currency having sum(amount) <> 0
  ) or not exists (select 1 from ledger_entries where journal_id = new.id);
end;
create trigger journals_fixed before update on journals
when old.posted_at is not null
begin
  select raise(abort, 'a posted journal never changes');
end;
create trigger journals_kept before delete on journals
begin
  select raise(abort, 'journals are kept');
end;
create trigger ledger_entries_open before insert on ledger_entries
when (select posted_at from journals where id = new.journal_id) is not null
begin
  select raise(abort, 'a posted journal never changes');
end;
create trigger ledger_entries_fixed before update on ledger_entries
begin
  select raise(abort, 'ledger entries never change');
end;
create trigger ledger_entries_kept before delete on ledger_entries
begin
  select raise(abort, 'ledger entries are kept');
end;

-- Who suspended a company: an unpaid invoice is lifted by paying it, a person's decision is not.
alter table tenants add column suspended_by text check (suspended_by in ('staff', 'billing'));
