-- What only the crawler needs. It shares the file with the items, so that a
-- page's state and its items move in one transaction.

-- One address of one source: a list, or what a list leads to.
create table page (
  source        text not null,
  url           text not null,          -- first canonical address
  role          text not null,          -- list, detail
  -- waiting: never read whole; ok; gone: two healthy crawls found nothing;
  -- alias: leads to another page that is known; dropped: never an item
  status        text not null,
  etag          text,
  last_modified text,
  hash          text,                   -- of the bytes last read
  entry_hash    text,                   -- of the list entry that leads here
  title         text,                   -- as the list says
  list_date     text,
  list          text,                   -- address of the list that led here first
  on_page       text,                   -- page of the list that shows it now
  position      integer,                -- on that page
  item_id       text,
  unfinished    integer not null default 0, -- a list whose further pages were not all read
  entries       integer not null default 0, -- of a list: entries on its first page last time
  feed          text,                   -- of a list that a script fills: where its entries really are
  first_at      text not null,
  checked_at    text,
  whole_at      text,                   -- last answer that was not 304
  next_at       text,                   -- null: when its list entry changes
  visits        integer not null default 0,
  fails         integer not null default 0,
  last_cause    text,
  missing_since text,                   -- first 404 or 410 in a healthy crawl
  primary key (source, url)
) without rowid;
create index page_next on page (source, role, next_at);
create index page_shown on page (source, on_page) where on_page is not null;

-- Further addresses of a page: permanent redirects.
create table alias (
  source text not null,
  url    text not null,
  page   text not null,
  primary key (source, url)
) without rowid;

-- Raw bytes of what is shown, packed, kept once however many pages say the same.
create table capture (
  hash         text primary key,
  url          text not null,
  content_type text not null,
  at           text not null,
  packed       blob not null            -- zstd
) without rowid;

-- Pace per host, robots.txt per origin; JSON.
create table host (
  host  text primary key,
  state text not null
) without rowid;

-- Who crawls a source now. The fence grows with every taking; writers prove theirs.
create table lease (
  source     text primary key,
  holder     text not null,
  fence      integer not null,
  expires_at text not null
) without rowid;

-- A write by a holder who lost the lease sets null here and so undoes its own batch.
create table fence_check (
  one integer primary key,
  ok  integer not null
);

create table run (
  run_id      integer primary key autoincrement,
  started_at  text not null,
  finished_at text,
  report      text
);
