-- A search server beside the index in this database, and an index that is made anew beside the one that serves.

-- Items whose documents on the server are out of date; written only while one is used. `error`: why the server will not
-- take the item; such a row is set aside until the item changes.
create table engine_outbox (
  seq     integer primary key autoincrement,
  item_id text not null,
  at      text not null,
  error   text
);
create index engine_outbox_item on engine_outbox (item_id);

-- How publishing to it goes: failures in a row, not to be tried before `retry_at`, and who rebuilds it until when.
create table engine_state (
  name             text primary key,
  failures         integer not null default 0,
  retry_at         text,
  error            text,
  rebuilding_until text
) without rowid;

-- Published while another index was being filled: to be published again once that one serves. `index_rebuild` in `meta`
-- names the filling that is under way.
create table index_asked (
  item_id text primary key
) without rowid;
create trigger index_asked_meanwhile after delete on outbox
when exists (select 1 from meta where key = 'index_rebuild') begin
  insert or ignore into index_asked (item_id) values (old.item_id);
end;
