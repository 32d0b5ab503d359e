import { type WorkBook, write } from 'xlsx';
import type { SheetWriter } from '../sheets/sheet.ts';
import { type OpenSheet, openWorkbook } from '../sheets/workbook-model.ts';
import { withColourStyles, withOdsColours } from './ods-colours.ts';
import { withTypes } from './ods-types.ts';
import { settingsXml, withSettingsPart } from './ods-view.ts';
import { PackageParts } from './package-parts.ts';
import { type ZipEntry, zipOf } from './zip-file.ts';

/** OpenDocument 1.2 part 3, 3.3: the first entry, not compressed. */
const MEDIA_TYPE = 'mimetype';

/** Adds what the library does not write: types of numbers, panes that stay in place, and colours. */
function pack(workbook: WorkBook, sheets: readonly OpenSheet[]): Buffer {
  const parts = new PackageParts(write(workbook, { type: 'buffer', bookType: 'ods' }));
  parts.change('/content.xml', (xml) => withOdsColours(withTypes(xml), sheets));
  parts.change('/styles.xml', withColourStyles);
  parts.change('/META-INF/manifest.xml', withSettingsPart);
  const made = [...parts.all()];
  const entries: ZipEntry[] = [
    ...made.filter(({ path }) => path === MEDIA_TYPE).map((part) => ({ ...part, stored: true })),
    ...made.filter(({ path }) => path !== MEDIA_TYPE),
    { path: 'settings.xml', content: Buffer.from(settingsXml(sheets)) },
  ];
  return zipOf(entries);
}

/** Writes sheets as one OpenDocument spreadsheet; see `openWorkbook`. */
export function openOds(path: string): SheetWriter {
  return openWorkbook(path, pack);
}
