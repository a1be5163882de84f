/** How far a report is that somebody waits for. `id` names the fault for person and operator. */
export type ReportState = { is: 'drawing' } | { is: 'done' } | { is: 'failed'; id: string }
