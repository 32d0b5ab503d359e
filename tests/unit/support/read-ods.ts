/** A cell of an OpenDocument spreadsheet: its type, its value, and what is shown. */
export interface OdsCell {
  type: string;
  value: string;
  text: string;
}

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (xml: string) =>
  xml.replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => SIGNS[name] ?? '');

const attribute = (tag: string, name: string) =>
  new RegExp(`office:${name}="([^"]*)"`).exec(tag)?.[1];

function cellOf(tag: string, inner: string): OdsCell {
  const text = unescaped(inner.replace(/<[^>]*>/g, ''));
  const values = ['value', 'date-value', 'time-value'].map((name) => attribute(tag, name));
  const value = values.find((one) => one !== undefined) ?? text;
  return { type: attribute(tag, 'value-type') ?? '', value, text };
}

function cellsOf(row: string): OdsCell[] {
  const cells = row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs);
  return [...cells].map(([, tag = '', inner = '']) => cellOf(tag, inner));
}

/** The sheets in the `content.xml` of an OpenDocument spreadsheet, by name. */
export function readOds(content: string): Map<string, OdsCell[][]> {
  const tables = content.matchAll(/<table:table table:name="([^"]*)"(.*?)<\/table:table>/gs);
  return new Map(
    [...tables].map(([, name = '', inner = '']) => {
      const rows = inner.matchAll(/<table:table-row[^>]*>(.*?)<\/table:table-row>/gs);
      return [unescaped(name), [...rows].map(([, row = '']) => cellsOf(row))];
    }),
  );
}
