// Every command at every stage, so that no combination is unconsidered. A cell is the event or refusal.
import { describe, expect, test } from 'vitest'
import { type Command } from '../../../src/core/proposal/command.ts'
import { decide } from '../../../src/core/proposal/decide.ts'
import { decideForDesk, type DeskCommand } from '../../../src/core/proposal/decide-for-desk.ts'
import type { Proposal } from '../../../src/core/proposal/proposal.ts'
import { inAWord, undo } from '../../support/decisions.ts'
import { after, anna, ben, guest, monday, petra, post, type Step } from '../../support/lives.ts'
import { stages, stagesOfAnswers } from '../../support/stages.ts'
import { cells, rows } from '../../support/table.ts'

const commands: Record<string, Command> = {
  approve: { do: 'approve', version: 1, via: 'button', since: null },
  stop: { do: 'stop', version: 1, via: 'button' },
  reject: { do: 'reject', version: 1, via: 'button', reason: 'Zu früh' },
  reason: { do: 'give-reason', reason: 'Zu früh' },
  ask: { do: 'ask', version: 1, via: 'button', question: 'Wer sagt das?' },
  revise: { do: 'revise', version: 1, content: post({ text: 'Neu' }), form: 'form-2' },
  withdraw: { do: 'withdraw' },
  confirm: { do: 'confirm-posted', id: '9', url: 'https://x.com/bergedorf/status/9' },
  release: { do: 'release' },
}

const deskCommands: Record<string, DeskCommand> = {
  expire: { do: 'expire' },
  'hold late': { do: 'hold', because: 'late' },
  'hold stopped': { do: 'hold', because: 'stopped' },
  'hold approver gone': { do: 'hold', because: 'approver-gone' },
  'hold mention gone': { do: 'hold', because: 'mention-gone' },
  rebind: { do: 'rebind', version: 3 },
  send: { do: 'begin-sending' },
  outcome: {
    do: 'record-outcome',
    attempt: 1,
    outcome: { outcome: 'posted', id: '9', url: 'https://x.com/bergedorf/status/9' },
  },
  crash: { do: 'record-crash' },
  look: { do: 'record-look', sighting: { sighting: 'absent' } },
}

const rules = { now: monday('10:15'), undo }

function at(stage: string, all: Record<string, readonly Step[]> = stages): Proposal {
  return after(...known(all, stage))
}

/** What a person asks who sees the version that counts. */
function asked(name: string, { versions }: Proposal): Command {
  const command = known(commands, name)
  return 'version' in command ? { ...command, version: versions.length } : command
}

function known<Known>(all: Record<string, Known>, name: string): Known {
  const one = all[name]
  if (one === undefined) throw new Error(`nothing is called "${name}"`)
  return one
}

const officers = `
  | stage                         | approve            | stop               | reject             | reason           | ask                | revise             | withdraw           | confirm          | release                |
  | submitted                     | approved           | not-approved       | rejected           | nothing-to-check | question-asked     | revised            | withdrawn          | nothing-to-check | nothing-to-check       |
  | submitted, asked              | approved           | not-approved       | rejected           | nothing-to-check | question-asked     | revised            | withdrawn          | nothing-to-check | nothing-to-check       |
  | submitted, stopped            | approved           | not-approved       | rejected           | nothing-to-check | question-asked     | revised            | withdrawn          | nothing-to-check | nothing-to-check       |
  | submitted, rebound            | approved           | not-approved       | rejected           | nothing-to-check | question-asked     | revised            | withdrawn          | nothing-to-check | nothing-to-check       |
  | approved                      | already-approved   | stopped            | rejected           | nothing-to-check | already-approved   | revised            | withdrawn          | nothing-to-check | nothing-to-check       |
  | approved, half out            | already-publishing | held               | held               | nothing-to-check | already-publishing | already-publishing | held               | nothing-to-check | nothing-to-check       |
  | waiting                       | already-approved   | stopped            | rejected           | nothing-to-check | already-approved   | revised            | withdrawn          | nothing-to-check | nothing-to-check       |
  | waiting, half out             | already-publishing | held               | held               | nothing-to-check | already-publishing | already-publishing | held               | nothing-to-check | nothing-to-check       |
  | sending                       | already-publishing | held               | held               | nothing-to-check | already-publishing | already-publishing | held               | nothing-to-check | nothing-to-check       |
  | sending, stopped              | already-publishing | already-publishing | already-publishing | nothing-to-check | already-publishing | already-publishing | already-publishing | nothing-to-check | nothing-to-check       |
  | sending, 1 of 2               | already-publishing | held               | held               | nothing-to-check | already-publishing | already-publishing | held               | nothing-to-check | nothing-to-check       |
  | sending, 1 of 2, stopped      | already-publishing | already-publishing | already-publishing | nothing-to-check | already-publishing | already-publishing | already-publishing | nothing-to-check | nothing-to-check       |
  | sending, 2 of 2               | already-publishing | held               | held               | nothing-to-check | already-publishing | already-publishing | held               | nothing-to-check | nothing-to-check       |
  | sending, 2 of 2, stopped      | already-publishing | already-publishing | already-publishing | nothing-to-check | already-publishing | already-publishing | already-publishing | nothing-to-check | nothing-to-check       |
  | in doubt                      | in-doubt           | held               | held               | nothing-to-check | in-doubt           | in-doubt           | held               | nothing-to-check | nothing-to-check       |
  | in doubt, stopped             | in-doubt           | in-doubt           | in-doubt           | nothing-to-check | in-doubt           | in-doubt           | in-doubt           | nothing-to-check | nothing-to-check       |
  | in doubt, 1 of 2              | in-doubt           | held               | held               | nothing-to-check | in-doubt           | in-doubt           | held               | nothing-to-check | nothing-to-check       |
  | in doubt, 1 of 2, stopped     | in-doubt           | in-doubt           | in-doubt           | nothing-to-check | in-doubt           | in-doubt           | in-doubt           | nothing-to-check | nothing-to-check       |
  | in doubt, 2 of 2              | in-doubt           | held               | held               | nothing-to-check | in-doubt           | in-doubt           | held               | nothing-to-check | nothing-to-check       |
  | last look                     | in-doubt           | held               | held               | nothing-to-check | in-doubt           | in-doubt           | held               | nothing-to-check | nothing-to-check       |
  | last look, stopped            | in-doubt           | in-doubt           | in-doubt           | nothing-to-check | in-doubt           | in-doubt           | in-doubt           | nothing-to-check | nothing-to-check       |
  | check, in doubt               | in-doubt           | in-doubt           | in-doubt           | nothing-to-check | in-doubt           | in-doubt           | withdrawn          | posted           | released               |
  | check, in doubt, stopped      | in-doubt           | in-doubt           | in-doubt           | nothing-to-check | in-doubt           | in-doubt           | withdrawn          | posted           | released               |
  | check, in doubt, half out     | in-doubt           | in-doubt           | in-doubt           | nothing-to-check | in-doubt           | in-doubt           | withdrawn          | posted           | released               |
  | check, late                   | already-approved   | stopped            | rejected           | nothing-to-check | already-approved   | revised            | withdrawn          | nothing-to-check | resumed                |
  | check, late, half out         | already-publishing | already-publishing | already-publishing | nothing-to-check | already-publishing | already-publishing | withdrawn          | nothing-to-check | resumed                |
  | check, late after a doubt     | already-approved   | stopped            | rejected           | nothing-to-check | already-approved   | revised            | withdrawn          | nothing-to-check | released               |
  | check, stopped                | already-approved   | stopped            | rejected           | nothing-to-check | already-approved   | revised            | withdrawn          | nothing-to-check | resumed                |
  | check, stopped and not sent   | already-approved   | stopped            | rejected           | nothing-to-check | already-approved   | revised            | withdrawn          | nothing-to-check | resumed                |
  | check, stopped, half out      | already-publishing | already-publishing | already-publishing | nothing-to-check | already-publishing | already-publishing | withdrawn          | nothing-to-check | resumed                |
  | check, changed                | already-approved   | stopped            | rejected           | nothing-to-check | already-approved   | revised            | withdrawn          | nothing-to-check | changed-since-approval |
  | check, approver gone          | already-approved   | stopped            | rejected           | nothing-to-check | already-approved   | revised            | withdrawn          | nothing-to-check | resumed                |
  | check, rest refused           | already-publishing | already-publishing | already-publishing | nothing-to-check | already-publishing | already-publishing | withdrawn          | posted           | resumed                |
  | check, mention gone           | not-approved       | not-approved       | rejected           | nothing-to-check | not-approved       | revised            | withdrawn          | nothing-to-check | nothing-to-check       |
  | check, mention gone, approved | already-approved   | stopped            | rejected           | nothing-to-check | already-approved   | revised            | withdrawn          | nothing-to-check | nothing-to-check       |
  | check, mention gone, refused  | already-approved   | stopped            | rejected           | nothing-to-check | already-approved   | revised            | withdrawn          | nothing-to-check | nothing-to-check       |
  | check, by hand                | already-approved   | stopped            | rejected           | nothing-to-check | already-approved   | revised            | withdrawn          | posted           | nothing-to-check       |
  | published                     | already-ended      | already-ended      | already-ended      | nothing-to-check | already-ended      | already-ended      | already-ended      | already-ended    | already-ended          |
  | rejected                      | already-ended      | already-ended      | already-ended      | reason-known     | already-ended      | already-ended      | already-ended      | already-ended    | already-ended          |
  | rejected, no reason           | already-ended      | already-ended      | already-ended      | reason-given     | already-ended      | already-ended      | already-ended      | already-ended    | already-ended          |
  | withdrawn                     | already-ended      | already-ended      | already-ended      | nothing-to-check | already-ended      | already-ended      | already-ended      | already-ended    | already-ended          |
  | expired                       | already-ended      | already-ended      | already-ended      | nothing-to-check | already-ended      | already-ended      | already-ended      | already-ended    | already-ended          |
  | failed                        | already-ended      | already-ended      | already-ended      | nothing-to-check | already-ended      | already-ended      | already-ended      | already-ended    | already-ended          |
`

const staff = `
  | stage                         | stop               | revise             | withdraw           | withdraw as a colleague |
  | submitted                     | not-approved       | revised            | withdrawn          | not-yours               |
  | submitted, asked              | not-approved       | revised            | withdrawn          | not-yours               |
  | submitted, stopped            | not-approved       | revised            | withdrawn          | not-yours               |
  | submitted, rebound            | not-approved       | revised            | withdrawn          | not-yours               |
  | approved                      | stopped            | revised            | withdrawn          | not-yours               |
  | approved, half out            | held               | already-publishing | held               | not-yours               |
  | waiting                       | stopped            | revised            | withdrawn          | not-yours               |
  | waiting, half out             | held               | already-publishing | held               | not-yours               |
  | sending                       | held               | already-publishing | held               | not-yours               |
  | sending, stopped              | already-publishing | already-publishing | already-publishing | not-yours               |
  | sending, 1 of 2               | held               | already-publishing | held               | not-yours               |
  | sending, 1 of 2, stopped      | already-publishing | already-publishing | already-publishing | not-yours               |
  | sending, 2 of 2               | held               | already-publishing | held               | not-yours               |
  | sending, 2 of 2, stopped      | already-publishing | already-publishing | already-publishing | not-yours               |
  | in doubt                      | held               | in-doubt           | held               | not-yours               |
  | in doubt, stopped             | in-doubt           | in-doubt           | in-doubt           | not-yours               |
  | in doubt, 1 of 2              | held               | in-doubt           | held               | not-yours               |
  | in doubt, 1 of 2, stopped     | in-doubt           | in-doubt           | in-doubt           | not-yours               |
  | in doubt, 2 of 2              | held               | in-doubt           | held               | not-yours               |
  | last look                     | held               | in-doubt           | held               | not-yours               |
  | last look, stopped            | in-doubt           | in-doubt           | in-doubt           | not-yours               |
  | check, in doubt               | in-doubt           | in-doubt           | not-an-officer     | not-yours               |
  | check, in doubt, stopped      | in-doubt           | in-doubt           | not-an-officer     | not-yours               |
  | check, in doubt, half out     | in-doubt           | in-doubt           | not-an-officer     | not-yours               |
  | check, late                   | stopped            | revised            | withdrawn          | not-yours               |
  | check, late, half out         | already-publishing | already-publishing | withdrawn          | not-yours               |
  | check, late after a doubt     | stopped            | revised            | withdrawn          | not-yours               |
  | check, stopped                | stopped            | revised            | withdrawn          | not-yours               |
  | check, stopped and not sent   | stopped            | revised            | withdrawn          | not-yours               |
  | check, stopped, half out      | already-publishing | already-publishing | withdrawn          | not-yours               |
  | check, changed                | stopped            | revised            | withdrawn          | not-yours               |
  | check, approver gone          | stopped            | revised            | withdrawn          | not-yours               |
  | check, rest refused           | already-publishing | already-publishing | withdrawn          | not-yours               |
  | check, mention gone           | not-approved       | revised            | withdrawn          | not-yours               |
  | check, mention gone, approved | stopped            | revised            | withdrawn          | not-yours               |
  | check, mention gone, refused  | stopped            | revised            | withdrawn          | not-yours               |
  | check, by hand                | stopped            | revised            | withdrawn          | not-yours               |
  | published                     | already-ended      | already-ended      | already-ended      | already-ended           |
  | rejected                      | already-ended      | already-ended      | already-ended      | already-ended           |
  | rejected, no reason           | already-ended      | already-ended      | already-ended      | already-ended           |
  | withdrawn                     | already-ended      | already-ended      | already-ended      | already-ended           |
  | expired                       | already-ended      | already-ended      | already-ended      | already-ended           |
  | failed                        | already-ended      | already-ended      | already-ended      | already-ended           |
`

const desk = `
  | stage                         | expire             | hold late          | hold stopped       | hold approver gone | hold mention gone  | rebind             | send               | outcome          | crash            | look             |
  | submitted                     | too-early          | not-approved       | not-approved       | not-approved       | held               | rebound            | not-approved       | nothing-to-check | nothing-to-check | nothing-to-check |
  | submitted, asked              | too-early          | not-approved       | not-approved       | not-approved       | held               | rebound            | not-approved       | nothing-to-check | nothing-to-check | nothing-to-check |
  | submitted, stopped            | too-early          | not-approved       | not-approved       | not-approved       | held               | rebound            | not-approved       | nothing-to-check | nothing-to-check | nothing-to-check |
  | submitted, rebound            | too-early          | not-approved       | not-approved       | not-approved       | held               | rebound            | not-approved       | nothing-to-check | nothing-to-check | nothing-to-check |
  | approved                      | already-approved   | held               | held               | held               | held               | rebound            | begun              | nothing-to-check | nothing-to-check | nothing-to-check |
  | approved, half out            | already-publishing | held               | held               | held               | held               | already-publishing | begun              | nothing-to-check | nothing-to-check | nothing-to-check |
  | waiting                       | already-approved   | held               | held               | held               | held               | rebound            | begun              | nothing-to-check | nothing-to-check | nothing-to-check |
  | waiting, half out             | already-publishing | held               | held               | held               | held               | already-publishing | begun              | nothing-to-check | nothing-to-check | nothing-to-check |
  | sending                       | already-publishing | already-publishing | held               | already-publishing | already-publishing | already-publishing | already-publishing | posted           | in-doubt         | nothing-to-check |
  | sending, stopped              | already-publishing | already-publishing | already-publishing | already-publishing | already-publishing | already-publishing | already-publishing | posted           | in-doubt         | nothing-to-check |
  | sending, 1 of 2               | already-publishing | already-publishing | held               | already-publishing | already-publishing | already-publishing | already-publishing | posted           | in-doubt         | nothing-to-check |
  | sending, 1 of 2, stopped      | already-publishing | already-publishing | already-publishing | already-publishing | already-publishing | already-publishing | already-publishing | posted           | in-doubt         | nothing-to-check |
  | sending, 2 of 2               | already-publishing | already-publishing | held               | already-publishing | already-publishing | already-publishing | already-publishing | posted           | in-doubt         | nothing-to-check |
  | sending, 2 of 2, stopped      | already-publishing | already-publishing | already-publishing | already-publishing | already-publishing | already-publishing | already-publishing | posted           | in-doubt         | nothing-to-check |
  | in doubt                      | in-doubt           | in-doubt           | held               | in-doubt           | in-doubt           | in-doubt           | in-doubt           | nothing-to-check | nothing-to-check | looked           |
  | in doubt, stopped             | in-doubt           | in-doubt           | in-doubt           | in-doubt           | in-doubt           | in-doubt           | in-doubt           | nothing-to-check | nothing-to-check | looked           |
  | in doubt, 1 of 2              | in-doubt           | in-doubt           | held               | in-doubt           | in-doubt           | in-doubt           | in-doubt           | nothing-to-check | nothing-to-check | looked           |
  | in doubt, 1 of 2, stopped     | in-doubt           | in-doubt           | in-doubt           | in-doubt           | in-doubt           | in-doubt           | in-doubt           | nothing-to-check | nothing-to-check | looked           |
  | in doubt, 2 of 2              | in-doubt           | in-doubt           | held               | in-doubt           | in-doubt           | in-doubt           | in-doubt           | nothing-to-check | nothing-to-check | looked           |
  | last look                     | in-doubt           | in-doubt           | held               | in-doubt           | in-doubt           | in-doubt           | in-doubt           | nothing-to-check | nothing-to-check | looked           |
  | last look, stopped            | in-doubt           | in-doubt           | in-doubt           | in-doubt           | in-doubt           | in-doubt           | in-doubt           | nothing-to-check | nothing-to-check | looked           |
  | check, in doubt               | in-doubt           | in-doubt           | in-doubt           | in-doubt           | in-doubt           | in-doubt           | in-doubt           | nothing-to-check | nothing-to-check | nothing-to-check |
  | check, in doubt, stopped      | in-doubt           | in-doubt           | in-doubt           | in-doubt           | in-doubt           | in-doubt           | in-doubt           | nothing-to-check | nothing-to-check | nothing-to-check |
  | check, in doubt, half out     | in-doubt           | in-doubt           | in-doubt           | in-doubt           | in-doubt           | in-doubt           | in-doubt           | nothing-to-check | nothing-to-check | nothing-to-check |
  | check, late                   | already-approved   | already-approved   | already-approved   | already-approved   | held               | rebound            | already-approved   | nothing-to-check | nothing-to-check | nothing-to-check |
  | check, late, half out         | already-publishing | already-publishing | already-publishing | already-publishing | already-publishing | already-publishing | already-publishing | nothing-to-check | nothing-to-check | nothing-to-check |
  | check, late after a doubt     | already-approved   | already-approved   | already-approved   | already-approved   | held               | rebound            | already-approved   | nothing-to-check | nothing-to-check | nothing-to-check |
  | check, stopped                | already-approved   | already-approved   | already-approved   | already-approved   | held               | rebound            | already-approved   | nothing-to-check | nothing-to-check | nothing-to-check |
  | check, stopped and not sent   | already-approved   | already-approved   | already-approved   | already-approved   | held               | rebound            | already-approved   | nothing-to-check | nothing-to-check | nothing-to-check |
  | check, stopped, half out      | already-publishing | already-publishing | already-publishing | already-publishing | already-publishing | already-publishing | already-publishing | nothing-to-check | nothing-to-check | nothing-to-check |
  | check, changed                | already-approved   | already-approved   | already-approved   | already-approved   | held               | rebound            | already-approved   | nothing-to-check | nothing-to-check | nothing-to-check |
  | check, approver gone          | already-approved   | already-approved   | already-approved   | already-approved   | held               | rebound            | already-approved   | nothing-to-check | nothing-to-check | nothing-to-check |
  | check, rest refused           | already-publishing | already-publishing | already-publishing | already-publishing | already-publishing | already-publishing | already-publishing | nothing-to-check | nothing-to-check | nothing-to-check |
  | check, mention gone           | not-approved       | not-approved       | not-approved       | not-approved       | not-approved       | rebound            | not-approved       | nothing-to-check | nothing-to-check | nothing-to-check |
  | check, mention gone, approved | already-approved   | already-approved   | already-approved   | already-approved   | already-approved   | rebound            | already-approved   | nothing-to-check | nothing-to-check | nothing-to-check |
  | check, mention gone, refused  | already-approved   | already-approved   | already-approved   | already-approved   | already-approved   | rebound            | already-approved   | nothing-to-check | nothing-to-check | nothing-to-check |
  | check, by hand                | already-approved   | already-approved   | already-approved   | already-approved   | held               | rebound            | already-approved   | nothing-to-check | nothing-to-check | nothing-to-check |
  | published                     | already-ended      | already-ended      | already-ended      | already-ended      | already-ended      | already-ended      | already-ended      | nothing-to-check | nothing-to-check | nothing-to-check |
  | rejected                      | already-ended      | already-ended      | already-ended      | already-ended      | already-ended      | already-ended      | already-ended      | nothing-to-check | nothing-to-check | nothing-to-check |
  | rejected, no reason           | already-ended      | already-ended      | already-ended      | already-ended      | already-ended      | already-ended      | already-ended      | nothing-to-check | nothing-to-check | nothing-to-check |
  | withdrawn                     | already-ended      | already-ended      | already-ended      | already-ended      | already-ended      | already-ended      | already-ended      | nothing-to-check | nothing-to-check | nothing-to-check |
  | expired                       | already-ended      | already-ended      | already-ended      | already-ended      | already-ended      | already-ended      | already-ended      | nothing-to-check | nothing-to-check | nothing-to-check |
  | failed                        | already-ended      | already-ended      | already-ended      | already-ended      | already-ended      | already-ended      | already-ended      | nothing-to-check | nothing-to-check | nothing-to-check |
`

describe('what becomes of what an officer asks', () => {
  test.each(cells(officers))('$row: $heading → $cell', ({ row, heading, cell }) => {
    const proposal = at(row)
    expect(inAWord(decide(proposal, asked(heading, proposal), petra, rules))).toBe(cell)
  })
})

describe('what becomes of what the author asks, or a colleague', () => {
  test.each(cells(staff))('$row: $heading → $cell', ({ row, heading, cell }) => {
    const proposal = at(row)
    const isColleague = heading === 'withdraw as a colleague'
    const command = asked(isColleague ? 'withdraw' : heading, proposal)
    expect(inAWord(decide(proposal, command, isColleague ? ben : anna, rules))).toBe(cell)
  })

  const deciding = ['approve', 'reject', 'reason', 'ask', 'confirm', 'release']
  test.each(Object.keys(stages))('%s: nothing that is for officers to decide', (stage) => {
    const proposal = at(stage)
    for (const name of deciding) {
      const answer = inAWord(decide(proposal, asked(name, proposal), anna, rules))
      expect(['not-an-officer', 'already-ended']).toContain(answer)
    }
  })
})

test.each(Object.keys(stages))('%s: a guest is refused whatever she asks', (stage) => {
  for (const command of Object.values(commands)) {
    expect(inAWord(decide(at(stage), command, guest, rules))).toBe('outsider')
  }
})

describe('what becomes of what the desk asks itself', () => {
  test.each(cells(desk))('$row: $heading → $cell', ({ row, heading, cell }) => {
    const all = heading === 'rebind' ? stagesOfAnswers : stages
    expect(inAWord(decideForDesk(at(row, all), known(deskCommands, heading), rules.now))).toBe(cell)
  })
})

test.each([officers, staff, desk])('no stage is left out of a table', (table) => {
  expect(rows(table).map((row) => row.stage)).toEqual(Object.keys(stages))
})
