import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { ExportProgress } from '#shared/contract/exports.contract.ts';
import { withSessions } from '#tests/unit/support/exported-class.ts';

/** The XML of a part of the package, as unzip reads it. */
const part = (path: string, name: string) =>
  execFileSync('unzip', ['-p', path, name], { encoding: 'utf8' });

/** The rows of a sheet as another library reads them. */
async function rowsOf(path: string, sheet: string): Promise<unknown[][]> {
  const sheets = await readExcelFile(path);
  return (sheets.find((one) => one.sheet === sheet)?.data ?? []) as unknown[][];
}

describe('one session as XLSX', () => {
  it('says what it was, then each student with the mark in force', async () => {
    const { exportTo, first } = await withSessions();
    const request = { what: 'session', sessionId: first.id, format: 'xlsx' } as const;
    const { path, progress } = await exportTo('session.xlsx', request);
    expect(progress.at(-1)).toEqual({ kind: 'saved', path, rows: 4 });
    const rows = await rowsOf(path, 'Session');
    expect(rows.slice(0, 5).map((row) => row.slice(0, 2))).toEqual([
      ['School', 'Test School of Harbour Street'],
      ['Class', '8B'],
      ['Subject', 'Maths of 8B'],
      ['Date', new Date(Date.UTC(2026, 2, 2))],
      ['Teacher', 'Ada Admin'],
    ]);
    const table = rows.slice(6).map((row) => row.map((value) => value ?? ''));
    expect(table[0]).toEqual([
      'Student ID',
      'Name',
      'Status',
      'Meaning',
      'Time',
      'Method',
      'Corrected',
    ]);
    const byNumber = new Map(table.slice(1).map((row) => [row[0], row.slice(2)]));
    const timeOf = (row: unknown[] | undefined) => row?.toSpliced(2, 1);
    expect(timeOf(byNumber.get('007'))).toEqual(['P', 'Present', 'By hand', '']);
    expect(timeOf(byNumber.get('=1+1'))).toEqual(['L', 'Late', 'By hand', '']);
    expect(timeOf(byNumber.get('+44'))).toEqual(['E', 'Excused', 'By hand', 'Yes']);
    expect(timeOf(byNumber.get('1e5'))).toEqual(['A', 'Absent', 'At closing', '']);
  });

  it('holds every text as a string cell with the text format, and no formula', async () => {
    const { exportTo, first } = await withSessions();
    const request = { what: 'session', sessionId: first.id, format: 'xlsx' } as const;
    const { path } = await exportTo('session.xlsx', request);
    const xml = part(path, 'xl/worksheets/sheet1.xml');
    const strings = part(path, 'xl/sharedStrings.xml');
    expect(strings).toContain('<t>007</t>');
    expect(strings).toContain('<t>=1+1</t>');
    expect(strings).toContain('=HYPERLINK(');
    expect(xml).not.toMatch(/<f[ >]/);
    expect(xml).not.toContain('t="str"');
    // Four students of seven texts each, less the empty ones, and the head.
    expect(xml.match(/ t="s"/g)?.length).toBeGreaterThan(30);
    const [, style] = /<c r="A8" s="(\d+)" t="s">/.exec(xml) ?? [];
    const formats = part(path, 'xl/styles.xml')
      .split('<cellXfs')[1]
      ?.match(/<xf [^>]*>/g);
    expect(formats?.[Number(style)]).toContain('numFmtId="49"');
    expect(xml).toContain('<pane xSplit="2" ySplit="7" topLeftCell="C8" activePane="bottomRight"');
    expect(xml).toContain('<autoFilter ref="A7:G11"/>');
    expect(xml).toContain('<col min="2" max="2"');
  });

  it('takes a name as long as a file system has', async () => {
    const { exportTo, first, folder } = await withSessions();
    const request = { what: 'session', sessionId: first.id, format: 'csv' } as const;
    const name = `${'x'.repeat(251)}.csv`;
    await exportTo(name, request);
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('keeps the time of day where the school is', async () => {
    const { exportTo, first } = await withSessions();
    const request = { what: 'session', sessionId: first.id, format: 'csv' } as const;
    const { path } = await exportTo('session.csv', request);
    expect(readFileSync(path, 'utf8')).toContain(',P,Present,09:05,By hand,\r\n');
  });
});

describe('a class as XLSX', () => {
  it('has students by sessions, totals, sessions taken and a percentage that is a number', async () => {
    const { exportTo, classRequest } = await withSessions();
    const { path, progress } = await exportTo('class.xlsx', classRequest('xlsx'));
    expect(progress.map(({ kind }) => kind)).toEqual(['working', 'working', 'working', 'saved']);
    const [head, ...rows] = await rowsOf(path, 'Register');
    expect(head).toEqual([
      'Student ID',
      'Name',
      '2026-03-02 09:00 Maths of 8B',
      '2026-03-03 09:45 Maths of 8B',
      'Total P',
      'Total L',
      'Total A',
      'Total E',
      'Sessions taken',
      'Points',
      'Present %',
    ]);
    const byNumber = new Map(rows.map((row) => [row[0], row.slice(2)]));
    expect(byNumber.get('007')).toEqual(['P', 'A', 1, 0, 1, 0, 2, 1, 0.5]);
    expect(byNumber.get('=1+1')).toEqual(['L', '?', 0, 1, 0, 0, 1, 0.5, 1]);
    expect(byNumber.get('+44')).toEqual(['E', '?', 0, 0, 0, 1, 1, 0, null]);
    expect(byNumber.get('1e5')).toEqual(['A', '?', 0, 0, 1, 0, 1, 0, 0]);
    const xml = part(path, 'xl/worksheets/sheet1.xml');
    expect(xml).not.toMatch(/<f[ >]/);
    expect(xml).toMatch(/<c r="K\d" s="\d+"><v>0\.5<\/v><\/c>/);
  });

  it('says about itself what it was made from, and another register gives another hash', async () => {
    const { exportTo, classRequest, client, second } = await withSessions();
    const about = async (name: string) => {
      const { path } = await exportTo(name, classRequest('xlsx'));
      return new Map((await rowsOf(path, 'About')).map(([key, value]) => [key, value]));
    };
    const before = await about('before.xlsx');
    expect(before.get('Made by')).toBe('Ada Admin');
    expect(before.get('Made at')).toBe('2026-03-03 09:45 UTC+00:00');
    expect(before.get('From')).toEqual(new Date(Date.UTC(2026, 2, 1)));
    expect(before.get('Sessions')).toBe(2);
    expect(before.get('Events')).toBe(6);
    expect(before.get('Hash of the events')).toMatch(/^[0-9a-f]{64}$/);
    const same = await about('same.xlsx');
    expect(same.get('Hash of the events')).toBe(before.get('Hash of the events'));
    await client.register.end({ sessionId: second.id });
    const after = await about('after.xlsx');
    expect(after.get('Hash of the events')).not.toBe(before.get('Hash of the events'));
  });

  it('leaves a cell empty where the student was not in the class', async () => {
    const { exportTo, classRequest, client, classId } = await withSessions();
    const late = { studentNumber: '900', fullName: 'Newcomer', classId, email: null };
    await client.people.students.create(late);
    const { path } = await exportTo('class.xlsx', classRequest('xlsx'));
    const rows = await rowsOf(path, 'Register');
    expect(rows.map(([number]) => number)).not.toContain('900');
  });
});

describe('CSV', () => {
  it('is UTF-8 with a byte order mark, keeps zeros and starts no cell with a formula', async () => {
    const { exportTo, classRequest } = await withSessions();
    const { path } = await exportTo('class.csv', classRequest('csv'));
    const bytes = readFileSync(path);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').slice(1).split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines).toContain(
      '007,"\'=HYPERLINK(""http://evil.example"",""click"")",P,A,1,0,1,0,2,1,50.0%',
    );
    expect(lines).toContain("'=1+1,'@SUM(A1:A9),L,?,0,1,0,0,1,0.5,100.0%");
    expect(lines.some((line) => line.startsWith("'+44,"))).toBe(true);
    expect(lines.some((line) => line.includes('"Zoë ""Zed"" O’Neill, junior"'))).toBe(true);
  });
});

describe('an export that comes to nothing', () => {
  it('asks nobody where to when there is no session in the range', async () => {
    const { client, classId } = await withSessions();
    const range = { from: '2020-01-01', to: '2020-01-31' };
    await expect(
      client.exports.run({ what: 'class', classId, range, format: 'xlsx' }),
    ).rejects.toMatchObject({ code: 'NOTHING_TO_EXPORT' });
  });

  it('is cancelled in the dialog', async () => {
    const { client, platform, classRequest, folder } = await withSessions();
    platform.saveFileAs(null);
    const steps: ExportProgress[] = [];
    for await (const step of await client.exports.run(classRequest('xlsx'))) steps.push(step);
    expect(steps).toEqual([{ kind: 'cancelled' }]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['xlsx', 'ods', 'csv'] as const)(
    'leaves no %s behind when it is cancelled at any step, and keeps the file that was there',
    async (format) => {
      const { client, platform, classRequest, folder } = await withSessions();
      const path = join(folder, `class.${format}`);
      writeFileSync(path, 'last week');
      platform.saveFileAs(path);
      for (let steps = 1; steps <= 3; steps += 1) {
        const running = await client.exports.run(classRequest(format));
        for (let step = 0; step < steps; step += 1) {
          expect((await running.next()).value).toMatchObject({ kind: 'working' });
        }
        await running.return?.();
        expect(readdirSync(folder)).toEqual([`class.${format}`]);
        expect(readFileSync(path, 'utf8')).toBe('last week');
      }
      expect(await client.activity.list({ kinds: ['exported'] })).toEqual([]);
    },
  );

  it('says that the folder has gone, and that a folder is no file', async () => {
    const { client, exportTo, classRequest, folder } = await withSessions();
    await expect(exportTo('gone/class.xlsx', classRequest('xlsx'))).rejects.toMatchObject({
      code: 'INVALID',
      data: { field: 'path', why: 'noSuchFolder' },
    });
    mkdirSync(join(folder, 'taken'));
    await expect(exportTo('taken', classRequest('csv'))).rejects.toMatchObject({
      code: 'INVALID',
      data: { field: 'path', why: 'isFolder' },
    });
    expect(readdirSync(folder)).toEqual(['taken']);
    expect(await client.activity.list({ kinds: ['exported'] })).toEqual([]);
  });
});

describe('an export that cannot be noted', () => {
  /** The register refuses the entry, as it does on a full disk. */
  const REFUSED_AT_ONCE = `CREATE TRIGGER refuse BEFORE INSERT ON activity
    WHEN new.kind = 'exported' BEGIN SELECT RAISE(ABORT, 'cannot be noted'); END`;
  /** The register takes the entry and cannot commit it. */
  const REFUSED_AT_COMMIT = [
    'CREATE TABLE parent (id TEXT PRIMARY KEY)',
    'CREATE TABLE child (id TEXT REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)',
    `CREATE TRIGGER refuse AFTER INSERT ON activity
      WHEN new.kind = 'exported' BEGIN INSERT INTO child VALUES ('orphan'); END`,
  ];

  it('leaves the file that was there', async () => {
    const { db, exportTo, classRequest, folder } = await withSessions();
    db.run(REFUSED_AT_ONCE);
    writeFileSync(join(folder, 'class.csv'), 'last week');
    await expect(exportTo('class.csv', classRequest('csv'))).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['class.csv']);
    expect(readFileSync(join(folder, 'class.csv'), 'utf8')).toBe('last week');
  });

  it('leaves no file that the log does not know', async () => {
    const { db, exportTo, classRequest, folder } = await withSessions();
    for (const statement of REFUSED_AT_COMMIT) db.run(statement);
    await expect(exportTo('class.csv', classRequest('csv'))).rejects.toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('afterwards', () => {
  it('is noted, and only what was exported can be shown in its folder', async () => {
    const { client, platform, exportTo, classRequest, first } = await withSessions();
    const shown: string[] = [];
    platform.revealFile = (path) => shown.push(path);
    await expect(client.exports.reveal({ path: '/etc/passwd' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const { path } = await exportTo('class.csv', classRequest('csv'));
    await client.exports.reveal({ path });
    expect(shown).toEqual([path]);
    await exportTo('s.csv', { what: 'session', sessionId: first.id, format: 'csv' });
    const noted = await client.activity.list({ kinds: ['exported'] });
    expect(noted.map(({ detail }) => detail)).toMatchObject([
      { what: 'session', className: '8B', day: '2026-03-02', rows: 4 },
      { what: 'class', className: '8B', rows: 4 },
    ]);
  });
});
