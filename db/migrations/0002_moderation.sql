-- History tells of more than proposals now; its rows and their hashes stay as they are.
DROP TRIGGER event_stays;
DROP TRIGGER event_is_kept;
DROP INDEX event_posted;
DROP INDEX event_form;
ALTER TABLE event RENAME TO event_of_proposals;

CREATE TABLE event (
  number   INTEGER PRIMARY KEY,
  about    TEXT NOT NULL
    CHECK (about IN ('proposal', 'conversation', 'measure', 'flood', 'erasure')),
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

INSERT INTO event SELECT * FROM event_of_proposals ORDER BY number;
DROP TABLE event_of_proposals;

CREATE TRIGGER event_stays BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;

CREATE TRIGGER event_is_kept BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;

-- A public post belongs to one proposal only.
CREATE UNIQUE INDEX event_posted ON event (json_extract(body, '$.id')) WHERE type = 'posted';

-- A form that is sent twice counts once.
CREATE UNIQUE INDEX event_form ON event (json_extract(body, '$.form'))
  WHERE type IN ('proposed', 'revised');

-- What citizens wrote. It is theirs: it is erased in time, and history stays whole without it. Nothing
-- else about them is kept: no picture, no biography, no place, no count (R-17).
CREATE TABLE mention (
  number       INTEGER PRIMARY KEY CHECK (number > 0),
  conversation INTEGER NOT NULL CHECK (conversation > 0),
  -- The id of its first version on the network; once erased its SHA-256, so that it is known if it comes
  -- again, and tells nobody which one it was.
  post         TEXT NOT NULL UNIQUE,
  -- Null once erased.
  latest       TEXT,
  thread       TEXT,
  in_reply_to  TEXT,
  text         TEXT,
  handle       TEXT COLLATE NOCASE,
  name         TEXT,
  media        INTEGER NOT NULL,
  summons      INTEGER NOT NULL CHECK (summons IN (0, 1)),
  posted_at    TEXT NOT NULL,
  received_at  TEXT NOT NULL,
  -- When the network was last asked whether the public can still read it.
  checked_at   TEXT NOT NULL
) STRICT;

CREATE INDEX mention_conversation ON mention (conversation);
CREATE INDEX mention_thread ON mention (thread) WHERE thread IS NOT NULL;
CREATE INDEX mention_handle ON mention (handle) WHERE handle IS NOT NULL;

-- Copies kept as evidence until a decision, for press officers only (R-24).
CREATE TABLE evidence (
  number  INTEGER PRIMARY KEY CHECK (number > 0),
  mention INTEGER NOT NULL,
  held_at TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  sha256  TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;

-- Why a measure was taken, in words that may quote somebody.
CREATE TABLE measure_reason (
  measure INTEGER PRIMARY KEY CHECK (measure > 0),
  reason  TEXT NOT NULL
) STRICT;

-- Whose data are to be erased, until they are (R-20).
CREATE TABLE erasure_request (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  handle TEXT NOT NULL COLLATE NOCASE
) STRICT;

-- Up to when the mentions of a network have been read.
CREATE TABLE reading (
  network    TEXT PRIMARY KEY,
  read_up_to TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What networks were asked for and charge, by UTC day; the prices stand in the network's room.
CREATE TABLE spending (
  day    TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  charge TEXT NOT NULL,
  count  INTEGER NOT NULL,
  PRIMARY KEY (day, charge)
) STRICT, WITHOUT ROWID;
