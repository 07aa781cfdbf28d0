-- Left `engine_outbox` while the index on the search server was being made anew: the index that was filled may not hold
-- it, so it is asked for again once that one serves.
create table engine_asked (
  item_id text primary key
) without rowid;
create trigger engine_asked_meanwhile after delete on engine_outbox
when exists (select 1 from engine_state where rebuilding_until is not null) begin
  insert or ignore into engine_asked (item_id) values (old.item_id);
end;
