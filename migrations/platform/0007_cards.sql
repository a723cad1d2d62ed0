-- Who a company is at the card vendor, and the card it left to be charged.
create table card_customers (
  tenant_id text primary key references tenants(id),
  vendor_id text not null unique,
  payment_method_id text,
  brand text,
  last4 text,
  expires_month integer,
  expires_year integer,
  created_at integer not null,
  updated_at integer not null
) strict, without rowid;

-- A charge of a kept card, made while nobody was there.
alter table payments add column is_automatic integer not null default 0;
create index payments_by_invoice on payments (invoice_id) where invoice_id is not null;

-- The vendor numbers its events; each is taken once.
create unique index payment_callbacks_once on payment_callbacks (vendor_id) where method = 'card';
