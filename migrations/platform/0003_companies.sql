-- What the platform's people note about companies.
create table company_notes (
  id integer primary key,
  tenant_id text not null references tenants(id),
  user_id integer references platform_users(id),
  text text not null,
  created_at integer not null
) strict;
create index company_notes_by_tenant on company_notes (tenant_id, id);
