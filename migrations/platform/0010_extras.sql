-- Who may use a coupon, and who has.
alter table coupons add column plans_json text;
alter table coupons add column is_for_new integer not null default 0;
alter table coupons add column ended_at integer;

create table coupon_redemptions (
  tenant_id text not null references tenants(id),
  code text not null collate nocase references coupons(code),
  redeemed_at integer not null,
  primary key (tenant_id, code)
) strict, without rowid;

-- Fewer of an add-on count from the next period on; 0 takes it away.
alter table subscription_add_ons add column next_quantity integer check (next_quantity >= 0);

-- The most a company pays in a period beyond what its plan includes; null stops at the limit.
alter table subscriptions add column overage_cap integer check (overage_cap > 0);

insert into add_ons (id, name, currency, monthly, limits_json) values
  ('answers', '1,000 more answers', 'KES', 350000, '{"answers":1000}'),
  ('member', 'One more member', 'KES', 90000, '{"members":1}'),
  ('channel', 'One more channel', 'KES', 150000, '{"endpoints":1}');
