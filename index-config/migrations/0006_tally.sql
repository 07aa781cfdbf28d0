-- What is counted, narrow: thousands of these rows are read for one answer, so that they must lie on few pages.

-- Every facet key (`facet.keys`) once, under a number that is its character in `tally.keys`. Rows are only ever
-- added: whoever has read them may keep them. Numbers begin beyond control characters and the blank.
create table facet_key (
  code integer primary key,
  key  text not null unique
);
insert into facet_key (code, key) values (160, '');

-- keys: one character for each facet key of a dimension; the rest as in `facet`.
create table tally (
  n        integer primary key,
  keys     text not null,
  closes   integer,
  deadline integer,
  pay_max  integer
);
