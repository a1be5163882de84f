import { useState } from 'preact/hooks'
import type { XPost } from '../../contract.ts'
import { useSandbox } from '../sandbox-context.ts'
import { clockTime, shortDay } from '../time.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { page, citizen as say, x } from '../wording.ts'
import { EditPost } from './edit-post.tsx'
import { PostText } from './post-text.tsx'

function OwnActions({ post }: { post: XPost }) {
  const { citizen } = useSandbox()
  const [doing, setDoing] = useState<'edit' | 'remove' | null>(null)
  const stop = () => {
    setDoing(null)
  }
  return (
    <>
      <button
        type="button"
        class="button button--quiet"
        onClick={() => {
          setDoing('edit')
        }}
      >
        {x.edit}
      </button>
      <button
        type="button"
        class="button button--quiet"
        onClick={() => {
          setDoing('remove')
        }}
      >
        {x.remove}
      </button>
      {doing === 'edit' && <EditPost post={post} onDone={stop} />}
      {doing === 'remove' && (
        <Confirm
          title={say.removeTitle}
          confirm={x.remove}
          deny={page.cancel}
          danger
          onDeny={stop}
          onConfirm={() => {
            stop()
            void citizen({ act: 'delete', id: post.id })
          }}
        >
          <p>{say.removeText}</p>
        </Confirm>
      )}
    </>
  )
}

function Media({ post }: { post: XPost }) {
  return (
    <>
      {post.media.map((one) => (
        <figure class="post__media" key={one.url}>
          <img src={one.url} alt={one.alt} />
          <figcaption>
            {one.alt === '' ? <strong>{x.noAlt}</strong> : `${x.alt} ${one.alt}`}
          </figcaption>
        </figure>
      ))}
    </>
  )
}

/** One public post. A hidden answer is folded away, as readers of X find it. */
export function Post(props: { post: XPost; onReply: (post: XPost) => void; deleted?: boolean }) {
  const { post, onReply, deleted = false } = props
  const { sight } = useSandbox()
  const parent = sight.x.posts.find((one) => one.id === post.inReplyTo)
  const at = new Date(post.createdAt)
  const { author } = post
  const body = (
    <>
      <PostText text={post.text} marks={post.marks} />
      <Media post={post} />
    </>
  )
  return (
    <article
      class={`post${author.office ? ' post--office' : ''}${deleted ? ' post--deleted' : ''}`}
      aria-label={x.post(author.name, clockTime(at))}
    >
      <Avatar id={author.id} name={author.name} />
      <div class="post__body">
        <header class="post__byline">
          <strong>{author.name}</strong>
          {post.sample && <span class="tag tag--sample">{page.sample}</span>}
          <span class="post__handle">@{author.handle}</span>
          <time class="post__time" dateTime={post.createdAt}>
            {shortDay(at)}, {clockTime(at)} Uhr
          </time>
        </header>
        {parent !== undefined && <p class="post__reply-to">{x.replyingTo(parent.author.handle)}</p>}
        {author.muted && <p class="post__reply-to">{x.muted}</p>}
        {post.madeWithAi && <p class="post__reply-to">{x.madeWithAi}</p>}
        {deleted ? (
          <details class="post__hidden">
            <summary>{x.deleted}</summary>
            {body}
          </details>
        ) : post.hidden ? (
          <details class="post__hidden">
            <summary>{x.hidden}</summary>
            {body}
          </details>
        ) : (
          body
        )}
        {!deleted && (
          <div class="post__actions">
            <button
              type="button"
              class="button button--quiet"
              onClick={() => {
                onReply(post)
              }}
            >
              {x.reply}
            </button>
            {!author.office && <OwnActions post={post} />}
            <a
              class="button button--quiet"
              href={new URL(post.url, location.href).pathname}
              target="_blank"
              rel="noreferrer noopener"
            >
              {x.open}
              <span class="unseen"> {page.opensNewTab}</span>
            </a>
          </div>
        )}
      </div>
    </article>
  )
}
