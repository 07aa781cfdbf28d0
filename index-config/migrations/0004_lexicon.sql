-- Words of the town by the ways in which they are typed. Derived: a rebuild makes it again, between two it only grows.
--   how   'w' the folded word itself, 'p' its pinyin without blanks, 'i' the first letters of its syllables,
--         'd' its first letters less up to two of them (typing mistakes), 't' a sign: these words of the town are in;
--         'nw' 'np' 'ni' the same of what can be chosen, 'ew' 'ep' 'ei' of employers, for suggestions only:
--         thousands of employers end in the same words
--   what  of what can be chosen: 'position', 'region', 'category', 'employer', and `value` chooses it
--   rank  0 of the trade, 1 and 2 of the town, 3 of occupations, 4 who employs, 5 out of headlines
--   since place of the item that brought it: common words come early
create table lexicon (
  how     text not null,
  key     text not null,
  rank    integer not null,
  what    text not null,
  value   text not null,
  word    text not null,
  spelled text not null, -- pinyin with blanks
  since   integer not null,
  primary key (how, key, rank, what, value, word)
) without rowid;
