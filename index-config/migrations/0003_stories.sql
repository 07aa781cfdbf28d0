-- What notices of several publishers mean for one another: worked out from all of them, never read off one page.

alter table item add column thread text;       -- employer|year|programme
alter table item add column merged_into text;  -- state merged: id of the item that tells its story
alter table item add column cancelled_by text; -- of a call: id of the notice that gives it up
alter table item add column extended_by text;  -- of a call: id of the amendment that moves its end
alter table item add column extended_to text;  -- the end that the amendment states
create index item_thread on item (thread, n) where thread is not null and parent is null;
create index item_merged on item (merged_into) where merged_into is not null;
create index item_cancelled on item (cancelled_by) where cancelled_by is not null;
create index item_extended on item (extended_by) where extended_by is not null;

-- Derived from here on. Items that are compared, with a hash of what is compared of each.
create table story (
  n        integer primary key references item (n) on delete cascade,
  hash     text not null,
  compared integer not null -- 0: its fingerprints can be found, its pairs are not all known yet
);
-- Fingerprints by which likely copies are found: below zero of a headline or an address, else of the text.
create table story_band (
  band integer not null,
  day  integer not null, -- epoch day of publication
  n    integer not null references item (n) on delete cascade,
  primary key (band, day, n)
) without rowid;
create index story_band_n on story_band (n);
-- Texts that were compared and tell one story; both ways round.
create table story_pair (
  a integer not null references item (n) on delete cascade,
  b integer not null,
  primary key (a, b)
) without rowid;

-- Items to be compared anew: whatever asks for a new index row asks for this too, in the same transaction.
create table story_due (
  seq     integer primary key autoincrement,
  item_id text not null unique
);
create trigger story_asked after insert on outbox begin
  insert or replace into story_due (item_id) values (new.item_id);
end;

-- What was kept before anything was compared.
insert into outbox (item_id, at) select id, changed_at from item where parent is null;
