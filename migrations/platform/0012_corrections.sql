-- A credit note that somebody asked for; it is issued when a second person has agreed.
create table credit_asks (
  id integer primary key,
  tenant_id text not null references tenants(id),
  invoice_id integer not null references invoices(id),
  -- minor units without tax
  subtotal integer not null check (subtotal > 0),
  reason text not null,
  status text not null default 'waiting' check (status in ('waiting', 'issued', 'refused')),
  asked_by integer not null references platform_users(id),
  decided_by integer references platform_users(id),
  credit_note_id integer references invoices(id),
  created_at integer not null,
  decided_at integer,
  check (status <> 'issued' or decided_by is not null and decided_by <> asked_by)
) strict;
create index credit_asks_waiting on credit_asks (id) where status = 'waiting';
create index credit_asks_by_invoice on credit_asks (invoice_id, id);

-- The payment whose money a refund gives back: a card is only refunded by the vendor that took it.
alter table payments add column refunds_payment_id integer references payments(id);
create index payments_by_refunded on payments (refunds_payment_id) where refunds_payment_id is not null;
create index payments_leaving on payments (tenant_id, currency)
  where direction = 'out' and status in ('asked', 'pending', 'unknown', 'review');
