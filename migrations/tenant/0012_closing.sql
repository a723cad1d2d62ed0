alter table conversations add column closed_by integer references members(id);
alter table conversations add column closed_reason text not null default '';
-- what a message to a closed conversation does: opens it again within so many hours, else a new one
alter table company add column reopen_hours integer not null default 0;
-- comma-separated: lost_reason, won_amount, won_products, payment_method, what_worked
alter table company add column close_requires text not null default 'won_amount';

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
  payment_method text not null default '',
  what_worked text not null default '',
  at integer not null,
  voided_at integer
) strict;
create index sales_by_time on sales (at, id);
create index sales_by_contact on sales (contact_id, at);
create index sales_by_conversation on sales (conversation_id);
create table sale_items (
  sale_id integer not null references sales(id) on delete cascade,
  position integer not null,
  product_id integer references products(id),
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
  token_hash text not null unique,
  state text not null default 'planned' check (state in ('planned', 'sent', 'answered', 'skipped', 'expired')),
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
alter table company add column csat_question text not null default '';

create table sla_clocks (
  conversation_id integer not null references conversations(id) on delete cascade,
  kind text not null check (kind in ('first_reply', 'next_reply', 'resolution')),
  started_at integer not null,
  due_at integer not null,
  warned_at integer,
  breached_at integer,
  met_at integer,
  cancelled_at integer,
  member_id integer references members(id),
  priority_id integer references priorities(id),
  primary key (conversation_id, kind, started_at)
) strict, without rowid;
create index sla_clocks_running on sla_clocks (due_at) where met_at is null and cancelled_at is null and breached_at is null;
create index sla_clocks_breached on sla_clocks (breached_at) where breached_at is not null;
alter table company add column sla_enabled integer not null default 0;
