-- A demo company that is erased leaves its prospect free for another one.
drop index tenants_by_demo;
create unique index tenants_by_demo on tenants (demo_of)
  where demo_of is not null and status <> 'deleted' and deletes_at is null;

-- How far a demo company is with its sample data.
create table demos (
  tenant_id text primary key references tenants(id),
  prospect_id integer not null references prospects(id),
  made_by integer references platform_users(id),
  state text not null default 'making' check (state in ('making', 'ready', 'failed')),
  -- pieces of sample data that are there, of how many
  done integer not null default 0,
  total integer not null default 1,
  created_at integer not null
) strict, without rowid;

-- A company may be set up with what was tried in its demo.
alter table onboarding_sessions add column demo_id text references tenants(id);
-- of catalogue, faqs, look; separated by commas
alter table onboarding_sessions add column demo_keeps text not null default '';

-- When a prospect is shown the product. Each change has the next number, as calendars expect.
create table demo_meetings (
  id integer primary key,
  prospect_id integer not null references prospects(id) on delete cascade,
  uid text not null unique,
  sequence integer not null default 0,
  starts_at integer not null,
  minutes integer not null check (minutes between 5 and 480),
  -- a place or an address of a call
  place text not null default '',
  -- e-mail addresses, one a line
  attendees text not null default '',
  note text not null default '',
  cancelled_at integer,
  created_by integer references platform_users(id),
  created_at integer not null,
  updated_at integer not null
) strict;
create index demo_meetings_by_prospect on demo_meetings (prospect_id, starts_at desc, id desc);

-- Where a company is, folded as cities of prospects are; known from the prospect it was.
alter table tenants add column city text not null default '';
alter table tenants add column city_key text not null default '';
-- the last day on which messages were counted, in days since 1970
alter table tenants add column active_day integer;
create index tenants_by_city on tenants (city_key, name collate nocase, id);
create index tenants_by_rep_title on tenants (rep_id, name collate nocase, id);
create index tenants_by_activity on tenants (active_day, name collate nocase, id);
create trigger tenant_activity_shows after insert on tenant_activity when new.messages > 0
begin
  update tenants set active_day = new.day
    where id = new.tenant_id and (active_day is null or active_day < new.day);
end;
update tenants set active_day =
  (select max(day) from tenant_activity a where a.tenant_id = tenants.id and a.messages > 0);
update tenants set
  city = coalesce((select p.city from prospects p where p.tenant_id = tenants.id), ''),
  city_key = coalesce((select p.city_key from prospects p where p.tenant_id = tenants.id), '');
