// Plays the past of a first visit anew and keeps it for the sandbox: node --import tsx test/sandbox/prepare.ts
// To be run whenever a card, an event or the schema changed; test/sandbox/prepared.test.ts says when.
import { keepPrepared } from '../../sandbox/prepared/prepared.ts'
import { keptOf, playedPast, preparedVisit } from '../support/played-past.ts'

await using world = await playedPast(preparedVisit)
keepPrepared(keptOf(world, preparedVisit))
