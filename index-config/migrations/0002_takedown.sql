-- Addresses that were asked to go and never come back: not fetched, not kept, not shown.
create table takedown (
  url     text primary key,
  item_id text,
  reason  text not null,
  who     text not null,
  at      text not null
) without rowid;
create index takedown_item on takedown (item_id) where item_id is not null;
