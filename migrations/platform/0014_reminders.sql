-- Who is written to about a company's money; its owners where it names nobody.
create table billing_contacts (
  id integer primary key,
  tenant_id text not null references tenants(id),
  name text not null,
  email text not null collate nocase,
  -- E.164; without one nothing is sent by WhatsApp
  phone text,
  language text not null,
  created_at integer not null,
  unique (tenant_id, email)
) strict;

-- The platform's own WhatsApp number, by which companies are reminded. One row or none.
create table reminder_channel (
  id integer primary key check (id = 1),
  phone_number_id text not null,
  -- sealed with the platform's key
  access_token text not null,
  template text not null,
  language text not null,
  updated_at integer not null
) strict;

-- Every message about a company's money, and what became of it.
create table billing_messages (
  id integer primary key,
  tenant_id text not null references tenants(id),
  kind text not null,
  invoice_id integer references invoices(id),
  channel text not null check (channel in ('email', 'whatsapp')),
  -- the same message is written once
  key text not null unique,
  recipient_name text not null,
  recipient text not null,
  -- what a template is filled with: the name, what it is about, the address
  values_json text,
  status text not null default 'waiting' check (status in ('waiting', 'sent', 'failed')),
  reason text,
  vendor_id text,
  created_at integer not null,
  updated_at integer not null
) strict;
create index billing_messages_by_tenant on billing_messages (tenant_id, id);
create index billing_messages_by_invoice on billing_messages (invoice_id, id) where invoice_id is not null;

-- Which warnings of a limit a member has put away, until the next threshold or period.
create table limit_dismissals (
  tenant_id text not null references tenants(id),
  member_id integer not null,
  -- which limits stood where, and in which period
  warning text not null,
  dismissed_at integer not null,
  primary key (tenant_id, member_id)
) strict, without rowid;
