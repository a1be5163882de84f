// Times as a German reader expects them, always in the office's time zone.

const zone = 'Europe/Berlin'

function formatter(options: Intl.DateTimeFormatOptions): (at: Date) => string {
  const format = new Intl.DateTimeFormat('de-DE', { timeZone: zone, ...options })
  return (at) => format.format(at)
}

/** "14:30" */
export const clockTime = formatter({ hour: '2-digit', minute: '2-digit' })

/** "Montag, 23. November 2026" */
export const longDay = formatter({
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** "23.11.2026" */
export const shortDay = formatter({ day: '2-digit', month: '2-digit', year: 'numeric' })

const clockTimeWithSeconds = formatter({ hour: '2-digit', minute: '2-digit', second: '2-digit' })
const dayAndMonth = formatter({ day: 'numeric', month: 'long', year: 'numeric' })

/** A Slack ts ("1795430000.000100") as a date. */
export function tsDate(ts: string): Date {
  return new Date(Number.parseFloat(ts) * 1000)
}

/** Fills Slack's date tokens ("{date_short} um {time}"); unknown tokens stay as they are. */
export function fillDateTokens(pattern: string, at: Date): string {
  return pattern.replace(/\{([a-z_]+)\}/g, (token, name: string) => {
    switch (name) {
      case 'date_num':
      case 'date_short':
      case 'date_short_pretty':
        return shortDay(at)
      case 'date':
      case 'date_pretty':
        return dayAndMonth(at)
      case 'date_long':
      case 'date_long_pretty':
        return longDay(at)
      case 'time':
        return clockTime(at)
      case 'time_secs':
        return clockTimeWithSeconds(at)
      default:
        return token
    }
  })
}
