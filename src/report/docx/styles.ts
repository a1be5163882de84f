// What the Geschäftsstelle finds in Word's list of styles: to change one changes the whole document.
import { BorderStyle, LineRuleType, type IPropertiesOptions } from 'docx'

const navy = '1B3A66'
export const grey = '52606D'
export const rule = 'B8C1CC'
export const tint = 'EEF1F5'

/** The names of our own styles. */
export const style = { subtitle: 'Untertitel', prompt: 'Offen', cell: 'Zelle', note: 'Anmerkung' }

const sand = 'FFF3C4'
const amber = '8A6100'
const heading = { bold: true, color: navy, font: 'Arial' }

export const styles: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font: 'Arial', size: 21, language: { value: 'de-DE' } },
      paragraph: { spacing: { after: 140, line: 288, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { ...heading, size: 34 },
      paragraph: { spacing: { after: 80, line: 264, lineRule: LineRuleType.AUTO } },
    },
    heading1: {
      run: { ...heading, size: 27 },
      paragraph: { keepNext: true, keepLines: true, spacing: { before: 340, after: 140 } },
    },
    heading2: {
      run: { ...heading, size: 23 },
      paragraph: { keepNext: true, keepLines: true, spacing: { before: 240, after: 100 } },
    },
    caption: {
      run: { bold: true, italics: false, size: 19, color: '1F2933' },
      paragraph: { keepNext: true, keepLines: true, spacing: { before: 200, after: 80 } },
    },
    hyperlink: { run: { color: navy, underline: {} } },
  },
  paragraphStyles: [
    {
      id: style.subtitle,
      name: style.subtitle,
      basedOn: 'Normal',
      run: { size: 23, color: grey },
      paragraph: { spacing: { after: 240 } },
    },
    {
      id: style.prompt,
      name: style.prompt,
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        shading: { fill: sand },
        border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: amber } },
        indent: { left: 170, right: 60 },
        spacing: { before: 120, after: 200 },
        keepLines: true,
      },
    },
    {
      id: style.cell,
      name: style.cell,
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { after: 0, line: 250, lineRule: LineRuleType.AUTO } },
    },
    {
      id: style.note,
      name: style.note,
      basedOn: 'Normal',
      run: { size: 17, color: grey },
      paragraph: { spacing: { before: 80, after: 240, line: 250, lineRule: LineRuleType.AUTO } },
    },
  ],
}
