-- What the assistant is told about a trade, as the owner changed it. Without a row the standard counts.
create table industry_texts (
  industry text primary key,
  -- {prompt, limits, objections: [{said, answer}], closings}
  texts_json text not null,
  updated_by integer references platform_users(id),
  updated_at integer not null
) strict, without rowid;

-- A company on its way from the first talk to the first customer who is answered.
create table onboarding_sessions (
  id integer primary key,
  -- as long as there is no company, what was said of it waits here
  tenant_id text references tenants(id) on delete cascade,
  prospect_id integer references prospects(id) on delete cascade,
  rep_id integer references platform_users(id),
  name text not null,
  state text not null check (state in ('scheduled', 'in_progress', 'completed', 'cancelled')),
  -- where it goes on
  step text not null,
  -- step → fields as they were saved
  answers_json text not null default '{}',
  scheduled_at integer,
  started_at integer,
  completed_at integer,
  cancelled_at integer,
  created_at integer not null,
  updated_at integer not null
) strict;
create unique index onboarding_by_tenant on onboarding_sessions (tenant_id) where tenant_id is not null;
create unique index onboarding_by_prospect on onboarding_sessions (prospect_id)
  where prospect_id is not null and state <> 'cancelled';
create index onboarding_by_rep on onboarding_sessions (rep_id, updated_at desc, id desc);
create index onboarding_by_change on onboarding_sessions (updated_at desc, id desc);

-- How long each step took: from when it was first open to when it was first saved or left for later.
create table onboarding_steps (
  session_id integer not null references onboarding_sessions(id) on delete cascade,
  step text not null,
  opened_at integer not null,
  saved_at integer,
  is_skipped integer not null default 0,
  primary key (session_id, step)
) strict, without rowid;

-- A company with sample data for a prospect. It pays nothing and is erased when its days are over.
alter table tenants add column demo_of integer references prospects(id);
alter table tenants add column demo_expires_at integer;
create unique index tenants_by_demo on tenants (demo_of) where demo_of is not null;
create index tenants_demo_expiry on tenants (demo_expires_at) where demo_expires_at is not null;
