CREATE TRIGGER event_is_kept BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;

CREATE TRIGGER event_stays BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;

CREATE TABLE account_request (
  about  TEXT NOT NULL CHECK (about IN ('erasure', 'access')),
  number INTEGER NOT NULL CHECK (number > 0),
  handle TEXT NOT NULL COLLATE NOCASE,
  PRIMARY KEY (about, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE audience_reading (
  network TEXT NOT NULL,
  day     TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  read_at TEXT NOT NULL,
  count   INTEGER NOT NULL,
  PRIMARY KEY (network, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE done (
  name TEXT PRIMARY KEY,
  at   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  form TEXT PRIMARY KEY,
  said TEXT NOT NULL CHECK (json_valid(said)),
  at   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE erasable (
  -- The number of the event.
  event INTEGER PRIMARY KEY,
  salt  TEXT NOT NULL,
  said  TEXT NOT NULL CHECK (json_valid(said))
) STRICT;

CREATE TABLE erased_post (
  post      TEXT PRIMARY KEY,
  posted_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  number   INTEGER PRIMARY KEY,
  about    TEXT NOT NULL
    CHECK (about IN
      ('proposal', 'conversation', 'measure', 'erasure', 'flood', 'report-order', 'access', 'declaration',
       'register')),
  matter   INTEGER NOT NULL CHECK (matter > 0),
  position INTEGER NOT NULL CHECK (position > 0),
  type     TEXT NOT NULL,
  -- Of the shape of its body: what was written in an older shape is lifted when it is read.
  version  INTEGER NOT NULL CHECK (version > 0),
  at       TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  actor    INTEGER NOT NULL,
  body     TEXT NOT NULL CHECK (json_valid(body)),
  hash     TEXT NOT NULL CHECK (length(hash) = 64),
  -- The lock against double approval: two decisions cannot take the same place.
  UNIQUE (about, matter, position)
) STRICT;

CREATE TABLE evidence (
  -- Never given out again: history goes on speaking of copies that are gone.
  number  INTEGER PRIMARY KEY AUTOINCREMENT CHECK (number > 0),
  mention INTEGER NOT NULL,
  held_at TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  sha256  TEXT NOT NULL CHECK (length(sha256) = 64),
  salt    TEXT NOT NULL
) STRICT;

CREATE TABLE experience (
  -- Never given out again: a button may still be about one that is gone.
  number   INTEGER PRIMARY KEY AUTOINCREMENT CHECK (number > 0),
  noted_at TEXT NOT NULL,
  topic    TEXT,
  text     TEXT NOT NULL
) STRICT;

CREATE TABLE feed (
  address   TEXT PRIMARY KEY,
  looked_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE feed_item (
  name    TEXT PRIMARY KEY,
  seen_at TEXT NOT NULL,
  said    TEXT CHECK (said IS NULL OR json_valid(said))
) STRICT, WITHOUT ROWID;

CREATE TABLE form (
  id     TEXT NOT NULL,
  about  TEXT NOT NULL,
  matter INTEGER NOT NULL,
  at     TEXT NOT NULL,
  PRIMARY KEY (id, about)
) STRICT, WITHOUT ROWID;

CREATE TABLE measure_reason (
  measure INTEGER PRIMARY KEY CHECK (measure > 0),
  reason  TEXT NOT NULL,
  salt    TEXT NOT NULL
) STRICT;

CREATE TABLE measure_target (
  measure INTEGER PRIMARY KEY CHECK (measure > 0),
  post    TEXT NOT NULL
) STRICT;

CREATE TABLE mention (
  number       INTEGER PRIMARY KEY CHECK (number > 0),
  conversation INTEGER NOT NULL CHECK (conversation > 0),
  -- The id of its first version on the network. Null once erased, as is all that tells which one it was; of the
  -- times only the days are left.
  post         TEXT UNIQUE,
  thread       TEXT,
  in_reply_to  TEXT,
  handle       TEXT COLLATE NOCASE,
  name         TEXT,
  media        INTEGER NOT NULL,
  summons      INTEGER NOT NULL CHECK (summons IN (0, 1)),
  posted_at    TEXT NOT NULL,
  received_at  TEXT NOT NULL,
  -- When the network is asked whether the public can still read it, and since when it says no, until a second look
  -- decides.
  look_at      TEXT NOT NULL,
  missed_since TEXT,
  -- For a call for help: the mention whose alert tells of it, itself or an earlier one of the same account.
  alert        INTEGER
) STRICT;

CREATE TABLE mention_cursor (
  network       TEXT PRIMARY KEY,
  read_up_to    TEXT NOT NULL,
  -- What could not be had, and is asked for again.
  missing_since TEXT,
  missing_until TEXT,
  -- What could not be had and people have heard of, while it lasts, and whether they heard that it is asked for again.
  told_since     TEXT,
  told_until     TEXT,
  told_ask_again INTEGER CHECK (told_ask_again IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE mention_version (
  mention INTEGER NOT NULL REFERENCES mention (number),
  version INTEGER NOT NULL CHECK (version > 0),
  -- The network's id of this version.
  post    TEXT NOT NULL,
  text    TEXT NOT NULL,
  PRIMARY KEY (mention, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE open_matter (
  about  TEXT NOT NULL,
  matter INTEGER NOT NULL,
  -- UTC milliseconds; null while it owes nothing by itself.
  due_at INTEGER,
  PRIMARY KEY (about, matter)
) STRICT, WITHOUT ROWID;

CREATE TABLE outage (
  network TEXT PRIMARY KEY,
  because TEXT NOT NULL,
  since   TEXT NOT NULL,
  -- The reasons people heard of, in their order.
  told    TEXT NOT NULL CHECK (json_valid(told))
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  -- Never given out again: what somebody decided stays theirs, also once nobody knows who it was.
  actor      INTEGER PRIMARY KEY AUTOINCREMENT CHECK (actor > 0),
  slack_user TEXT NOT NULL UNIQUE,
  -- History has a hash of both.
  salt       TEXT NOT NULL
) STRICT;

CREATE TABLE picture (
  sha256  TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  type    TEXT NOT NULL CHECK (type IN ('image/jpeg', 'image/png', 'image/gif')),
  -- In dots.
  width   INTEGER NOT NULL CHECK (width > 0),
  height  INTEGER NOT NULL CHECK (height > 0),
  bytes   BLOB NOT NULL,
  -- When somebody last brought it along.
  kept_at TEXT NOT NULL,
  -- Slack's id of the file that shows it there.
  preview TEXT
) STRICT;

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
  -- How much of the matter's life the message shows; 0 where what it shows is outdated, -1 where it was erased.
  shows    INTEGER NOT NULL DEFAULT 0,
  tried_at TEXT NOT NULL,
  -- Whether reactions on it count, and when they were last read; null before.
  listens  INTEGER NOT NULL DEFAULT 0 CHECK (listens IN (0, 1)),
  read_at  TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE spending (
  day    TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  charge TEXT NOT NULL,
  count  INTEGER NOT NULL,
  PRIMARY KEY (day, charge)
) STRICT, WITHOUT ROWID;

CREATE TABLE untold (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  key    TEXT NOT NULL UNIQUE,
  told   TEXT NOT NULL CHECK (json_valid(told))
) STRICT;

CREATE INDEX draft_at ON draft (at);

CREATE INDEX event_at ON event (at);

CREATE UNIQUE INDEX event_form ON event (json_extract(body, '$.form'))
  WHERE type IN ('proposed', 'revised', 'mended');

CREATE UNIQUE INDEX event_posted ON event (json_extract(body, '$.id')) WHERE type = 'posted';

CREATE INDEX form_at ON form (at);

CREATE INDEX mention_alert ON mention (alert) WHERE alert IS NOT NULL;

CREATE INDEX mention_conversation ON mention (conversation, posted_at);

CREATE INDEX mention_handle ON mention (handle) WHERE handle IS NOT NULL;

CREATE INDEX mention_posted ON mention (posted_at);

CREATE INDEX mention_thread ON mention (thread) WHERE thread IS NOT NULL;

CREATE INDEX mention_version_post ON mention_version (post);

CREATE INDEX open_matter_due ON open_matter (about, due_at);

CREATE UNIQUE INDEX slack_message_place ON slack_message (channel, ts) WHERE ts IS NOT NULL;

CREATE INDEX slack_message_unread ON slack_message (read_at) WHERE listens = 1;
