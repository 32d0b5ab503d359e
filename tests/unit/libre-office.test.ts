import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { withSessions } from '#tests/unit/support/exported-class.ts';

const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;
if (!hasLibreOffice)
  console.warn('Skipped, for soffice is not installed: LibreOffice opens sheets.');

/** Comma, double quotes, UTF-8, from line 1, as edited, every sheet to a file of its own. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
const LIMIT_MS = 150_000;

/** The sheets of a file as LibreOffice shows them, as CSV by name. */
function opened(path: string, folder: string): Map<string, string> {
  const out = join(folder, 'out');
  mkdirSync(out);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
  const convert = ['--headless', '--convert-to', EVERY_SHEET, '--outdir', out, path];
  execFileSync('soffice', [profile, ...convert], { stdio: 'pipe' });
  const nameOf = (file: string) => /-(\w+)\.csv$/.exec(file)?.[1] ?? file;
  return new Map(
    readdirSync(out).map((file) => [nameOf(file), readFileSync(join(out, file), 'utf8')]),
  );
}

describe.runIf(hasLibreOffice)('LibreOffice', () => {
  it.each(['xlsx', 'ods'] as const)(
    'opens an %s with every sheet, and runs no text as a formula',
    async (format) => {
      const { exportTo, classRequest, platform } = await withSessions();
      const { path } = await exportTo(`class.${format}`, classRequest(format));
      const sheets = opened(path, platform.dataFolder);
      expect([...sheets.keys()].toSorted()).toEqual([
        'About',
        'Amendments',
        'Register',
        'Students',
        'Summary',
      ]);
      const register = sheets.get('Register')?.split('\n') ?? [];
      expect(register).toContain('=1+1,@SUM(A1:A9),L,?,0,1,0,0,1,0.5,100%');
      expect(register.find((line) => line.startsWith('007,'))).toMatch(/,P,A,1,0,1,0,2,1,50%$/);
      expect(sheets.get('Amendments')).toMatch(
        /2026-03-02,09:00.*,8B,.*,A,E,note from home,2026-03-02/,
      );
    },
    LIMIT_MS,
  );
});
