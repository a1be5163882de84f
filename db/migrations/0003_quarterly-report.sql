-- History also tells how often somebody was shown what is kept about them (R-20), and is read by time.
DROP TRIGGER event_stays;
DROP TRIGGER event_is_kept;
DROP INDEX event_posted;
DROP INDEX event_form;
ALTER TABLE event RENAME TO event_before;

CREATE TABLE event (
  number   INTEGER PRIMARY KEY,
  about    TEXT NOT NULL
    CHECK (about IN ('proposal', 'conversation', 'measure', 'flood', 'erasure', 'access')),
  matter   INTEGER NOT NULL CHECK (matter > 0),
  position INTEGER NOT NULL CHECK (position > 0),
  type     TEXT NOT NULL,
  at       TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  actor    INTEGER NOT NULL,
  body     TEXT NOT NULL CHECK (json_valid(body)),
  hash     TEXT NOT NULL CHECK (length(hash) = 64),
  -- The lock against double approval: two decisions cannot take the same place.
  UNIQUE (about, matter, position)
) STRICT;

INSERT INTO event SELECT * FROM event_before ORDER BY number;
DROP TABLE event_before;

CREATE TRIGGER event_stays BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;

CREATE TRIGGER event_is_kept BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;

-- A public post belongs to one proposal only.
CREATE UNIQUE INDEX event_posted ON event (json_extract(body, '$.id')) WHERE type = 'posted';

-- A form that is sent twice counts once.
CREATE UNIQUE INDEX event_form ON event (json_extract(body, '$.form'))
  WHERE type IN ('proposed', 'revised');

-- A quarter is a span of time.
CREATE INDEX event_at ON event (at);

-- What the counters of our own posts said at certain moments. Networks only tell the present; a moment
-- that was missed stays empty.
CREATE TABLE post_reading (
  post    TEXT NOT NULL,
  moment  TEXT NOT NULL CHECK (moment IN ('1h', '24h', '7d', '28d', 'quarter-end')),
  read_at TEXT NOT NULL,
  views   INTEGER NOT NULL,
  likes   INTEGER NOT NULL,
  reposts INTEGER NOT NULL,
  quotes  INTEGER NOT NULL,
  replies INTEGER NOT NULL,
  PRIMARY KEY (post, moment)
) STRICT, WITHOUT ROWID;

-- How many accounts followed the office, once a local day.
CREATE TABLE audience_reading (
  network TEXT NOT NULL,
  day     TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  read_at TEXT NOT NULL,
  count   INTEGER NOT NULL,
  PRIMARY KEY (network, day)
) STRICT, WITHOUT ROWID;

-- What staff noted for the report. Free words, so no part of history: they can be taken back.
CREATE TABLE experience (
  number   INTEGER PRIMARY KEY CHECK (number > 0),
  noted_at TEXT NOT NULL,
  topic    TEXT,
  text     TEXT NOT NULL
) STRICT;
