import { useState } from 'preact/hooks'
import type { XPost } from '../../contract.ts'
import { FaultBanner } from '../faults/banner.tsx'
import { useSandbox } from '../sandbox-context.ts'
import { Notice } from '../ui/notice.tsx'
import { x } from '../wording.ts'
import { CitizenBox } from './citizen-box.tsx'
import { conversations } from './conversations.ts'
import { Post } from './post.tsx'
import { Profile } from './profile.tsx'

/** The public timeline around the office, and the box of the citizens. */
export function XSide() {
  const { sight } = useSandbox()
  const { account, posts, deleted } = sight.x
  const isDeleted = (post: XPost) => deleted.includes(post)
  const [answering, setAnswering] = useState<string | null>(null)
  const replyTo = posts.find((post) => post.id === answering) ?? null
  const reply = (post: XPost) => {
    setAnswering(post.id)
  }
  return (
    <section class="side side--x" aria-label={x.region(account.handle)}>
      <header class="side__head">
        <h2>X</h2>
        <span class="side__note">{x.note}</span>
        <FaultBanner service="x" />
      </header>
      <CitizenBox
        replyTo={replyTo}
        onReplyOff={() => {
          setAnswering(null)
        }}
      />
      <Notice side="x" />
      <div class="timeline" role="log" tabIndex={0} aria-label={x.region(account.handle)}>
        <Profile />
        {posts.length + deleted.length === 0 && <p class="empty">{x.empty}</p>}
        {conversations([...posts, ...deleted]).map(({ root, answers }) => (
          <div class="x-conversation" key={root.id}>
            <Post post={root} onReply={reply} deleted={isDeleted(root)} />
            {answers.map((post) => (
              <Post key={post.id} post={post} onReply={reply} deleted={isDeleted(post)} />
            ))}
          </div>
        ))}
      </div>
    </section>
  )
}
