// A handful of own line drawings; all are decoration, the words stand beside them or in a label.

import type { ComponentChildren } from 'preact'

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      {children}
    </svg>
  )
}

export const CloseIcon = () => (
  <Icon>
    <path d="M5 5l10 10M15 5L5 15" />
  </Icon>
)

export const MoreIcon = () => (
  <Icon>
    <path d="M4.5 10h.01M10 10h.01M15.5 10h.01" stroke-width="2.6" />
  </Icon>
)

export const ReactIcon = () => (
  <Icon>
    <path d="M15.6 8.2A6.5 6.5 0 1 1 11 3.8M7 11.2c.8 1.6 4.200 1.600 5 0M7 8h.01M11.500 8h.01M15.500 2v4.500M13.250 4.250h4.500" />
  </Icon>
)

export const ReplyIcon = () => (
  <Icon>
    <path d="M3 4.500h14v9H9l-4 3v-3H3z" />
  </Icon>
)

export const SendIcon = () => (
  <Icon>
    <path d="M3.500 10h12M11 5l5 5-5 5" />
  </Icon>
)

export const HomeIcon = () => (
  <Icon>
    <path d="M3 9.500L10 4l7 5.500M5 8.500V16h10V8.500" />
  </Icon>
)

export const BellIcon = () => (
  <Icon>
    <path d="M5 14V9a5 5 0 0 1 10 0v5l1.500 1.500h-13zM8.500 17.500h3" />
  </Icon>
)

export const PersonIcon = () => (
  <Icon>
    <path d="M10 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6M4.500 16.500a5.500 5.500 0 0 1 11 0z" />
  </Icon>
)

export const LockIcon = () => (
  <Icon>
    <path d="M5 9h10v7H5zM7 9V6.500a3 3 0 0 1 6 0V9" />
  </Icon>
)

export const EyeIcon = () => (
  <Icon>
    <path d="M2.500 10S5.500 5 10 5s7.500 5 7.500 5-3 5-7.500 5-7.500-5-7.500-5zM10 8.200a1.800 1.800 0 1 0 .01 0" />
  </Icon>
)

export const FaultIcon = () => (
  <Icon>
    <path d="M11 2.500L5 11h4.500L9 17.500 15 9h-4.500z" />
  </Icon>
)

export const ResetIcon = () => (
  <Icon>
    <path d="M4.500 10a5.500 5.500 0 1 0 1.800-4.100M4.500 3.500v3.300h3.300" />
  </Icon>
)

export const FileIcon = () => (
  <Icon>
    <path d="M5 2.500h6.500L15 6v11.500H5zM11.500 2.500V6H15" />
  </Icon>
)

/** The mark of Amtsfunk: a mast that sends. */
export const BrandMark = () => (
  <svg class="brand-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
    <rect width="32" height="32" rx="8" fill="#123a5a" />
    <g fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round">
      <path d="M16 15v10M12.500 25h7" />
      <path d="M11.800 16.200a6 6 0 0 1 0-7.400M20.200 8.800a6 6 0 0 1 0 7.400" />
      <path
        d="M8.300 18.800a10.500 10.500 0 0 1 0-12.600M23.700 6.200a10.500 10.500 0 0 1 0 12.600"
        opacity=".55"
      />
    </g>
    <circle cx="16" cy="12.500" r="2.300" fill="#f2b37e" />
  </svg>
)
