-- Who this file belongs to, the company's own settings, its people and their sessions.
create table tenant_meta (
  key text primary key,
  value text not null
) strict, without rowid;

create table company (
  id integer primary key check (id = 1),
  name text not null,
  industry text not null,
  description text not null default '',
  phone text,
  email text,
  website text,
  address text,
  time_zone text not null default 'Africa/Nairobi',
  currency text not null default 'KES',
  language text not null default 'en',
  logo_file_id integer references files(id),
  accent_color text not null default '#0f766e',
  hours_json text not null default '{}',
  ai_enabled integer not null default 1,
  ai_threshold real not null default 0.6,
  ai_monthly_budget_cents integer,
  ai_agent_name text not null default '',
  ai_tone text not null default 'friendly',
  ai_instructions text not null default '',
  agents_see_earlier integer not null default 0,
  agents_see_unassigned integer not null default 0,
  owner_verified_at integer,
  created_at integer not null,
  updated_at integer not null
) strict;

create table files (
  id integer primary key,
  storage_key text not null unique,
  name text not null,
  mime_type text not null,
  byte_size integer not null,
  sha256 text not null,
  purpose text not null check (purpose in ('message', 'product', 'logo', 'document', 'avatar')),
  created_by_member_id integer,
  created_at integer not null
) strict;

create table members (
  id integer primary key,
  email text not null collate nocase unique,
  name text not null,
  password_hash text,
  role text not null check (role in ('owner', 'admin', 'manager', 'agent', 'viewer')),
  permissions_json text not null default '[]',
  status text not null default 'active' check (status in ('invited', 'active', 'deactivated')),
  language text not null default 'en',
  theme text not null default 'system',
  phone text,
  totp_secret_encrypted text,
  totp_confirmed_at integer,
  totp_last_step integer,
  recovery_codes_json text,
  last_sign_in_at integer,
  created_at integer not null,
  updated_at integer not null
) strict;

create table member_sessions (
  id integer primary key,
  token_hash text not null unique,
  member_id integer not null references members(id) on delete cascade,
  created_at integer not null,
  last_seen_at integer not null,
  expires_at integer not null,
  ip text,
  user_agent text
) strict;
create index member_sessions_by_member on member_sessions (member_id);
create index member_sessions_by_expiry on member_sessions (expires_at);

-- Invitations, password resets and e-mail confirmations: random, hashed at rest, single use, expiring.
create table member_tokens (
  token_hash text primary key,
  kind text not null check (kind in ('invitation', 'password_reset', 'email_verification')),
  member_id integer not null references members(id) on delete cascade,
  created_at integer not null,
  expires_at integer not null,
  used_at integer
) strict, without rowid;
create index member_tokens_by_member on member_tokens (member_id);

create table api_keys (
  id integer primary key,
  name text not null,
  key_hash text not null unique,
  key_prefix text not null,
  created_at integer not null,
  last_used_at integer,
  revoked_at integer
) strict;

create table audit_log (
  id integer primary key,
  at integer not null,
  actor_kind text not null check (actor_kind in ('member', 'platform', 'api', 'system')),
  actor_id integer,
  actor_name text not null,
  action text not null,
  subject_kind text,
  subject_id text,
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
create index jobs_finished on jobs (finished_at) where state in ('done', 'cancelled');
create index jobs_failed on jobs (finished_at) where state = 'failed';

-- What changed, in commit order: live pages catch up from the last id they saw. Pruned after a day.
create table changes (
  id integer primary key autoincrement,
  kind text not null,
  conversation_id integer,
  data_json text not null default '{}',
  at integer not null
) strict;
