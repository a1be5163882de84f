-- History: what happened, for good. One row is one event in the life of one matter (about, matter).
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

CREATE TRIGGER event_stays BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;

CREATE TRIGGER event_is_kept BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;

-- A public post belongs to one matter only.
CREATE UNIQUE INDEX event_posted ON event (json_extract(body, '$.id')) WHERE type = 'posted';

-- A form that is sent twice counts once.
CREATE UNIQUE INDEX event_form ON event (json_extract(body, '$.form'))
  WHERE type IN ('proposed', 'revised', 'mended');

-- A quarter is a span of time.
CREATE INDEX event_at ON event (at);

-- What events say of people, and the instants by which a post could be found again. Rows can be erased; history
-- keeps a salted hash of each, so that nothing can be guessed from it afterwards.
CREATE TABLE erasable (
  -- The number of the event.
  event INTEGER PRIMARY KEY,
  salt  TEXT NOT NULL,
  said  TEXT NOT NULL CHECK (json_valid(said))
) STRICT;

-- Matters the desk may still owe something for, and from when. Follows from history and the messages: a
-- shortcut, not a truth, so that a settle does not read everything that ever happened.
CREATE TABLE open_matter (
  about  TEXT NOT NULL,
  matter INTEGER NOT NULL,
  -- UTC milliseconds; null while it owes nothing by itself.
  due_at INTEGER,
  PRIMARY KEY (about, matter)
) STRICT, WITHOUT ROWID;

CREATE INDEX open_matter_due ON open_matter (about, due_at);

-- Who the numbers in history are. Rows can be erased; history stays whole.
CREATE TABLE person (
  -- Never given out again: what somebody decided stays theirs, also once nobody knows who it was.
  actor      INTEGER PRIMARY KEY AUTOINCREMENT CHECK (actor > 0),
  slack_user TEXT NOT NULL UNIQUE,
  -- History has a hash of both.
  salt       TEXT NOT NULL
) STRICT;

-- What the bot wrote in Slack. A row without ts is an intent: written before the call, found again by
-- its key in the message's metadata after a crash.
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

CREATE UNIQUE INDEX slack_message_place ON slack_message (channel, ts) WHERE ts IS NOT NULL;

-- The least recently read first.
CREATE INDEX slack_message_unread ON slack_message (read_at) WHERE listens = 1;

-- The reactions on a card as last read, so that each one given counts once.
CREATE TABLE reaction (
  message TEXT NOT NULL REFERENCES slack_message (key) ON DELETE CASCADE,
  actor   INTEGER NOT NULL,
  name    TEXT NOT NULL,
  PRIMARY KEY (message, actor, name)
) STRICT, WITHOUT ROWID;

-- What citizens wrote. It is theirs: it is erased in time, and history stays whole without it. Nothing
-- else about them is kept: no picture, no biography, no place, no count.
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

-- Ids of erased posts that a reading may still come across: not taken in again. Gone as soon as none does.
CREATE TABLE erased_post (
  post      TEXT PRIMARY KEY,
  posted_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX mention_conversation ON mention (conversation, posted_at);
CREATE INDEX mention_posted ON mention (posted_at);
CREATE INDEX mention_thread ON mention (thread) WHERE thread IS NOT NULL;
CREATE INDEX mention_alert ON mention (alert) WHERE alert IS NOT NULL;
CREATE INDEX mention_handle ON mention (handle) WHERE handle IS NOT NULL;

-- The words of a mention, a row for each version its author made of them; none are left once it is erased.
CREATE TABLE mention_version (
  mention INTEGER NOT NULL REFERENCES mention (number),
  version INTEGER NOT NULL CHECK (version > 0),
  -- The network's id of this version.
  post    TEXT NOT NULL,
  text    TEXT NOT NULL,
  PRIMARY KEY (mention, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX mention_version_post ON mention_version (post);

-- Copies kept as evidence until a decision, for press officers only.
CREATE TABLE evidence (
  -- Never given out again: history goes on speaking of copies that are gone.
  number  INTEGER PRIMARY KEY AUTOINCREMENT CHECK (number > 0),
  mention INTEGER NOT NULL,
  held_at TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  sha256  TEXT NOT NULL CHECK (length(sha256) = 64),
  salt    TEXT NOT NULL
) STRICT;

-- Why a measure was taken, in words that may quote somebody.
CREATE TABLE measure_reason (
  measure INTEGER PRIMARY KEY CHECK (measure > 0),
  reason  TEXT NOT NULL,
  salt    TEXT NOT NULL
) STRICT;

-- The post a measure hides, as somebody read it: kept beyond its words as long as it may have to be shown again.
CREATE TABLE measure_target (
  measure INTEGER PRIMARY KEY CHECK (measure > 0),
  post    TEXT NOT NULL
) STRICT;

-- Whose data are to be erased or shown, until that is decided or done.
CREATE TABLE account_request (
  about  TEXT NOT NULL CHECK (about IN ('erasure', 'access')),
  number INTEGER NOT NULL CHECK (number > 0),
  handle TEXT NOT NULL COLLATE NOCASE,
  PRIMARY KEY (about, number)
) STRICT, WITHOUT ROWID;

-- Up to when the mentions of a network have been read, and a span of which not everything could be.
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

-- What people are still to hear of the reading of mentions. Nothing of it is personal.
CREATE TABLE untold (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  key    TEXT NOT NULL UNIQUE,
  told   TEXT NOT NULL CHECK (json_valid(told))
) STRICT;

-- Networks that tell nothing for now, and what people heard of it.
CREATE TABLE outage (
  network TEXT PRIMARY KEY,
  because TEXT NOT NULL,
  since   TEXT NOT NULL,
  -- The reasons people heard of, in their order.
  told    TEXT NOT NULL CHECK (json_valid(told))
) STRICT, WITHOUT ROWID;

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
  -- Never given out again: a button may still be about one that is gone.
  number   INTEGER PRIMARY KEY AUTOINCREMENT CHECK (number > 0),
  noted_at TEXT NOT NULL,
  topic    TEXT,
  text     TEXT NOT NULL
) STRICT;

-- What networks were asked for and charge, by UTC day; the prices stand in the network's room.
CREATE TABLE spending (
  day    TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  charge TEXT NOT NULL,
  count  INTEGER NOT NULL,
  PRIMARY KEY (day, charge)
) STRICT, WITHOUT ROWID;

-- When a feed was read last. What it has the first time is known already.
CREATE TABLE feed (
  address   TEXT PRIMARY KEY,
  looked_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Items of feeds, each told once: what somebody may propose of it, null for what nobody was told of.
CREATE TABLE feed_item (
  name    TEXT PRIMARY KEY,
  seen_at TEXT NOT NULL,
  said    TEXT CHECK (said IS NULL OR json_valid(said))
) STRICT, WITHOUT ROWID;

-- When what belongs to an hour of the day was done last: the instant since which it was owed then.
CREATE TABLE done (
  name TEXT PRIMARY KEY,
  at   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which forms were read already: one sent again after a late answer means what it meant the first time.
CREATE TABLE form (
  id     TEXT NOT NULL,
  about  TEXT NOT NULL,
  matter INTEGER NOT NULL,
  at     TEXT NOT NULL,
  PRIMARY KEY (id, about)
) STRICT, WITHOUT ROWID;

CREATE INDEX form_at ON form (at);

-- Pictures as the public sees them: nothing of the file somebody uploaded but what it shows. Rows can be erased.
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

-- What was typed into a form of several steps, until it is submitted.
CREATE TABLE draft (
  form TEXT PRIMARY KEY,
  said TEXT NOT NULL CHECK (json_valid(said)),
  at   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX draft_at ON draft (at);
