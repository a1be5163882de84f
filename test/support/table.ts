/** The rows of a table as Markdown draws it, each as what stands under which heading. */
export function rows(table: string): Record<string, string>[] {
  const [head = [], ...body] = table
    .split('\n')
    .filter((line) => line.includes('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  return body.map((cells) =>
    Object.fromEntries(head.map((heading, column) => [heading, cells[column] ?? ''])),
  )
}

/** Every cell but those of the first column: what stands in which row under which heading. */
export function cells(table: string): { row: string; heading: string; cell: string }[] {
  return rows(table).flatMap((row) => {
    const [first, ...others] = Object.entries(row)
    return others.map(([heading, cell]) => ({ row: first?.[1] ?? '', heading, cell }))
  })
}
