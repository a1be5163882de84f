CREATE TRIGGER event_is_kept BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;

CREATE TRIGGER event_stays BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;

CREATE TABLE event (
  number   INTEGER PRIMARY KEY,
  about    TEXT NOT NULL CHECK (about IN ('proposal')),
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

CREATE TABLE open_matter (
  about  TEXT NOT NULL,
  matter INTEGER NOT NULL,
  PRIMARY KEY (about, matter)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  actor      INTEGER PRIMARY KEY CHECK (actor > 0),
  slack_user TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE reaction (
  message TEXT NOT NULL REFERENCES slack_message (key) ON DELETE CASCADE,
  actor   INTEGER NOT NULL,
  name    TEXT NOT NULL,
  PRIMARY KEY (message, actor, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE slack_message (
  key      TEXT PRIMARY KEY,
  channel  TEXT NOT NULL,
  thread   TEXT,
  ts       TEXT,
  -- How much of the matter's life the message shows.
  shows    INTEGER NOT NULL DEFAULT 0,
  tried_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX event_form ON event (json_extract(body, '$.form'))
  WHERE type IN ('proposed', 'revised');

CREATE UNIQUE INDEX event_posted ON event (json_extract(body, '$.id')) WHERE type = 'posted';

CREATE UNIQUE INDEX slack_message_place ON slack_message (channel, ts) WHERE ts IS NOT NULL;
