import type { XPost } from '../../contract.ts'

/** A post and all answers below it, the oldest answer first. */
export type XConversation = { root: XPost; answers: XPost[] }

/** Groups a timeline into conversations; the one with the newest post comes first. */
export function conversations(posts: XPost[]): XConversation[] {
  const byId = new Map(posts.map((post) => [post.id, post]))
  const rootOf = (post: XPost): XPost => {
    const parent = post.inReplyTo === null ? undefined : byId.get(post.inReplyTo)
    return parent === undefined || parent === post ? post : rootOf(parent)
  }
  const groups = new Map<XPost, XPost[]>()
  const oldestFirst = posts.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
  for (const post of oldestFirst) {
    const root = rootOf(post)
    const answers = groups.get(root) ?? []
    if (post !== root) answers.push(post)
    groups.set(root, answers)
  }
  const newest = ({ root, answers }: XConversation) => answers.at(-1)?.createdAt ?? root.createdAt
  return [...groups]
    .map(([root, answers]) => ({ root, answers }))
    .toSorted((a, b) => newest(b).localeCompare(newest(a)))
}
