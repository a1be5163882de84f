// What the sandbox's page (and a test that plays a person) says to the local Slack and the local X,
// and what it is shown. This is the sandbox's own language; the bot never speaks it.

/** The time the sandbox lives in, in milliseconds since 1970 UTC. Passed in, so that it can be moved. */
export type Clock = { now(): number }

export type Person = {
  /** Slack user id, e.g. "U0ANNA". */
  id: string
  /** Full name, e.g. "Anna Ahlers". */
  name: string
  /** What the person does, in German, e.g. "Fachamt MR". */
  role: string
  /** True for people of a guest account (is_restricted). */
  guest: boolean
  /** True for people of another workspace in a shared channel (is_stranger). */
  foreign: boolean
}

export type Reaction = { name: string; users: string[] }

export type File = {
  id: string
  name: string
  title: string
  /** What is said of a picture; empty where nobody said. */
  altText: string
  mimetype: string
  size: number
  url: string
}

export type Message = {
  ts: string
  channel: string
  /** User id of a person or of the bot. */
  user: string
  bot: boolean
  text: string
  /** Block Kit blocks as sent; empty where only text was sent. */
  blocks: unknown[]
  reactions: Reaction[]
  files: File[]
  /** Set on replies in a thread: the ts of its first message. */
  threadTs: string | null
  /** Replies in order; only on the first message of a thread. */
  replies: Message[]
  /** True where chat.update changed it. */
  edited: boolean
  /** Shown to the current person only. */
  ephemeral: boolean
  /** True for what the sample past brought: the page marks it "Beispiel". */
  sample: boolean
}

export type Channel = {
  id: string
  /** Without "#"; for a direct message the bot's name, or that of the other person. */
  name: string
  kind: 'channel' | 'direct' | 'person'
  isPrivate: boolean
  /** Shared with another organisation (is_ext_shared). */
  shared: boolean
  messages: Message[]
}

export type Modal = {
  viewId: string
  /** The Block Kit view as opened or updated. */
  view: Record<string, unknown>
  /** Sentences of response_action "errors", by block_id. */
  errors: Record<string, string>
}

/** That somebody's device rang for a message, and why: they were named, a user group they are in or everybody was, it is
 * a direct message, or a reply in a thread they follow. */
export type Ping = {
  channel: string
  ts: string
  /** The ts of the thread's first message where it was a reply. */
  threadTs: string | null
  /** User id of whoever wrote it. */
  by: string
  why: 'name' | 'group' | 'everybody' | 'direct' | 'thread'
}

/** All that one person sees of the local Slack. */
export type SlackSight = {
  me: Person
  people: Person[]
  bot: { id: string; name: string }
  channels: Channel[]
  /** From manifest.json. */
  commands: { name: string; description: string; usageHint: string }[]
  messageShortcuts: { name: string; callbackId: string }[]
  /** The stack of open forms of this person, the top one last. */
  modals: Modal[]
  /** The App Home view of this person, null until the bot published one. */
  home: Record<string, unknown> | null
  /** What rang for this person, the newest first. */
  activity: Ping[]
  faults: Fault[]
}

/** What X marks in a text, in UTF-16 units: a link, or a name or topic (null). */
export type XMark = { from: number; to: number; href: string | null }

export type XPost = {
  /** A string: ids exceed 2^53. */
  id: string
  author: {
    id: string
    handle: string
    name: string
    office: boolean
    protected: boolean
    /** The office has muted it; its posts are public all the same. */
    muted: boolean
  }
  /** As a reader sees it: links expanded, nothing escaped. */
  text: string
  /** In the order of the text. */
  marks: readonly XMark[]
  /** ISO instant. */
  createdAt: string
  inReplyTo: string | null
  /** Id of the post it quotes. */
  quotes: string | null
  url: string
  hidden: boolean
  /** Its author lets nobody answer. */
  closed: boolean
  media: { url: string; alt: string }[]
  /** Its author says that it was made with AI. */
  madeWithAi: boolean
  sample: boolean
}

/** What a profile tells besides the name. */
export type XProfile = {
  description: string
  location: string
  /** A full address. */
  website: string
  followers: number
}

/** The public timeline around the office, newest first. */
export type XSight = {
  account: { id: string; handle: string; name: string } & XProfile
  posts: XPost[]
  /** What the office deleted: nobody in public sees it any more. */
  deleted: XPost[]
  faults: Fault[]
}

export type Sight = { now: string; slack: SlackSight; x: XSight }

/** A file that somebody uploads. */
export type TypedFile = { name: string; mimetype: string; data: string }

/** What a person does in Slack. Every act answers { ok: true } or { ok: false, error } with Slack's
 * own error word (dispatch_failed, operation_timeout, expired_trigger_id, …) and a German sentence. */
export type Act = { as: string } & (
  | { act: 'command'; channel: string; command: string; text: string }
  /** files as { name, mimetype, data }, data in base64. */
  /** blocks and attachments as Slack's editor, a forward or an app adds them. */
  | {
      act: 'message'
      channel: string
      text: string
      threadTs?: string
      files?: TypedFile[]
      blocks?: readonly unknown[]
      attachments?: readonly unknown[]
    }
  | { act: 'react'; channel: string; ts: string; name: string }
  | { act: 'unreact'; channel: string; ts: string; name: string }
  | { act: 'shortcut'; callbackId: string; channel: string; ts: string }
  /** A button, menu or picker in a message, a modal or App Home. value: as Slack would send it in
   * the action payload (the button's value, selected_option, selected_date, …). */
  | {
      act: 'action'
      container:
        | { type: 'message'; channel: string; ts: string }
        | { type: 'view'; viewId: string }
        | { type: 'home' }
      action: { block_id: string; action_id: string; type: string } & Record<string, unknown>
      /** What the inputs around it hold at that moment, as in 'submit'. */
      values?: Record<string, Record<string, unknown>>
    }
  /** values: Slack's view.state.values. The files of a file_input are given as
   * { name, mimetype, data: base64 }; the local Slack makes Slack's file objects of them. */
  | { act: 'submit'; viewId: string; values: Record<string, Record<string, unknown>> }
  | { act: 'close'; viewId: string }
  | { act: 'home' }
)

export type ActAnswer = { ok: true } | { ok: false; error: string; sentence: string }

/** What a citizen does on X. */
export type CitizenAct =
  | {
      act: 'post'
      handle: string
      name: string
      text: string
      inReplyTo?: string
      /** Id of the post it quotes. */
      quotes?: string
      /** How many pictures it has, 0 to 4; none when absent. */
      images?: number
      /** The author lets nobody answer: X refuses our reply. */
      closed?: boolean
    }
  /** Makes the account protected, or public again: its posts vanish for everybody else. */
  | { act: 'protect' | 'unprotect'; handle: string }
  /** The account is no more, and its posts with it. */
  | { act: 'leave'; handle: string }
  /** So many different people, 1 to 500, write to the office at once. */
  | { act: 'flood'; count: number }
  | { act: 'edit'; id: string; text: string }
  | { act: 'delete'; id: string }

/** A way for a service to fail. It strikes `times` calls (of `method`, where one is named), then is over. */
export type Fault = {
  /** A Web API method ("chat.postMessage") or an X route ("POST /2/tweets"); every call when absent. */
  method?: string
  kind:
    | 'rate-limit' // 429 with Retry-After / x-rate-limit-reset
    | 'no-credit' // X: 402
    | 'server-error' // 500 (Slack), 503 JSON (X)
    | 'html' // X: 200 with an HTML body; Slack: 503 HTML
    | 'hang' // never answers, nothing committed
    | 'hang-after-commit' // commits, never answers
    | 'lost-answer' // commits, then cuts the connection
    | 'dropped' // cuts the connection, nothing committed
    | 'half-body' // commits, sends half of the body
    | 'late-index' // X: the post is not found by reads for a while
    | 'invalid-auth' // Slack: ok:false invalid_auth
    | 'account-inactive' // Slack: ok:false account_inactive
    | 'down' // refuses every connection / closes every socket until lifted
    | 'twice' // Slack: delivers the next event twice; two or three such faults: three or four times
    | 'late' // Slack: delivers the next event only after a while
    | 'unheard' // Slack: the app's acknowledgement comes too late, the person is told that it failed
    | 'slow' // answers as it should, only later
    | 'too-large' // X: 413
    | 'media-fails' // X: takes a picture and cannot make one of it
    | 'media-gone' // X: 400, knows a media id no more
    | 'forgetful' // X: takes the same words at the same place again
  /** How many calls it strikes; null until lifted. */
  times: number | null
  /** How many calls it lets through before it strikes; none when absent. */
  skips?: number
  /** Seconds, for rate-limit, late-index and late. */
  seconds?: number
  /** Milliseconds of real time before it strikes a call over HTTP; of slow, before the call goes on. */
  waits?: number
}

// The routes, all below the one address of the sandbox, on 127.0.0.1 only:
//   GET  /sandbox/sight?as=U…       -> Sight
//   GET  /sandbox/changes           -> text/event-stream, one "change" event whenever a sight may differ
//   POST /sandbox/act               Act -> ActAnswer
//   POST /sandbox/citizen           CitizenAct -> { ok: true, id } or { ok: false, error, sentence };
//                                   id of the post (of a flood: the last one) or of the account
//   PUT  /sandbox/slack/faults      Fault[] -> { ok: true }   (replaces all)
//   PUT  /sandbox/x/faults          Fault[] -> { ok: true }
//   POST /sandbox/reset             -> { ok: true }
//   /api/METHOD                     Slack's Web API (SLACK_API_URL is <address>/api/)
//   /link?ticket=…                  Slack's Socket Mode (WebSocket)
//   /files/…                        Slack's upload and download addresses
//   /api/hooks/…                    Slack's response_url
//   /2/…                            X's API v2 (X_API_URL is <address>)
//   /HANDLE/status/ID               a post as the public sees it
//   /                               the page
