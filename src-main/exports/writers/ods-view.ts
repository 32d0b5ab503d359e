import type { SheetHead } from '../sheets/sheet.ts';
import type { OpenSheet } from '../sheets/workbook-model.ts';
import { xmlText } from './xml-text.ts';

const MANIFEST_END = '</manifest:manifest>';

/** @throws Error when the manifest is not as the library writes it */
export function withSettingsPart(manifest: string): string {
  if (!manifest.includes(MANIFEST_END)) throw new Error('The manifest has no end.');
  const entry =
    '<manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>';
  return manifest.replace(MANIFEST_END, `${entry}${MANIFEST_END}`);
}

const item = (name: string, type: string, value: string | number) =>
  `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;

/** A split mode of 2 freezes; the panes are numbered 0 to 3 from the upper left, 3 the lower right. */
function frozenView({ rows, columns }: SheetHead['frozen']): string {
  return [
    item('HorizontalSplitMode', 'short', columns > 0 ? 2 : 0),
    item('VerticalSplitMode', 'short', rows > 0 ? 2 : 0),
    item('HorizontalSplitPosition', 'int', columns),
    item('VerticalSplitPosition', 'int', rows),
    item('ActiveSplitRange', 'short', columns > 0 ? (rows > 0 ? 3 : 1) : 2),
    item('PositionLeft', 'int', 0),
    item('PositionRight', 'int', columns),
    item('PositionTop', 'int', 0),
    item('PositionBottom', 'int', rows),
  ].join('');
}

function sheetView({ name, frozen }: SheetHead): string {
  const view = frozen.rows > 0 || frozen.columns > 0 ? frozenView(frozen) : '';
  return `<config:config-item-map-entry config:name="${xmlText(name)}">${view}</config:config-item-map-entry>`;
}

/** The part that keeps rows and columns in place (OpenDocument 1.2 part 1, 3.10). */
export function settingsXml(sheets: readonly OpenSheet[]): string {
  const tables = sheets.map(({ head }) => sheetView(head)).join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
    ' xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" office:version="1.2">',
    '<office:settings><config:config-item-set config:name="ooo:view-settings">',
    '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>',
    item('ViewId', 'string', 'view1'),
    `<config:config-item-map-named config:name="Tables">${tables}</config:config-item-map-named>`,
    item('ActiveTable', 'string', xmlText(sheets[0]?.head.name ?? '')),
    '</config:config-item-map-entry></config:config-item-map-indexed>',
    '</config:config-item-set></office:settings></office:document-settings>',
  ].join('');
}
