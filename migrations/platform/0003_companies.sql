-- What the platform's people note about companies.
create table company_notes (
  id integer primary key,
  tenant_id text not null references tenants(id),
  user_id integer references platform_users(id),
  text text not null,
  created_at integer not null
) strict;
create index company_notes_by_tenant on company_notes (tenant_id, id);

-- The companies a person of support looks after; they see no other.
create table tenant_supporters (
  tenant_id text not null references tenants(id),
  user_id integer not null references platform_users(id) on delete cascade,
  created_at integer not null,
  primary key (user_id, tenant_id)
) strict, without rowid;
create index tenant_supporters_by_tenant on tenant_supporters (tenant_id);

-- A company that is to be deleted keeps everything until then.
alter table tenants add column deletes_at integer;
alter table tenants add column deletion_asked_at integer;
-- its copy to take along: when it was written, and its size in bytes
alter table tenants add column exported_at integer;
alter table tenants add column export_bytes integer;

-- Where a company stands, in one word: a person's decision first, then its subscription's state.
alter table tenants add column standing text not null default 'none'
  check (standing in ('none', 'trial', 'active', 'past_due', 'suspended', 'cancelled', 'leaving', 'deleted'));
-- what it pays per month, minor units of the installation's currency
alter table tenants add column mrr integer not null default 0;

create index tenants_by_title on tenants (name collate nocase, id);
create index tenants_by_standing on tenants (standing, name collate nocase, id);
create index tenants_by_plan on tenants (plan, name collate nocase, id);
create index tenants_by_industry on tenants (industry, name collate nocase, id);
create index tenants_by_creation on tenants (created_at, id);
create index tenants_by_mrr on tenants (mrr, name collate nocase, id) where mrr > 0;
create index tenants_leaving on tenants (deletes_at) where deletes_at is not null;

create trigger tenants_stand after update of status, suspended_by, deletes_at on tenants
begin
  update tenants set standing = case
      when new.status = 'deleted' then 'deleted'
      when new.deletes_at is not null then 'leaving'
      when new.status = 'suspended' and new.suspended_by is not 'billing' then 'suspended'
      else coalesce((select status from subscriptions where tenant_id = new.id), 'none') end
    where id = new.id;
end;
create trigger subscriptions_begin after insert on subscriptions
begin
  update tenants set plan = new.plan_id, status = status where id = new.tenant_id;
end;
create trigger subscriptions_move after update of status, plan_id on subscriptions
begin
  update tenants set plan = new.plan_id, status = status where id = new.tenant_id;
end;

-- Revenue by month, so that no page adds up every movement there ever was. Months are Nairobi's.
create table revenue_months (
  currency text not null,
  -- 2026-11
  month text not null,
  kind text not null,
  delta integer not null,
  companies integer not null,
  primary key (currency, month, kind)
) strict, without rowid;
create trigger mrr_movements_add_up after insert on mrr_movements
begin
  insert into revenue_months (currency, month, kind, delta, companies)
    values (new.currency, strftime('%Y-%m', new.at / 1000 + 10800, 'unixepoch'), new.kind, new.delta, 1)
    on conflict do update set delta = delta + excluded.delta, companies = companies + 1;
  update tenants set mrr = mrr + new.delta where id = new.tenant_id;
end;

update tenants set status = status;
insert into revenue_months (currency, month, kind, delta, companies)
  select currency, strftime('%Y-%m', at / 1000 + 10800, 'unixepoch'), kind, sum(delta), count(*)
  from mrr_movements group by 1, 2, 3;
update tenants set mrr = coalesce((select sum(delta) from mrr_movements where tenant_id = tenants.id), 0);

create index platform_audit_by_tenant on platform_audit_log (tenant_id, id) where tenant_id is not null;
create index payments_failed on payments (created_at, id) where status = 'failed';
create index payments_settled on payments (settled_at, id) where status = 'settled';
create index invoices_due on invoices (due_at, id) where status = 'open';
create index jobs_failed on jobs (id) where state = 'failed';
