import type { FileFormat } from '#shared/contract/exports.contract.ts';

/** What Windows forbids in a name, the strictest of the three systems. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]+/gu;
/** Leaves room for the folder in the 260 characters of a path on Windows. */
const MOST_CHARACTERS = 120;
/** A name has at most 255 bytes on Linux; the rest is for the ending, and for a " (2)". */
const MOST_BYTES = 240;

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The beginning that fits, never half of a character. */
function cut(name: string): string {
  let kept = '';
  for (const { segment } of characters.segment(name)) {
    const longer = kept + segment;
    if (longer.length > MOST_CHARACTERS || Buffer.byteLength(longer) > MOST_BYTES) break;
    kept = longer;
  }
  return kept;
}

/** A name for the save dialog that every system takes, such as `8B Maths 2026-11-21.xlsx`. */
export function exportFileName(parts: readonly string[], format: FileFormat): string {
  const wished = parts.join(' ').replace(FORBIDDEN, '-').replace(/\s+/g, ' ');
  const name = cut(wished).replace(/^[. ]+|[. ]+$/g, '');
  return `${name === '' ? 'Rollcall' : name}.${format}`;
}
