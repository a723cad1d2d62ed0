-- How the installation itself is doing. Nothing here names a customer or holds what anybody wrote.

-- Requests by minute and by hour. b0 … b11 count answers by how long they took; their upper
-- bounds are in platform/health/latency.ts.
create table health_minutes (
  -- the minute's beginning, UTC ms
  at integer not null,
  -- app, portal, api, webhook, widget, other
  surface text not null,
  requests integer not null,
  -- answered with 5xx
  errors integer not null,
  -- answered with 4xx
  refused integer not null,
  total_ms integer not null,
  b0 integer not null, b1 integer not null, b2 integer not null, b3 integer not null,
  b4 integer not null, b5 integer not null, b6 integer not null, b7 integer not null,
  b8 integer not null, b9 integer not null, b10 integer not null, b11 integer not null,
  primary key (at, surface)
) strict, without rowid;

create table health_routes (
  -- the hour's beginning, UTC ms
  at integer not null,
  surface text not null,
  -- as declared: /conversations/:id
  route text not null,
  requests integer not null,
  errors integer not null,
  refused integer not null,
  total_ms integer not null,
  slowest_ms integer not null,
  b0 integer not null, b1 integer not null, b2 integer not null, b3 integer not null,
  b4 integer not null, b5 integer not null, b6 integer not null, b7 integer not null,
  b8 integer not null, b9 integer not null, b10 integer not null, b11 integer not null,
  primary key (at, surface, route)
) strict, without rowid;

-- What the process looked like at the end of a minute.
create table health_states (
  at integer primary key,
  role text not null,
  -- behind the primary; null where nothing is replicated
  lag_ms integer,
  -- the 99th percentile of the event loop's delay in that minute
  loop_delay_ms integer not null,
  memory_bytes integer not null,
  handles integer not null,
  streams integer not null,
  jobs_running integer not null,
  -- the platform's own queue
  jobs_waiting integer not null,
  jobs_failed integer not null
) strict;

create table health_disk (
  at integer primary key,
  free_bytes integer not null,
  total_bytes integer not null,
  databases_bytes integer not null,
  uploads_bytes integer not null
) strict;

create table health_vendors (
  at integer not null,
  vendor text not null,
  calls integer not null,
  -- answered with 4xx
  refused integer not null,
  -- answered with 5xx, or not at all
  failed integer not null,
  total_ms integer not null,
  primary key (at, vendor)
) strict, without rowid;

create table health_ai (
  at integer not null,
  model text not null,
  calls integer not null,
  failed integer not null,
  input_tokens integer not null,
  output_tokens integer not null,
  -- millionths of a US dollar
  cost_micros integer not null,
  primary key (at, model)
) strict, without rowid;

create table health_jobs (
  at integer not null,
  kind text not null,
  done integer not null,
  -- put back for another try
  retried integer not null,
  failed integer not null,
  total_ms integer not null,
  primary key (at, kind)
) strict, without rowid;

create table slow_queries (
  id integer primary key,
  at integer not null,
  -- '' is the platform's own file
  tenant_id text not null,
  -- with ? for every value
  statement text not null,
  times integer not null,
  total_ms integer not null,
  slowest_ms integer not null,
  last_at integer not null,
  unique (at, tenant_id, statement)
) strict;

-- What waits and what failed in companies' own files, as the last sweep found it.
create table tenant_jobs (
  tenant_id text not null,
  kind text not null,
  state text not null check (state in ('queued', 'running', 'failed')),
  count integer not null,
  oldest_at integer not null,
  measured_at integer not null,
  primary key (tenant_id, kind, state)
) strict, without rowid;
create index tenant_jobs_by_kind on tenant_jobs (state, kind, count);

-- Messages of a company by day (UTC), to notice one that fell silent.
create table tenant_activity (
  tenant_id text not null,
  -- days since 1970
  day integer not null,
  messages integer not null,
  primary key (tenant_id, day)
) strict, without rowid;
create index tenant_activity_by_day on tenant_activity (day);

create table api_usage (
  tenant_id text not null,
  key_id integer not null,
  day integer not null,
  key_name text not null,
  requests integer not null,
  refused integer not null,
  errors integer not null,
  last_at integer not null,
  primary key (tenant_id, day, key_id)
) strict, without rowid;
create index api_usage_by_day on api_usage (day, tenant_id, requests);

create table alert_rules (
  kind text primary key,
  is_on integer not null default 1 check (is_on in (0, 1)),
  threshold real not null,
  -- told again while it lasts; 0 is never
  again_hours integer not null default 24,
  -- owner, admin, support
  roles_json text not null,
  by_mail integer not null default 1 check (by_mail in (0, 1)),
  by_webhook integer not null default 1 check (by_webhook in (0, 1)),
  updated_at integer not null
) strict, without rowid;
insert into alert_rules (kind, threshold, again_hours, roles_json, updated_at) values
  ('error_rate', 0.02, 6, '["owner","admin"]', 0),
  ('low_activity', 0.2, 72, '["owner","admin","support"]', 0),
  ('limit_near', 0.8, 168, '["owner","admin"]', 0),
  ('payment_failed', 24, 24, '["owner","admin"]', 0),
  ('backup_old', 26, 24, '["owner","admin"]', 0),
  ('replication_lag', 10, 6, '["owner","admin"]', 0),
  ('failed_jobs', 1, 24, '["owner","admin"]', 0);

create table alerts (
  id integer primary key,
  kind text not null references alert_rules(kind),
  -- what it is about: a company's id, a measure; '' is the installation
  subject text not null,
  tenant_id text,
  state text not null default 'open' check (state in ('open', 'acknowledged', 'resolved')),
  -- the figure that opened it, and the newest
  value real not null,
  threshold real not null,
  opened_at integer not null,
  seen_at integer not null,
  told_at integer,
  acknowledged_at integer,
  acknowledged_by integer references platform_users(id),
  resolved_at integer,
  -- null: the condition ended by itself
  resolved_by integer references platform_users(id)
) strict;
create unique index alerts_open on alerts (kind, subject) where state <> 'resolved';
create index alerts_by_state on alerts (state, id);
create index alerts_by_subject on alerts (kind, subject, id);

create table alert_hook (
  id integer primary key check (id = 1),
  url text not null,
  secret_sealed text not null,
  updated_at integer not null
) strict;

-- Each telling of an alert by webhook, with what came of it; mails are jobs of their own.
create table alert_deliveries (
  id integer primary key,
  alert_id integer not null references alerts(id),
  event text not null check (event in ('opened', 'again', 'resolved')),
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  reason text,
  created_at integer not null,
  settled_at integer
) strict;
create index alert_deliveries_by_alert on alert_deliveries (alert_id, id);

-- The isolation audit: each run looks at every file, a few at a time.
create table isolation_runs (
  id integer primary key,
  started_by text not null,
  started_at integer not null,
  finished_at integer,
  -- the last company looked at; a stopped run goes on behind it
  after_tenant text not null default '',
  files integer not null default 0
) strict;
create unique index isolation_runs_open on isolation_runs (finished_at is null) where finished_at is null;

create table isolation_findings (
  id integer primary key,
  run_id integer not null references isolation_runs(id) on delete cascade,
  kind text not null,
  is_informational integer not null default 0,
  -- of a company, a file's name, an endpoint's masked number
  tenant_id text,
  subject text not null default '',
  detail text not null default ''
) strict;
create index isolation_findings_by_run on isolation_findings (run_id, is_informational, id);
