import { CFB, utils } from 'xlsx';

type Frozen = { rows: number; columns: number };

const SHEET_VIEW = /<sheetView workbookViewId="0"\/>/;

/** ECMA-376 part 1, 18.3.1.66: where the part that scrolls begins, and which part is active. */
function pane({ rows, columns }: Frozen): string {
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const side = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const topLeft = utils.encode_cell({ r: rows, c: columns });
  return `<pane${splits} topLeftCell="${topLeft}" activePane="${side}" state="frozen"/>`;
}

/**
 * Freezes rows and columns of an XLSX package, sheet by sheet, and compresses it. The library
 * that makes the package writes no panes of its own.
 * @throws Error when the package is not as that library writes it
 */
export function freezePanes(xlsx: Buffer, frozen: readonly Frozen[]): Buffer {
  const container = CFB.read(xlsx, { type: 'buffer' });
  for (const [index, split] of frozen.entries()) {
    if (split.rows === 0 && split.columns === 0) continue;
    const part = CFB.find(container, `/xl/worksheets/sheet${index + 1}.xml`);
    const xml = part ? Buffer.from(part.content).toString('utf8') : '';
    if (!SHEET_VIEW.test(xml)) throw new Error(`Sheet ${index + 1} has no view to freeze.`);
    part.content = Buffer.from(
      xml.replace(SHEET_VIEW, `<sheetView workbookViewId="0">${pane(split)}</sheetView>`),
    );
  }
  // Without a date each part would carry the zeroth day of the zeroth month.
  const now = new Date();
  for (const part of container.FileIndex) part.mt = now;
  return CFB.write(container, { type: 'buffer', fileType: 'zip', compression: true });
}
