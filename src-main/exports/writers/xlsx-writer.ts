import { type WorkBook, write } from 'xlsx';
import type { SheetWriter } from '../sheets/sheet.ts';
import { colouredRows, type OpenSheet, openWorkbook } from '../sheets/workbook-model.ts';
import { withFrozenPanes } from './freeze-panes.ts';
import { PackageParts } from './package-parts.ts';
import { withColours, withPalette } from './xlsx-colours.ts';
import { zipOf } from './zip-file.ts';

/** Adds what the library does not write: panes that stay in place, and colours. */
function pack(workbook: WorkBook, sheets: readonly OpenSheet[]): Buffer {
  // Uncompressed here, because the package is opened once more.
  const parts = new PackageParts(
    write(workbook, { type: 'buffer', bookType: 'xlsx', bookSST: true }),
  );
  parts.change('/xl/styles.xml', withPalette);
  for (const [index, sheet] of sheets.entries()) {
    const { frozen, colours = [] } = sheet.head;
    parts.change(`/xl/worksheets/sheet${index + 1}.xml`, (xml) =>
      withColours(withFrozenPanes(xml, frozen), colours, colouredRows(sheet)),
    );
  }
  return zipOf(parts.all());
}

/** Writes sheets as one XLSX; see `openWorkbook`. */
export function openXlsx(path: string): SheetWriter {
  return openWorkbook(path, pack);
}
