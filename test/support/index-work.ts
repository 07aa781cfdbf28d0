export type IndexWork =
  | 'rebuild of the index in the database'
  | 'publishing to the database'
  | 'rebuild on the server'
  | 'publishing to the server'
  | 'applying settings'
