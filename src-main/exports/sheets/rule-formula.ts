import type { ColourRule } from './sheet.ts';

/** A condition on a cell as a spreadsheet's formula; `separator` stands between arguments. */
export function ruleFormula(when: ColourRule['when'], cell: string, separator: ',' | ';'): string {
  if (when.kind === 'is') return `EXACT(${cell}${separator}"${when.text.replaceAll('"', '""')}")`;
  // Without ISNUMBER an empty cell would count as 0.
  const { from, under } = when;
  return `AND(${[`ISNUMBER(${cell})`, `${cell}>=${from}`, `${cell}<${under}`].join(separator)})`;
}
