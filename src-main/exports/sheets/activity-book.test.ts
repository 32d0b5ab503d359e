import { readFileSync } from 'node:fs';
import readExcelFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { withSessions } from '#tests/unit/support/exported-class.ts';

const DAY_ONE = { from: '2026-03-02', to: '2026-03-02' };

it('is what the caller may read of these kinds and days, newest first, and says so', async () => {
  const { exportTo } = await withSessions();
  const { path, progress } = await exportTo('a.xlsx', {
    what: 'activity',
    kinds: ['sessionStarted', 'sessionEnded', 'corrected'],
    range: DAY_ONE,
    format: 'xlsx',
  });
  expect(progress.at(-1)).toMatchObject({ kind: 'saved', rows: 3 });
  const sheets = await readExcelFile(path);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Activity', 'About']);
  const rows = (sheets[0]?.data ?? []).slice(1).map((row) => row.slice(2));
  const corrected = ['Status: E; From: A; Method: manual', 'note from home'];
  expect(rows).toEqual([
    ['Corrected', '-2+3+cmd|" /C calc"!A0', 'Ada Admin', ...corrected],
    [
      'Register closed',
      null,
      'Ada Admin',
      'Class: 8B; Subject: Maths of 8B; Marked absent: 2',
      null,
    ],
    ['Register started', null, 'Ada Admin', 'Class: 8B; Subject: Maths of 8B', null],
  ]);
  const about = new Map(sheets[1]?.data.map(([key, value]) => [key, value]));
  expect(about.get('Kinds')).toBe('Register started, Register closed, Corrected');
  expect(about.get('Entries')).toBe(3);
});

it('goes over many pages without repeating or skipping, and starts no formula', async () => {
  const { client, exportTo, first, studentIds } = await withSessions();
  const [studentId = ''] = studentIds;
  for (let turn = 0; turn < 260; turn += 1) {
    const change = { sessionId: first.id, studentId, reason: `=turn ${turn}` };
    await client.register.mark({ ...change, code: 'A' });
    await client.register.mark({ ...change, code: 'P' });
  }
  const { path } = await exportTo('a.csv', {
    what: 'activity',
    kinds: ['corrected'],
    format: 'csv',
  });
  const lines = readFileSync(path, 'utf8').trimEnd().split('\r\n').slice(1);
  expect(lines).toHaveLength(521);
  for (let turn = 0; turn < 260; turn += 1) {
    expect(lines.filter((line) => line.endsWith(`'=turn ${turn}`))).toHaveLength(2);
  }
}, 60_000);

it('holds nothing that is for admins when a teacher asks, and nothing at all is refused', async () => {
  const { signInAs, exportTo } = await withSessions();
  const { client: teacher } = await signInAs('teacher');
  const { path } = await exportTo('a.csv', { what: 'activity', format: 'csv' }, teacher);
  const written = readFileSync(path, 'utf8');
  expect(written).toContain('Register started');
  expect(written).not.toContain('Account changed');
  await expect(
    exportTo('b.csv', { what: 'activity', kinds: ['signIn'], format: 'csv' }, teacher),
  ).rejects.toMatchObject({ code: 'NOTHING_TO_EXPORT' });
  const range = { from: '2020-01-01', to: '2020-01-31' };
  await expect(exportTo('c.csv', { what: 'activity', range, format: 'csv' })).rejects.toMatchObject(
    { code: 'NOTHING_TO_EXPORT' },
  );
});
