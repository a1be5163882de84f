// X's refusals, with the bodies that were seen in the wild (x.md section 3).

export type Problem = { status: number; body: Record<string, unknown> }

const forbidden = (detail: string): Problem => ({
  status: 403,
  body: { detail, type: 'about:blank', title: 'Forbidden', status: 403 },
})

export const problems = {
  unauthorized: {
    status: 401,
    body: { title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' },
  },
  duplicate: forbidden('You are not allowed to create a Tweet with duplicate content.'),
  tooLong: {
    status: 400,
    body: {
      title: 'Invalid Request',
      detail:
        'Your Tweet text is too long. For more information on how Twitter determines text length see https://github.com/twitter/twitter-text.',
      type: 'https://api.x.com/2/problems/invalid-request',
    },
  },
  replyGate: forbidden(
    'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
  ),
  quoteGate: forbidden(
    'Quoting this post is not allowed because you have not been mentioned or are not part of the conversation thread of the post you are quoting.',
  ),
  notPermitted: forbidden('Your account is not permitted to access this feature.'),
  badMedia: (ids: readonly string[]): Problem => ({
    status: 400,
    body: {
      title: 'Invalid Request',
      detail: 'One or more parameters to your request was invalid.',
      type: 'https://api.x.com/2/problems/invalid-request',
      errors: [{ parameters: { 'media.media_ids': ids }, message: 'Your media IDs are invalid.' }],
    },
  }),
  invalid: (parameter: string, value: unknown): Problem => ({
    status: 400,
    body: {
      title: 'Invalid Request',
      detail: 'One or more parameters to your request was invalid.',
      type: 'https://api.x.com/2/problems/invalid-request',
      errors: [{ parameters: { [parameter]: [value] }, message: `Invalid value: ${parameter}` }],
    },
  }),
  notFound: (id: string): Record<string, unknown> => ({
    value: id,
    detail: `Could not find tweet with id: [${id}].`,
    title: 'Not Found Error',
    resource_type: 'tweet',
    parameter: 'id',
    resource_id: id,
    type: 'https://api.x.com/2/problems/resource-not-found',
  }),
  noCredit: {
    status: 402,
    body: {
      title: 'CreditsDepleted',
      type: 'https://api.twitter.com/2/problems/credits',
      detail: 'Your enrolled account does not have any credits to fulfill this request.',
    },
  },
  tooMany: {
    status: 429,
    body: {
      title: 'Too Many Requests',
      detail: 'Too Many Requests',
      type: 'about:blank',
      status: 429,
    },
  },
  overloaded: {
    status: 503,
    body: {
      title: 'Service Unavailable',
      detail: 'Service Unavailable',
      type: 'about:blank',
      status: 503,
    },
  },
} as const
