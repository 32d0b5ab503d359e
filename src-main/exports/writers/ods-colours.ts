import { utils } from 'xlsx';
import type { StatusColour } from '#shared/contract/status.ts';
import { ruleFormula } from '../sheets/rule-formula.ts';
import type { ColourRule } from '../sheets/sheet.ts';
import { colouredRows, type OpenSheet } from '../sheets/workbook-model.ts';
import { COLOURS, PALETTE } from './colour-palette.ts';
import { xmlText } from './xml-text.ts';

const TABLE_END = '</table:table>';
const FIRST_STYLES = '<office:master-styles>';

const styleName = (colour: StatusColour) => `Status_${colour}`;

/**
 * Adds the palette to the styles part, as named cell styles.
 * @throws Error when the part is not as the library writes it
 */
export function withColourStyles(styles: string): string {
  if (!styles.includes(FIRST_STYLES)) throw new Error('The workbook has no place for styles.');
  const colours = COLOURS.map((colour) => {
    const { ground, letters } = PALETTE[colour];
    const cell = `<style:table-cell-properties fo:background-color="#${ground}"/>`;
    const properties = `${cell}<style:text-properties fo:color="#${letters}"/>`;
    const head = `style:name="${styleName(colour)}" style:family="table-cell" style:parent-style-name="Default"`;
    return `<style:style ${head}>${properties}</style:style>`;
  });
  const base = '<style:style style:name="Default" style:family="table-cell"/>';
  return styles.replace(
    FIRST_STYLES,
    `<office:styles>${base}${colours.join('')}</office:styles>${FIRST_STYLES}`,
  );
}

function conditionalFormat(
  { columns: [first, last], when, colour }: ColourRule,
  name: string,
  rows: { first: number; last: number },
): string {
  const table = `'${name.replaceAll("'", "''")}'`;
  const cell = utils.encode_cell({ r: rows.first, c: first });
  const address = (at: string) => xmlText(`${table}.${at}`);
  const range = `${address(cell)}:${address(utils.encode_cell({ r: rows.last, c: last }))}`;
  const value = xmlText(`formula-is(${ruleFormula(when, `[.${cell}]`, ';')})`);
  const applied = `calcext:apply-style-name="${styleName(colour)}" calcext:value="${value}"`;
  const condition = `<calcext:condition ${applied} calcext:base-cell-address="${address(cell)}"/>`;
  return `<calcext:conditional-format calcext:target-range-address="${range}">${condition}</calcext:conditional-format>`;
}

function formatsOf(sheet: OpenSheet | undefined): string {
  const { name, colours = [] } = sheet?.head ?? { name: '' };
  const rows = sheet ? colouredRows(sheet) : { first: 0, last: -1 };
  if (colours.length === 0 || rows.last < rows.first) return '';
  const formats = colours.map((rule) => conditionalFormat(rule, name, rows)).join('');
  return `<calcext:conditional-formats>${formats}</calcext:conditional-formats>`;
}

/** Adds each sheet's colours at its end, as LibreOffice writes them. */
export function withOdsColours(content: string, sheets: readonly OpenSheet[]): string {
  let index = 0;
  return content.replaceAll(TABLE_END, () => {
    const formats = formatsOf(sheets[index]);
    index += 1;
    return `${formats}${TABLE_END}`;
  });
}
