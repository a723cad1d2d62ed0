-- What spans companies: who they are, how a request finds them, and the platform's own people.
create table tenants (
  id text primary key,
  slug text not null unique,
  name text not null,
  industry text not null,
  status text not null default 'active' check (status in ('active', 'suspended', 'deleted')),
  suspended_reason text,
  cell integer not null default 0,
  plan text not null default 'trial',
  next_job_at integer,
  created_at integer not null,
  updated_at integer not null,
  deleted_at integer
) strict, without rowid;
create index tenants_by_job on tenants (next_job_at) where next_job_at is not null;
create index tenants_by_name on tenants (name, id);

create table tenant_keys (
  tenant_id text primary key references tenants(id),
  key_id text not null unique,
  wrapped_key text not null,
  wrapped_by text not null,
  created_at integer not null,
  erased_at integer
) strict, without rowid;

create table tenant_domains (
  host text primary key,
  tenant_id text not null references tenants(id),
  verified_at integer,
  created_at integer not null
) strict, without rowid;

-- Where an endpoint's key or a vendor's number leads. A number can be claimed once.
create table endpoint_directory (
  key text primary key,
  tenant_id text not null references tenants(id),
  channel text not null,
  endpoint_id integer not null,
  external_id text,
  has_own_secret integer not null default 0,
  created_at integer not null
) strict, without rowid;
create unique index endpoint_directory_by_external_id on endpoint_directory (channel, external_id) where external_id is not null;
create index endpoint_directory_by_tenant on endpoint_directory (tenant_id);

create table platform_users (
  id integer primary key,
  email text not null collate nocase unique,
  name text not null,
  password_hash text,
  role text not null check (role in ('owner', 'admin', 'sales', 'support')),
  status text not null default 'active' check (status in ('invited', 'active', 'deactivated')),
  language text not null default 'en',
  theme text not null default 'system',
  totp_secret_encrypted text,
  totp_confirmed_at integer,
  totp_last_step integer,
  recovery_codes_json text,
  last_sign_in_at integer,
  created_at integer not null,
  updated_at integer not null
) strict;

create table platform_sessions (
  id integer primary key,
  token_hash text not null unique,
  user_id integer not null references platform_users(id) on delete cascade,
  created_at integer not null,
  last_seen_at integer not null,
  expires_at integer not null,
  ip text,
  user_agent text
) strict;
create index platform_sessions_by_user on platform_sessions (user_id);

create table platform_tokens (
  token_hash text primary key,
  kind text not null check (kind in ('invitation', 'password_reset')),
  user_id integer not null references platform_users(id) on delete cascade,
  created_at integer not null,
  expires_at integer not null,
  used_at integer
) strict, without rowid;

create table platform_audit_log (
  id integer primary key,
  at integer not null,
  actor_kind text not null check (actor_kind in ('user', 'system')),
  actor_id integer,
  actor_name text not null,
  action text not null,
  tenant_id text,
  details_json text not null default '{}'
) strict;

create table jobs (
  id integer primary key,
  kind text not null,
  idempotency_key text not null,
  payload_json text not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  run_at integer not null,
  attempts integer not null default 0,
  max_attempts integer not null,
  lease_until integer,
  lease_token text,
  last_error text,
  created_at integer not null,
  finished_at integer,
  unique (kind, idempotency_key)
) strict;
create index jobs_due on jobs (run_at, id) where state = 'queued';
create index jobs_leased on jobs (lease_until) where state = 'running';

-- Mail that could not leave because no SMTP server is configured; only development shows it.
create table outbox_mails (
  id integer primary key,
  tenant_id text,
  to_address text not null,
  subject text not null,
  text_body text not null,
  html_body text not null,
  created_at integer not null
) strict;
