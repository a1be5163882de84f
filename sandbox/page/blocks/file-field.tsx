import type { TypedFile } from '../../contract.ts'
import type { FieldProps } from './field-props.ts'

function readAsBase64(file: globalThis.File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      // A data: URL; what follows the comma is the content.
      resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : '')
    })
    reader.addEventListener('error', () => {
      reject(new Error('unreadable file', { cause: reader.error }))
    })
    reader.readAsDataURL(file)
  })
}

/** What somebody chose, as it travels to the local services. */
export async function attach(list: FileList | null): Promise<TypedFile[]> {
  const files = [...(list ?? [])]
  return Promise.all(
    files.map(async (file) => ({
      name: file.name,
      mimetype: file.type === '' ? 'application/octet-stream' : file.type,
      data: await readAsBase64(file),
    })),
  )
}

/** Files to hand in with a form. They travel inside the values; the local Slack stores them. */
export function FileField({ element, value, change, field }: FieldProps) {
  const attached = value.files as TypedFile[]
  return (
    <div class="file-field">
      <input
        {...field}
        type="file"
        multiple={(element.max_files ?? 10) > 1}
        accept={element.filetypes?.map((one) => `.${one}`).join(',') ?? ''}
        onChange={(event) => {
          void attach(event.currentTarget.files).then((files) => {
            change({ type: element.type, files })
          })
        }}
      />
      {attached.length > 0 && (
        <ul class="file-field__list">
          {attached.map((file) => (
            <li key={file.name}>{file.name}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
