// X's error bodies, word for word where public reports quote them.

export type Problem = { status: number; body: Record<string, unknown> }

function plain(status: number, title: string, detail: string): Problem {
  return { status, body: { title, detail, type: 'about:blank', status } }
}

export const unauthorized = plain(401, 'Unauthorized', 'Unauthorized')
export const tooManyRequests = plain(429, 'Too Many Requests', 'Too Many Requests')
export const serviceUnavailable = plain(503, 'Service Unavailable', 'Service Unavailable')
export const notFound = plain(404, 'Not Found', 'Not Found')

function forbidden(detail: string): Problem {
  return plain(403, 'Forbidden', detail)
}

export const duplicate = forbidden('You are not allowed to create a Tweet with duplicate content.')
export const replyNotAllowed = forbidden(
  'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
)
/** The author lets nobody, or only some, answer. */
export const replyForbidden = forbidden('You are not permitted to reply to this conversation.')
export const replyToNothing = forbidden(
  'You attempted to reply to a Tweet that is deleted or not visible to you.',
)
export const quoteNotAllowed = forbidden(
  'Quoting this post is not allowed because you have not been mentioned or are not part of the conversation thread of the post you are quoting.',
)
export const featureNotAllowed = forbidden('Your account is not permitted to access this feature.')
export const actionNotAllowed = forbidden('You are not permitted to perform this action.')

export const tooLong = plain(
  400,
  'Invalid Request',
  'Your Tweet text is too long. For more information on how Twitter determines text length see https://github.com/twitter/twitter-text.',
)

export const noCredits: Problem = {
  status: 402,
  body: {
    title: 'CreditsDepleted',
    type: 'https://api.twitter.com/2/problems/credits',
    account_id: 1480316722,
    detail: 'Your enrolled account [1480316722] does not have any credits to fulfill this request.',
  },
}

/** One or more parameters X cannot use, each with its sentence. */
export function invalid(parameters: Record<string, string[]>, message: string): Problem {
  return {
    status: 400,
    body: {
      title: 'Invalid Request',
      detail: 'One or more parameters to your request was invalid.',
      type: 'https://api.x.com/2/problems/invalid-request',
      errors: [{ parameters, message }],
    },
  }
}

/** A file that is larger than X takes. */
export const tooLarge = plain(413, 'Payload Too Large', 'The media is too large.')

export function invalidMedia(ids: string[]): Problem {
  return invalid({ 'media.media_ids': ids }, 'Your media IDs are invalid.')
}

/** An entry of `errors` within a 200: the post is deleted, or was never there. */
export function missingPost(id: string, parameter: string): Record<string, unknown> {
  return {
    value: id,
    detail: `Could not find tweet with ${parameter}: [${id}].`,
    title: 'Not Found Error',
    resource_type: 'tweet',
    parameter,
    resource_id: id,
    type: 'https://api.twitter.com/2/problems/resource-not-found',
  }
}

/** An entry of `errors` within a 200: the post is there, but its author shows it to followers only. */
export function protectedPost(id: string, parameter: string): Record<string, unknown> {
  return {
    value: id,
    detail: `Sorry, you are not authorized to see the Tweet with ${parameter}: [${id}].`,
    title: 'Authorization Error',
    resource_type: 'tweet',
    parameter,
    resource_id: id,
    type: 'https://api.twitter.com/2/problems/not-authorized-for-resource',
  }
}
