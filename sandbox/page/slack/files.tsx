import type { File } from '../../contract.ts'
import { FileIcon } from '../ui/icons.tsx'

function size(bytes: number): string {
  const [amount, unit] =
    bytes < 1024
      ? [bytes, 'Byte']
      : bytes < 1024 * 1024
        ? [bytes / 1024, 'KB']
        : [bytes / (1024 * 1024), 'MB']
  return `${new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 }).format(amount)} ${unit}`
}

/** Files of a message: pictures are shown, everything can be saved. */
export function Files({ files }: { files: File[] }) {
  if (files.length === 0) return null
  return (
    <ul class="files">
      {files.map((file) => (
        <li key={file.id}>
          {file.mimetype.startsWith('image/') && (
            <img src={file.url} alt={file.altText} class="file__picture" />
          )}
          <a class="file" href={file.url} download={file.name}>
            <FileIcon />
            <span>
              <strong>{file.title}</strong>
              <small>
                {file.title === file.name ? '' : `${file.name}, `}
                {size(file.size)}
              </small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
