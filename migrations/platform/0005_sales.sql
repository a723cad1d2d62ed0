-- Who might become a company, and which rep works on it. Amounts are minor units.
alter table tenants add column rep_id integer references platform_users(id);
create index tenants_by_rep on tenants (rep_id, name, id) where rep_id is not null;

create table prospects (
  id integer primary key,
  name text not null,
  -- folded, so that spellings of one name meet
  name_key text not null,
  industry text not null,
  city text not null default '',
  city_key text not null default '',
  contact_name text not null default '',
  -- E.164, or empty
  phone text not null default '',
  email text not null default '' collate nocase,
  source text not null default '',
  plan_id text references plans(id),
  -- what the company may pay a month
  value integer check (value >= 0),
  currency text not null default 'KES',
  stage text not null default 'new'
    check (stage in ('new', 'contacted', 'demo', 'negotiating', 'won', 'lost')),
  stage_changed_at integer not null,
  -- why it was won or lost
  reason text not null default '',
  rep_id integer references platform_users(id),
  next_action text not null default '',
  next_action_at integer,
  tenant_id text references tenants(id),
  created_by integer references platform_users(id),
  created_at integer not null,
  updated_at integer not null
) strict;
create index prospects_by_rep on prospects (rep_id, updated_at desc, id desc);
create index prospects_by_change on prospects (updated_at desc, id desc);
create index prospects_by_stage on prospects (stage, rep_id, stage_changed_at desc, id desc);
create index prospects_by_move on prospects (stage, stage_changed_at desc, id desc);
create index prospects_figures on prospects (rep_id, stage, value);
create index prospects_due on prospects (next_action_at, id)
  where next_action_at is not null and stage not in ('won', 'lost');
create index prospects_by_phone on prospects (phone) where phone <> '';
create index prospects_by_email on prospects (email) where email <> '';
create index prospects_by_name on prospects (name_key);
create index prospects_by_action on prospects (rep_id, next_action_at)
  where next_action_at is not null and stage not in ('won', 'lost');
create index prospects_by_tenant on prospects (tenant_id) where tenant_id is not null;

create table prospect_stage_changes (
  id integer primary key,
  prospect_id integer not null references prospects(id) on delete cascade,
  from_stage text,
  to_stage text not null,
  reason text not null default '',
  by_user_id integer references platform_users(id),
  at integer not null
) strict;
create index prospect_stage_changes_by_prospect on prospect_stage_changes (prospect_id, id);

create table prospect_notes (
  id integer primary key,
  prospect_id integer not null references prospects(id) on delete cascade,
  user_id integer references platform_users(id),
  text text not null,
  created_at integer not null
) strict;
create index prospect_notes_by_prospect on prospect_notes (prospect_id, id);

-- A file on its way in: its rows wait until the columns are chosen, then only the refused ones stay.
create table prospect_imports (
  id integer primary key,
  user_id integer not null references platform_users(id),
  file_name text not null,
  header_json text not null,
  rows_json text not null,
  state text not null default 'mapping' check (state in ('mapping', 'done')),
  rows_total integer not null,
  added integer not null default 0,
  -- [{ row, field, code }], one for each refused row
  problems_json text not null default '[]',
  created_at integer not null
) strict;
create index prospect_imports_by_user on prospect_imports (user_id, id);

-- Which rep a city belongs to; a city nobody has goes round among the reps.
create table territories (
  city_key text primary key,
  city text not null,
  rep_id integer not null references platform_users(id)
) strict, without rowid;
create index territories_by_rep on territories (rep_id);

create table sales_reps (
  user_id integer primary key references platform_users(id),
  -- the round goes on with whoever was given one the longest ago
  last_given_at integer not null
) strict;

-- What a rep earns. Empty rep: everybody; empty plan: every plan. The closest one counts.
create table commission_rates (
  id integer primary key,
  rep_id integer references platform_users(id),
  plan_id text references plans(id),
  one_time integer not null check (one_time >= 0),
  -- hundredths of a percent of what an invoice brings without tax
  percent_bp integer not null check (percent_bp between 0 and 10000),
  -- for how many months from the first paid invoice
  months integer not null check (months between 0 and 120),
  updated_at integer not null
) strict;
create unique index commission_rates_once on commission_rates (coalesce(rep_id, 0), coalesce(plan_id, ''));
insert into commission_rates (rep_id, plan_id, one_time, percent_bp, months, updated_at) values
  (null, null, 200000, 1000, 12, 0);

-- Under which terms an invoice was first found paid: a rate changed later leaves it alone.
create table commission_terms (
  invoice_id integer primary key references invoices(id),
  tenant_id text not null references tenants(id),
  rep_id integer not null references platform_users(id),
  percent_bp integer not null,
  one_time integer not null
) strict;
create index commission_terms_by_tenant on commission_terms (tenant_id, invoice_id);

-- What is owed to reps. Rows are only added: what is taken back is a row below zero.
create table commissions (
  id integer primary key,
  rep_id integer not null references platform_users(id),
  tenant_id text not null references tenants(id),
  invoice_id integer not null references invoices(id),
  kind text not null check (kind in ('one_time', 'recurring')),
  currency text not null,
  -- of the invoice, without tax and without what was credited; 0 for one-time
  base integer not null,
  percent_bp integer not null,
  amount integer not null check (amount <> 0),
  state text not null default 'pending' check (state in ('pending', 'approved', 'paid')),
  at integer not null,
  approved_by integer references platform_users(id),
  approved_at integer,
  paid_by integer references platform_users(id),
  paid_at integer,
  paid_reference text,
  check ((state = 'pending') = (approved_at is null)),
  check ((state = 'paid') = (paid_at is not null))
) strict;
create index commissions_by_rep on commissions (rep_id, at desc, id desc);
create index commissions_by_time on commissions (at desc, id desc);
create index commissions_by_state on commissions (state, at desc, id desc);
create index commissions_by_invoice on commissions (invoice_id, kind);
create index commissions_by_tenant on commissions (tenant_id, kind);
