import { openDatabase, readDatabase } from './db/database.ts'
import { records } from './db/records.ts'
import { liveThrough } from './test/support/years.ts'
import { figuresOf } from './src/report/figures/figures.ts'
import { tell } from './src/report/tell.ts'
import { before, yearBefore, spanOf, datesOf, type Period } from './src/core/period.ts'
import { isHamburgHoliday } from './src/core/moderation/holidays.ts'
import { usdOf } from './src/networks/x/prices.ts'
import { existsSync } from 'node:fs'
const path = process.argv[2]!
const small = process.argv[3] === 'small'
if (!existsSync(path)) {
  const o = openDatabase(path); if ('refused' in o) throw 1
  const t = performance.now()
  liveThrough(o.db, small ? { from: Date.UTC(2026,3,6), to: Date.UTC(2026,10,20), postsPerWeek: 3, mentionsPerWeek: 6 } : { from: Date.UTC(2016,9,3), to: Date.UTC(2026,9,3), postsPerWeek: 50, mentionsPerWeek: 100 })
  console.log('filled', performance.now()-t, o.db.prepare('select count(*) c from event').get()); o.close()
}
const zone='Europe/Berlin'
const hours = { days:[1,2,3,4,5], from:'09:00', to:'16:00', zone, isHoliday: isHamburgHoliday }
const period: Period = { year: 2026, quarter: 3 }
function go() {
  const db = readDatabase(path)
  const t0=performance.now()
  const read = records(db,'x')
  const all = [period, before(period), yearBefore(period)].map(p => { const t=performance.now(); const s = read.of({...spanOf(p,zone),...datesOf(p)}); const t2=performance.now(); const f= figuresOf(p, s, {hours, usd: usdOf}); if (!small) console.log('  read', (t2-t).toFixed(0), 'figures', (performance.now()-t2).toFixed(0)); return {s,f}})
  const t1=performance.now()
  const doc = tell({ now: all[0]!.f, earlier: all.slice(1).map(x=>x.f), zone, eurPerUsd: 0.86, drawnUpAt: Date.UTC(2026,9,5,8), experiences: all[0]!.s.experiences, inForce: {} as any })
  console.log('figures', (t1-t0).toFixed(0), 'tell', (performance.now()-t1).toFixed(1))
  db.close()
  return doc
}
go();go();const doc=go()
if (small) for (const b of doc.blocks) {
  if (b.is==='table') { console.log('  ['+b.caption+'] '+b.unit); console.log('   ', b.columns.map(c=>c.title).join(' | ')); for (const r of b.rows) console.log('   ', r.head, '|', r.cells.map(c=>'figure' in c?c.figure.shown:'url' in c? c.text:c.text).join(' | ')); if (b.note) console.log('    * '+b.note) }
  else if (b.is==='chart') console.log('  CHART', b.title, '::', b.message)
  else if (b.is==='list') for (const i of b.items) console.log('  -', i)
  else console.log((b.is==='heading'?'\n# ':b.is==='prompt'?'  >> ':'  ')+b.text)
}
if (small) console.log(doc.keyFigures)
