import { execFileSync } from 'node:child_process';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { withSessions } from '#tests/unit/support/exported-class.ts';
import { readOds } from '#tests/unit/support/read-ods.ts';

const SHEETS = ['Register', 'Summary', 'Students', 'Amendments', 'About'];
const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const day = (date: number) => new Date(Date.UTC(2026, 2, date));
const part = (path: string, name: string) =>
  execFileSync('unzip', ['-p', path, name], { encoding: 'utf8' });

type Rows = unknown[][];

async function sheetsOf(path: string): Promise<Map<string, Rows>> {
  const sheets = await readExcelFile(path);
  return new Map(sheets.map(({ sheet, data }) => [sheet, data as Rows]));
}

describe('the workbook of a class', () => {
  it('has every sheet of an office', async () => {
    const { exportTo, classRequest } = await withSessions();
    const { path } = await exportTo('class.xlsx', classRequest('xlsx'));
    const sheets = await sheetsOf(path);
    expect([...sheets.keys()]).toEqual(SHEETS);
    const [head, ...rows] = sheets.get('Summary') ?? [];
    expect(head).toEqual([
      ...['Student ID', 'Name', 'On the register', 'At school', 'Not at school'],
      ...['Does not count', 'Not marked', 'Total P', 'Total L', 'Total A', 'Total E'],
      ...['Sessions taken', 'Points', 'Present %'],
    ]);
    const summary = new Map(rows.map((row) => [row[0], row.slice(2)]));
    expect(summary.get('007')).toEqual([2, 1, 1, 0, 0, 1, 0, 1, 0, 2, 1, 0.5]);
    expect(summary.get('+44')).toEqual([2, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, null]);
    const students = sheets.get('Students') ?? [];
    expect(students.find(([number]) => number === '007')?.slice(2)).toEqual([
      ...['8B', day(2), null, null],
    ]);
  });

  it('tells of each amendment what stood before, what stands now, why, when and who', async () => {
    const { exportTo, classRequest } = await withSessions();
    const { path } = await exportTo('class.xlsx', classRequest('xlsx'));
    const [head, ...rows] = (await sheetsOf(path)).get('Amendments') ?? [];
    expect(head?.slice(6)).toEqual([
      ...['Original entry', 'Amended entry', 'Reason', 'Amended on', 'At', 'By', 'After closing'],
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.[0]).toBe('+44');
    expect(rows[0]?.[2]).toEqual(day(2));
    expect(rows[0]?.slice(4, 10)).toEqual([
      ...['8B', 'Maths of 8B', 'A', 'E', 'note from home', day(2)],
    ]);
    expect(rows[0]?.slice(11)).toEqual(['Ada Admin', 'Yes']);
  });

  it('keeps to one subject, and says so', async () => {
    const { client, exportTo, classRequest, classId, second, platform } = await withSessions();
    await client.register.end({ sessionId: second.id });
    platform.clock.advance(60_000);
    const art = await client.people.subjects.create({ name: 'Art' });
    await client.register.start({ classId, subjectId: art.id });
    const request = { ...classRequest('xlsx'), subjectId: art.id };
    const sheets = await sheetsOf((await exportTo('art.xlsx', request)).path);
    expect(sheets.get('Register')?.[0]?.slice(2, 4)).toEqual(['2026-03-03 09:46 Art', 'Total P']);
    const about = new Map((sheets.get('About') ?? []).map(([key, value]) => [key, value]));
    expect(about.get('Subject')).toBe('Art');
    expect(about.get('Sessions')).toBe(1);
    expect(about.get('Sessions still open')).toBe(1);
  });

  it('names guests of whom nobody has said who they are', async () => {
    const { client, exportTo, classRequest, second } = await withSessions();
    await client.guests.add({ sessionId: second.id, name: '=Visitor' });
    const sheets = await sheetsOf((await exportTo('class.xlsx', classRequest('xlsx'))).path);
    const about = new Map((sheets.get('About') ?? []).map(([key, value]) => [key, value]));
    expect(about.get('Guest, counted nowhere')).toMatch(/^=Visitor, 2026-03-03 09:45 Maths of 8B/);
    expect((sheets.get('Register') ?? []).flat()).not.toContain('=Visitor');
  });

  it('leaves out a register that did not take place, and says why', async () => {
    const { client, exportTo, classRequest, second } = await withSessions();
    await client.register.discard({ sessionId: second.id, reason: 'fire drill' });
    const sheets = await sheetsOf((await exportTo('class.xlsx', classRequest('xlsx'))).path);
    expect(sheets.get('Register')?.[0]?.slice(2, 4)).toEqual([
      ...['2026-03-02 09:00 Maths of 8B', 'Total P'],
    ]);
    const about = new Map((sheets.get('About') ?? []).map(([key, value]) => [key, value]));
    expect(about.get('Did not take place')).toBe('2026-03-03 09:45 Maths of 8B: fire drill');
  });

  it('carries colours that follow what stands in a cell, also in an empty one', async () => {
    const { exportTo, classRequest } = await withSessions();
    const { path } = await exportTo('class.xlsx', classRequest('xlsx'));
    const summary = part(path, 'xl/worksheets/sheet2.xml');
    expect(summary).toContain('<conditionalFormatting sqref="N2:N5"><cfRule type="expression"');
    expect(summary).toContain('AND(ISNUMBER(N2),N2&gt;=0,N2&lt;0.75)');
    expect(part(path, 'xl/worksheets/sheet1.xml')).toContain('EXACT(C2,&quot;P&quot;)');
    expect(part(path, 'xl/styles.xml')).toMatch(/<dxfs count="8">(<dxf>.*?<\/dxf>){8}<\/dxfs>/);
  });
});

describe('the workbook of one student', () => {
  it('has a row a session and nobody else’s amendments', async () => {
    const { exportTo, studentIds } = await withSessions();
    const [bond, , plus] = studentIds as [string, string, string];
    const request = { what: 'student', range: MARCH, format: 'xlsx' } as const;
    const own = await exportTo('plus.xlsx', { ...request, studentId: plus });
    expect(own.progress.at(-1)).toEqual({ kind: 'saved', path: own.path, rows: 2 });
    const sheets = await sheetsOf(own.path);
    expect([...sheets.keys()]).toEqual(SHEETS);
    const rows = (sheets.get('Register') ?? []).map((row) => row.toSpliced(0, 2).toSpliced(5, 1));
    expect(rows.slice(1)).toEqual([
      ['8B', 'Maths of 8B', 'Ada Admin', 'E', 'Excused', 'By hand', 'Yes', 'note from home'],
      ['8B', 'Maths of 8B', 'Ada Admin', '?', null, null, null, null],
    ]);
    expect(sheets.get('Amendments')).toHaveLength(2);
    const other = await exportTo('bond.xlsx', { ...request, studentId: bond });
    expect((await sheetsOf(other.path)).get('Amendments')).toHaveLength(1);
  });

  it('is refused for a student of a class that is not the caller’s', async () => {
    const { client, signInAs, classId, exportTo, studentIds, admin } = await withSessions();
    const { client: teacher } = await signInAs('teacher');
    await client.people.classes.update({ id: classId, teacherIds: [admin.id] });
    const request = { range: MARCH, format: 'csv' } as const;
    const studentId = studentIds[0] ?? '';
    await expect(
      exportTo('a.csv', { ...request, what: 'student', studentId }, teacher),
    ).rejects.toMatchObject({ code: 'NOT_YOUR_CLASS' });
    await expect(
      exportTo('a.csv', { ...request, what: 'class', classId }, teacher),
    ).rejects.toMatchObject({ code: 'NOT_YOUR_CLASS' });
  });
});

describe('OpenDocument', () => {
  it('holds the same as the XLSX, every text as text and no formula', async () => {
    const { exportTo, classRequest } = await withSessions();
    const { path } = await exportTo('class.ods', classRequest('ods'));
    const content = part(path, 'content.xml');
    const sheets = readOds(content);
    expect([...sheets.keys()]).toEqual(SHEETS);
    const register = new Map(sheets.get('Register')?.map((row) => [row[0]?.value, row]));
    expect(register.get('=1+1')?.map(({ value }) => value)).toEqual([
      ...['=1+1', '@SUM(A1:A9)', 'L', '?', '0', '1', '0', '0', '1', '0.5', '1'],
    ]);
    expect(register.get('007')?.at(-1)).toEqual({
      type: 'percentage',
      value: '0.5',
      text: '50.0%',
    });
    expect(register.get('+44')?.[1]).toMatchObject({ type: 'string' });
    const amended = sheets.get('Amendments')?.[1] ?? [];
    expect(amended[2]).toEqual({ type: 'date', value: '2026-03-02', text: '2026-03-02' });
    expect(amended[3]).toEqual({ type: 'time', value: 'PT09H00M00S', text: '09:00' });
    expect(content).not.toContain('table:formula');
  });

  it('keeps panes in place, colours cells, and begins as OpenDocument files do', async () => {
    const { exportTo, classRequest } = await withSessions();
    const { path } = await exportTo('class.ods', classRequest('ods'));
    execFileSync('unzip', ['-tq', path]);
    const listed = execFileSync('unzip', ['-Zl', path], { encoding: 'utf8' });
    const first = listed.split('\n').find((line) => line.startsWith('-'));
    expect(first).toMatch(/ stor .* mimetype$/);
    expect(part(path, 'settings.xml')).toContain('"HorizontalSplitPosition" config:type="int">2<');
    expect(part(path, 'META-INF/manifest.xml')).toContain('settings.xml');
    expect(part(path, 'content.xml')).toContain('formula-is(EXACT([.C2];&quot;P&quot;))');
  });
});
