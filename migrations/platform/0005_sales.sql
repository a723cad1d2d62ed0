-- Who might become a company, and which rep works on it.
create table prospects (
  id integer primary key,
  name text not null,
  industry text not null,
  city text not null default '',
  contact_name text not null default '',
  phone text not null default '',
  email text not null default '',
  stage text not null default 'new'
    check (stage in ('new', 'contacted', 'demo', 'negotiating', 'won', 'lost')),
  rep_id integer references platform_users(id),
  next_action text not null default '',
  next_action_at integer,
  reason text not null default '',
  tenant_id text references tenants(id),
  created_at integer not null,
  updated_at integer not null
) strict;
create index prospects_by_rep on prospects (rep_id, stage, id);
