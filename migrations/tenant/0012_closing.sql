alter table conversations add column closed_by integer references members(id);
-- why it ended so, in the words of the one who closed it
alter table conversations add column closed_reason text not null default '';
-- what a message to a closed conversation does: opens it again within so many hours, else a new one
alter table company add column reopen_hours integer not null default 0;
-- comma-separated: lost_reason, won_amount, won_products, payment_method, what_worked
alter table company add column close_requires text not null default 'won_amount';

create table lost_reasons (
  id integer primary key,
  name text not null collate nocase,
  position integer not null,
  -- no longer offered; what was closed with it keeps it
  archived_at integer,
  created_at integer not null
) strict;
create unique index lost_reasons_by_name on lost_reasons (name) where archived_at is null;
-- what tenants-template/seed.sql gives to new companies
insert into lost_reasons (name, position, created_at) values
  ('Too expensive', 1, 0), ('Chose somebody else', 2, 0), ('We do not have it', 3, 0), ('Not now', 4, 0), ('Stopped answering', 5, 0);
alter table conversations add column lost_reason_id integer references lost_reasons(id);

create table sales (
  id integer primary key,
  conversation_id integer references conversations(id) on delete set null,
  contact_id integer not null references contacts(id),
  lead_id integer,
  -- who sold; a fact that stays when the person leaves
  member_id integer references members(id),
  channel text,
  amount_minor integer not null check (amount_minor >= 0),
  currency text not null,
  payment_method text not null default '' check (payment_method in ('', 'cash', 'mpesa', 'card', 'bank', 'other')),
  what_worked text not null default '',
  at integer not null,
  corrected_at integer,
  corrected_by integer references members(id),
  voided_at integer,
  voided_by integer references members(id),
  void_reason text not null default ''
) strict;
create index sales_by_time on sales (at, id);
create index sales_by_contact on sales (contact_id, at);
create index sales_by_conversation on sales (conversation_id);
create table sale_items (
  sale_id integer not null references sales(id) on delete cascade,
  position integer not null,
  -- the name stays when the product leaves the catalogue
  product_id integer references products(id) on delete set null,
  name text not null,
  quantity integer not null check (quantity > 0),
  unit_price_minor integer not null check (unit_price_minor >= 0),
  primary key (sale_id, position)
) strict, without rowid;
create index sale_items_by_product on sale_items (product_id);

create table csat_surveys (
  id integer primary key,
  conversation_id integer not null references conversations(id) on delete cascade,
  contact_id integer not null references contacts(id),
  -- who had it when it was closed
  member_id integer references members(id),
  channel text not null,
  -- of the link's secret, which is made when it is sent
  token_hash text unique,
  state text not null default 'planned' check (state in ('planned', 'sent', 'answered', 'skipped')),
  skip_reason text,
  rating integer check (rating between 1 and 5),
  comment text not null default '',
  closed_at integer not null,
  sent_at integer,
  answered_at integer,
  unique (conversation_id, closed_at)
) strict;
create index csat_by_answer on csat_surveys (answered_at, id) where answered_at is not null;
create index csat_by_contact on csat_surveys (contact_id, id);
alter table company add column csat_enabled integer not null default 0;
-- comma-separated channels that ask; empty is all
alter table company add column csat_channels text not null default '';
alter table company add column csat_delay_minutes integer not null default 5;
-- the company's own words; empty takes ours
alter table company add column csat_question_en text not null default '';
alter table company add column csat_question_sw text not null default '';

create table sla_clocks (
  id integer primary key,
  conversation_id integer not null references conversations(id) on delete cascade,
  kind text not null check (kind in ('first_reply', 'next_reply', 'resolution')),
  -- minutes of business time that are allowed, as the priority said when it started
  target_minutes integer not null,
  started_at integer not null,
  -- of business time, while it stood still
  paused_ms integer not null default 0,
  paused_at integer,
  warn_at integer not null,
  due_at integer not null,
  warned_at integer,
  breached_at integer,
  met_at integer,
  cancelled_at integer,
  -- who had it when it was breached
  member_id integer references members(id),
  priority_id integer references priorities(id),
  unique (conversation_id, kind, started_at)
) strict;
create index sla_clocks_open on sla_clocks (conversation_id, due_at, warn_at) where met_at is null and cancelled_at is null;
create index sla_clocks_breached on sla_clocks (breached_at, id) where breached_at is not null;
create index sla_clocks_by_due on sla_clocks (due_at, kind);
alter table company add column sla_enabled integer not null default 0;
-- 1: what the assistant answers is a reply; 0: only what a person answers
alter table company add column sla_ai_replies integer not null default 1;
