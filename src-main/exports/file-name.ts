import type { ExportFormat } from '#shared/contract/exports.contract.ts';

/** What Windows forbids in a name, the strictest of the three systems. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]+/gu;
const MOST_CHARACTERS = 120;

/** A name for the save dialog that every system takes, such as `8B Maths 2026-11-21.xlsx`. */
export function exportFileName(parts: readonly string[], format: ExportFormat): string {
  const name = parts
    .join(' ')
    .replace(FORBIDDEN, '-')
    .replace(/\s+/g, ' ')
    .slice(0, MOST_CHARACTERS)
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${name === '' ? 'Register' : name}.${format}`;
}
