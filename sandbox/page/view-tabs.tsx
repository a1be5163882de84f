import { page } from './wording.ts'

type View = 'slack' | 'x'

/** On a phone only one side is in view; these two buttons switch. */
export function ViewTabs({ view, onView }: { view: View; onView: (view: View) => void }) {
  const tab = (one: View, name: string) => (
    <button
      type="button"
      class={view === one ? 'view-tab view-tab--here' : 'view-tab'}
      aria-current={view === one ? 'page' : undefined}
      onClick={() => {
        onView(one)
      }}
    >
      {name}
    </button>
  )
  return (
    <nav class="view-tabs" aria-label={page.views}>
      {tab('slack', page.slackView)}
      {tab('x', page.xView)}
    </nav>
  )
}
