import { utils } from 'xlsx';
import type { SheetHead } from '../sheets/sheet.ts';

const SHEET_VIEW = '<sheetView workbookViewId="0"/>';

/** ECMA-376 part 1, 18.3.1.66: where the part that scrolls begins, and which part is active. */
function pane({ rows, columns }: SheetHead['frozen']): string {
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const side = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const topLeft = utils.encode_cell({ r: rows, c: columns });
  return `<pane${splits} topLeftCell="${topLeft}" activePane="${side}" state="frozen"/>`;
}

/**
 * Freezes rows and columns in a sheet's XML; the library that makes it writes no panes.
 * @throws Error when the sheet is not as that library writes it
 */
export function withFrozenPanes(sheet: string, frozen: SheetHead['frozen']): string {
  if (frozen.rows === 0 && frozen.columns === 0) return sheet;
  if (!sheet.includes(SHEET_VIEW)) throw new Error('The sheet has no view to freeze.');
  return sheet.replace(SHEET_VIEW, `<sheetView workbookViewId="0">${pane(frozen)}</sheetView>`);
}
