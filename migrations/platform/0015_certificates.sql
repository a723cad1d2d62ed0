-- The certificates that this installation's hosts show, as the last look found them.
create table certificates (
  host text primary key,
  -- whose portal or own domain it is; null: the platform's
  tenant_id text references tenants(id),
  state text not null check (
    state in ('valid', 'expired', 'not_yet_valid', 'wrong_host', 'untrusted', 'unreachable')
  ),
  issuer text,
  valid_from integer,
  valid_until integer,
  -- null: there was no certificate to compare
  is_for_host integer check (is_for_host in (0, 1)),
  looked_at integer not null
) strict, without rowid;
create index certificates_by_tenant on certificates (tenant_id);

-- in days that are left
insert into alert_rules (kind, threshold, again_hours, roles_json, updated_at) values
  ('certificate', 14, 24, '["owner","admin"]', 0);
