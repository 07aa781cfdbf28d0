-- What keeping needs beyond the first release.

alter table page add column read_url text;     -- where its bytes came from, redirects followed
alter table page add column content_type text;
alter table page add column parts text;        -- further parts of one article: JSON [{url, hash, type}]
alter table page add column reader text;       -- readers and corrections it was last read with
alter table page add column text_hash text;    -- of what was read, to tell pages that say the same
alter table page add column yields text;       -- of a list: JSON [[entries, titles, titled, dated], …], newest last, at most 14
alter table page add column resume text;       -- of a list: page at which a walk over new entries came to its limit
alter table page add column walked_at text;    -- of a list: when it was last read to its end
alter table page add column shown_as text;     -- the address under which a list shows it now, where that is another
create index page_list on page (source, list, first_at) where list is not null;
create index page_hash on page (hash) where hash is not null;
create index page_parts on page (parts) where parts is not null;
create index page_text on page (source, text_hash) where text_hash is not null;
create index page_item on page (item_id) where item_id is not null;
create index page_reader on page (source, reader) where role = 'detail' and status = 'ok';

-- Since when no page, part, file or quarantine names these bytes.
alter table capture add column unused_since text;

-- Files that an article links to, by the page's first canonical address. Bytes lie in capture.
create table attachment (
  source        text not null,
  page          text not null,
  url           text not null,
  hash          text,                   -- of the bytes last read; null before the first
  content_type  text,
  etag          text,
  last_modified text,
  problem       text,                   -- cause of the last failed fetch
  fails         integer not null default 0,
  next_at       text,                   -- null: when its page is read again
  checked_at    text,
  primary key (source, page, url)
) without rowid;

create index attachment_hash on attachment (hash) where hash is not null;

-- What was read and is not believed: the old stays, the new waits here for a person.
create table quarantine (
  source   text not null,
  url      text not null,               -- of the list or the page
  what     text not null,               -- list, page
  why      text not null,
  at       text not null,
  before   text not null,               -- JSON, what stands
  after    text not null,               -- JSON, what was read
  hash     text,                        -- of its bytes
  released integer not null default 0,  -- a person said that the new is right
  primary key (source, url)
) without rowid;
