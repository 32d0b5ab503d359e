import { utils } from 'xlsx';
import { ruleFormula } from '../sheets/rule-formula.ts';
import type { ColourRule } from '../sheets/sheet.ts';
import { COLOURS, PALETTE } from './colour-palette.ts';
import { xmlText } from './xml-text.ts';

const NO_STYLES = '<dxfs count="0"/>';
/** ECMA-376 part 1, 18.3.1.99: conditional formats come before these. */
const AFTER_FORMATS = '<ignoredErrors>';

/**
 * Adds the palette to the styles part of a package, each colour at its place in `COLOURS`.
 * @throws Error when the part is not as the library writes it
 */
export function withPalette(styles: string): string {
  if (!styles.includes(NO_STYLES)) throw new Error('The workbook has styles of its own.');
  // ECMA-376 part 1, 18.8.14: a differential fill has its colour as the background.
  const colours = COLOURS.map((name) => {
    const { ground, letters } = PALETTE[name];
    const font = `<font><color rgb="FF${letters}"/></font>`;
    return `<dxf>${font}<fill><patternFill><bgColor rgb="FF${ground}"/></patternFill></fill></dxf>`;
  });
  return styles.replace(NO_STYLES, `<dxfs count="${colours.length}">${colours.join('')}</dxfs>`);
}

function conditionalFormat(
  { columns: [first, last], when, colour }: ColourRule,
  priority: number,
  rows: { first: number; last: number },
): string {
  const cell = utils.encode_cell({ r: rows.first, c: first });
  const range = `${cell}:${utils.encode_cell({ r: rows.last, c: last })}`;
  const formula = xmlText(ruleFormula(when, cell, ','));
  const rule = `<cfRule type="expression" dxfId="${COLOURS.indexOf(colour)}" priority="${priority}">`;
  const inner = `${rule}<formula>${formula}</formula></cfRule>`;
  return `<conditionalFormatting sqref="${range}">${inner}</conditionalFormatting>`;
}

/**
 * Adds conditional formats to a sheet's XML.
 * @param rows from 0, the last included
 * @throws Error when the sheet is not as the library writes it
 */
export function withColours(
  sheet: string,
  rules: readonly ColourRule[],
  rows: { first: number; last: number },
): string {
  if (rules.length === 0 || rows.last < rows.first) return sheet;
  if (!sheet.includes(AFTER_FORMATS)) throw new Error('The sheet has no place for colours.');
  const formats = rules.map((rule, index) => conditionalFormat(rule, index + 1, rows));
  return sheet.replace(AFTER_FORMATS, () => `${formats.join('')}${AFTER_FORMATS}`);
}
