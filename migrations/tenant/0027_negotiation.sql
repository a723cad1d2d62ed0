-- How far the assistant may go on the price of a product; amounts in minor units of its currency, for one piece.
create table negotiation_limits (
  product_id integer primary key references products(id) on delete cascade,
  floor_minor integer not null check (floor_minor >= 0),
  -- what it gives with every offer
  step_minor integer not null check (step_minor > 0),
  rounds_max integer not null check (rounds_max > 0),
  -- below it a person decides; none: the assistant goes down to the floor
  person_below_minor integer,
  -- give and take: who buys so many pieces has a floor of their own
  bulk_from integer check (bulk_from > 1),
  bulk_floor_minor integer check (bulk_floor_minor >= 0),
  changed_at integer not null
) strict;
-- Every offer that was made to a customer, and what they had offered.
create table negotiation_offers (
  id integer primary key,
  conversation_id integer not null references conversations(id) on delete cascade,
  product_id integer not null references products(id) on delete cascade,
  quantity integer not null,
  bid_minor integer,
  offered_minor integer not null,
  currency text not null,
  outcome text not null check (outcome in ('countered', 'accepted', 'last', 'person')),
  at integer not null
) strict;
create index negotiation_offers_by_conversation on negotiation_offers (conversation_id, product_id, id);
create index negotiation_offers_by_product on negotiation_offers (product_id, id desc);
