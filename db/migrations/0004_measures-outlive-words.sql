-- The post a measure hides, as somebody read it: kept beyond its words as long as it may have to be shown again.
CREATE TABLE measure_target (
  measure INTEGER PRIMARY KEY CHECK (measure > 0),
  post    TEXT NOT NULL
) STRICT;

-- Whose data are to be erased or shown, until that is decided or done.
DROP TABLE erasure_request;
CREATE TABLE account_request (
  about  TEXT NOT NULL CHECK (about IN ('erasure', 'access')),
  number INTEGER NOT NULL CHECK (number > 0),
  handle TEXT NOT NULL COLLATE NOCASE,
  PRIMARY KEY (about, number)
) STRICT, WITHOUT ROWID;
