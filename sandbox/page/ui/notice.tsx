import { useSandbox } from '../sandbox-context.ts'
import { page } from '../wording.ts'
import { CloseIcon } from './icons.tsx'

/** What went wrong, read out at once. Stands where the person is: in the form or in the page. */
export function Notice({ side }: { side: 'slack' | 'x' }) {
  const { notice, dismissNotice } = useSandbox()
  return (
    <div role="alert" class="notice-place">
      {notice?.side === side && (
        <div class="notice">
          <span>{notice.sentence}</span>
          <button type="button" class="icon-button" aria-label={page.close} onClick={dismissNotice}>
            <CloseIcon />
          </button>
        </div>
      )}
    </div>
  )
}
