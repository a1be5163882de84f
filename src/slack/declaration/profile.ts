// What the profile of the office's account shows: a form with a box for each thing, and what becomes of it.
import type { types } from '@slack/bolt'
import { profileItems, type ProfileItem } from '../../core/declaration/declaration.ts'
import { openAccountLabel } from '../../wording/card.ts'
import { declarationRefusal } from '../../wording/declarations.ts'
import { cancelLabel } from '../../wording/forms.ts'
import {
  profileForm as said,
  profileForOfficers,
  profileItemLabels,
  profileLine,
} from '../../wording/profile.ts'
import { nothingToRead, type Entrance, type FormEnd, type Said } from '../entrance.ts'
import { field, notice, ticks } from '../fields.ts'
import { readValues } from '../form-values.ts'
import { limits } from '../limits.ts'
import type { Parts } from '../parts.ts'
import { line, link, plain, rich } from '../pieces.ts'
import { readFormTarget, writeFormTarget, type FormWhere } from '../target.ts'
import type { Visit } from '../visit.ts'

/** Registers who opens the form, and what happens when it is sent. */
export function profileListeners(door: Entrance, parts: Parts): void {
  const { declarations, now } = parts
  door.button('check-profile', nothingToRead, (press) => openProfile(parts, press))

  door.form('profile', readFormTarget, async (sent): Promise<FormEnd> => {
    const ticked = readValues(sent.values).options('items')
    const has = Object.fromEntries(
      profileItems.map((item) => [item, ticked.includes(item)]),
    ) as Record<ProfileItem, boolean>
    const answer = declarations.declare(
      { declared: { is: 'profile', has }, from: now(), until: null, reason: '' },
      await sent.visitor(),
    )
    if ('refused' in answer) return { errors: { items: declarationRefusal(answer) } }
    void declarations.settle(answer.declaration.number)
    return null
  })
}

/** Opens the form. */
export async function openProfile(parts: Parts, visit: Visit): Promise<Said> {
  if (visit.asKnown().standing !== 'officer') return profileForOfficers
  await visit.opens(profileForm(parts, visit.where))
  return null
}

function profileForm(
  { declarations, newId, accountLink, zone }: Parts,
  where: FormWhere,
): types.ModalView {
  const last = declarations.profile()
  const account = accountLink()
  const found = last?.declared.is === 'profile' ? last.declared.has : null
  const choices = profileItems.map((value) => ({ value, label: profileItemLabels[value] }))
  return {
    type: 'modal',
    callback_id: 'profile',
    private_metadata: writeFormTarget({ form: newId(), seal: null, where }),
    title: plain(said.title, limits.viewTitle),
    submit: plain(said.submit, limits.viewTitle),
    close: plain(cancelLabel, limits.viewTitle),
    blocks: [
      notice(said.notice),
      ...(account === null ? [] : [rich([line(link(account, openAccountLabel))])]),
      {
        ...field(
          'items',
          said.items,
          ticks(
            'items',
            choices,
            profileItems.filter((item) => found?.[item] === true),
          ),
        ),
        optional: true,
      },
      ...(last === null ? [] : [notice(profileLine(last, zone))]),
    ],
  }
}
