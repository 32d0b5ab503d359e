import { describe, expect, it } from 'vitest';
import { exportFileName } from './file-name.ts';

describe('exportFileName', () => {
  it('reads well', () => {
    expect(exportFileName(['8B', 'Maths', '2026-11-21'], 'xlsx')).toBe('8B Maths 2026-11-21.xlsx');
  });

  it('leads nowhere else, whatever the class is called', () => {
    expect(exportFileName(['../../etc/passwd', 'C:\\x'], 'csv')).toBe('-..-etc-passwd C-x.csv');
    expect(exportFileName(['a/b:c*?"<>|', 'Arts\u0000'], 'csv')).toBe('a-b-c- Arts-.csv');
    expect(exportFileName(['...'], 'csv')).toBe('Rollcall.csv');
  });

  it('stays short enough for any folder', () => {
    expect(exportFileName(['x'.repeat(300)], 'xlsx')).toHaveLength(125);
  });

  it.each(['学', 'கி', '👩🏽‍🏫'])(
    'fits the 255 bytes of a file system and cuts no %s in two',
    (character) => {
      const name = exportFileName([character.repeat(300)], 'xlsx');
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      const kept = name.replace('.xlsx', '');
      expect(kept.replaceAll(character, '')).toBe('');
      expect(kept.length).toBeGreaterThan(60);
    },
  );
});
