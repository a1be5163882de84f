// views.*: forms and App Home.

import { checkedView } from '../content.ts'
import { Refused, refusedBecause } from '../refused.ts'
import { apiView, changeView, findView, openModal, publishHome } from '../views.ts'
import type { Methods } from './method.ts'

const invalid = 'invalid_arguments'

export const viewMethods: Methods = {
  'views.open': {
    run(slack, args) {
      const view = checkedView(slack, args.json('view', invalid), 'modal')
      const { user } = slack.triggers.redeem(args.text('trigger_id'))
      return { view: apiView(openModal(slack, user, view, false)) }
    },
  },

  'views.push': {
    run(slack, args) {
      const view = checkedView(slack, args.json('view', invalid), 'modal')
      const { user, viewId } = slack.triggers.redeem(args.text('trigger_id'))
      if (viewId === null || slack.views.get(viewId)?.type !== 'modal') {
        throw refusedBecause(invalid, ['[ERROR] trigger_id comes from no open modal'])
      }
      return { view: apiView(openModal(slack, user, view, true)) }
    },
  },

  'views.update': {
    run(slack, args) {
      const [viewId, externalId] = [args.optional('view_id'), args.optional('external_id')]
      if ((viewId === undefined) === (externalId === undefined)) {
        throw refusedBecause(invalid, ['[ERROR] must provide view_id or external_id'])
      }
      const present = findView(slack, viewId, externalId)
      const view = checkedView(slack, args.json('view', invalid), present.type)
      return { view: apiView(changeView(slack, present, view, args.optional('hash'))) }
    },
  },

  'views.publish': {
    run(slack, args) {
      if (!slack.manifest.homeTab) throw new Refused('not_enabled')
      const person = slack.person(args.text('user_id'))
      if (person === undefined || person.foreign) throw new Refused('user_not_found')
      const view = checkedView(slack, args.json('view', invalid), 'home')
      return { view: apiView(publishHome(slack, person.id, view, args.optional('hash'))) }
    },
  },
}
