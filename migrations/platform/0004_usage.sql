-- What companies used, rolled up from their own files by jobs.
create table tenant_usage (
  tenant_id text not null references tenants(id),
  -- the first day of the billing period, in the company's zone
  period_from text not null,
  -- members, answers, messages, endpoints, storageMb, contacts
  measure text not null,
  used integer not null,
  measured_at integer not null,
  primary key (tenant_id, period_from, measure)
) strict, without rowid;
