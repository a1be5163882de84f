import type { Matter } from '../matter.ts'
import { measureDue, measureRests, type MeasureOwed } from './due.ts'
import { evolveMeasure } from './evolve.ts'
import { measureLetters, type MeasureLetter } from './letters.ts'
import type { Measure, MeasureEvent } from './measure.ts'

/** A measure as the engine sees it. */
export const measureMatter: Matter<Measure, MeasureEvent, MeasureOwed, MeasureLetter> = {
  about: 'measure',
  evolve: evolveMeasure,
  due: measureDue,
  letters: measureLetters,
  rests: measureRests,
}
