import type { StatusColour } from '#shared/contract/status.ts';

/** Light grounds with dark letters on them, RRGGBB: readable in print too (contrast above 4.5 : 1). */
export const PALETTE: Record<StatusColour, { ground: string; letters: string }> = {
  green: { ground: 'C6EFCE', letters: '006100' },
  yellow: { ground: 'FFEB9C', letters: '6B4E00' },
  red: { ground: 'FFC7CE', letters: '9C0006' },
  blue: { ground: 'DDEBF7', letters: '1F4E78' },
  orange: { ground: 'FCE4D6', letters: '833C0B' },
  teal: { ground: 'D0F0EC', letters: '0B5345' },
  pink: { ground: 'FCE4EC', letters: '880E4F' },
  grey: { ground: 'EDEDED', letters: '404040' },
};

/** The place of each colour among the styles of a workbook. */
export const COLOURS = Object.keys(PALETTE) as StatusColour[];
