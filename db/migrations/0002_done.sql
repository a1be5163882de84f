-- When what belongs to an hour of the day was done last: the instant since which it was owed then.
CREATE TABLE done (
  name TEXT PRIMARY KEY,
  at   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
