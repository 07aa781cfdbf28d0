-- One text for node:sqlite and Cloudflare D1: no pragma, no BEGIN.

-- The truth -----------------------------------------------------------------

-- n = epoch day of publication * 65536 + slot, given at first sight and never
-- changed, so that the order of n is the order of dates and nothing is sorted.
create table item (
  n          integer primary key,
  id         text not null unique,
  source     text not null,
  url        text not null,
  parent     text,
  kind       text not null,
  type       text not null,
  stage      text,
  region     text,
  published  text not null,
  closes     text,
  state      text not null,
  title      text not null,
  excerpt    text not null,
  hash       text not null,
  first_seen text not null,
  changed_at text not null,
  doc        text not null
);
create index item_url on item (url);
create index item_source on item (source, n);
create index item_parent on item (parent, n) where parent is not null;

-- What a reader saw change. `changed` is a JSON list of field names, empty for the first version.
create table version (
  item_id text not null references item (id) on delete cascade,
  no      integer not null,
  at      text not null,
  changed text not null,
  title   text not null,
  primary key (item_id, no)
) without rowid;

-- Items whose index rows are out of date.
create table outbox (
  seq     integer primary key autoincrement,
  item_id text not null,
  at      text not null
);

create table pin (
  pin_id     integer primary key autoincrement,
  item_id    text not null,
  kind       text,
  region     text,
  category   text,
  sort_order integer not null,
  from_at    text not null,
  until_at   text not null,
  reason     text not null,
  who        text not null
);
create index pin_until on pin (until_at);

create table source (
  slug        text primary key,
  names       text not null default '{}',
  home        text not null default '',
  region      text not null default '',
  official    integer not null default 0,
  enabled     integer not null default 1,
  blocked     integer not null default 0,
  last_ok_at  text,
  last_try_at text,
  last_error  text
) without rowid;

create table meta (
  key   text primary key,
  value text not null
) without rowid;

-- Derived: dropped and filled again by one command ----------------------------

-- keys: JSON list, one letter and a value each: "*" every item, "kjob", "r140225"
-- (with all parents), "cschool", "p5414-guard", "sgov", "gopen", "o1". closes:
-- last second at which one can apply (with the 30 days assumed where nothing is
-- said), deadline: only what the source said; both epoch seconds. pay_max: a month.
create table facet (
  n          integer primary key,
  keys       text not null,
  open       integer not null,
  closes     integer,
  deadline   integer,
  pay_max    integer,
  employer   text,
  headcount  integer,
  token_hash text not null
);
create index facet_open on facet (closes) where open = 1;

-- Ready counters: scope is "*" or "r<code>", kind "*" or "k<kind>".
create table facet_count (
  scope text not null,
  kind  text not null,
  dim   text not null,
  value text not null,
  n     integer not null,
  primary key (scope, kind, dim, value)
) without rowid;

-- Folded text as indexed, title first: the second look at terms of more than one token.
create table item_text (
  n integer primary key,
  t text not null
);

create virtual table item_fts using fts5(
  t, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 0"
);
