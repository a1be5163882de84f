import { useSandbox } from '../sandbox-context.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Link } from '../ui/link.tsx'
import { x as say } from '../wording.ts'

/** What the office's account says of itself, above its posts. */
export function Profile() {
  const { id, name, handle, description, location, website, followers } =
    useSandbox().sight.x.account
  return (
    <section class="profile" aria-label={say.profile(name)}>
      <Avatar id={id} name={name} />
      <div>
        <p>
          <strong>{name}</strong> <span class="post__handle">@{handle}</span>
        </p>
        <p class="post__text">{description}</p>
        <p class="profile__facts">
          <span>{location}</span>
          <Link href={website}>{new URL(website).host}</Link>
          <span>{say.followers(followers)}</span>
        </p>
      </div>
    </section>
  )
}
