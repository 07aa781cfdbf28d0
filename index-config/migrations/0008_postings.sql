-- When an item was last there to be seen, and how often a posting was published again. No page says either.

-- Day in the town's zone; of positions none, since they are seen with their notice. One write an item and day.
create table sighting (
  item_id text primary key,
  day     text not null
) without rowid;

-- Derived from here on. Days on which a call for workers says that it was published.
create table posting (
  n    integer not null references item (n) on delete cascade,
  day  integer not null, -- epoch day
  weak integer not null, -- 1: not of the page itself, and so no second publication beside a better one
  primary key (n, day)
) without rowid;
-- What is compared of it: a hash of the whole, and what headline and employer have in common with its reposts.
create table posting_text (
  n    integer primary key references item (n) on delete cascade,
  key  integer not null,
  hash text not null
);
create index posting_key on posting_text (key, n);
-- Postings that were compared and are one; both ways round.
create table posting_pair (
  a integer not null references item (n) on delete cascade,
  b integer not null,
  primary key (a, b)
) without rowid;
create index posting_pair_b on posting_pair (b);

-- What was kept before anything was compared so.
insert or replace into story_due (item_id) select id from item where parent is null and kind = 'job' and type = 'notice';
