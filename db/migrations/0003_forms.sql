-- Which forms were read already: one sent again after a late answer means what it meant the first time.
CREATE TABLE form (
  id     TEXT NOT NULL,
  about  TEXT NOT NULL,
  matter INTEGER NOT NULL,
  at     TEXT NOT NULL,
  PRIMARY KEY (id, about)
) STRICT, WITHOUT ROWID;

CREATE INDEX form_at ON form (at);
