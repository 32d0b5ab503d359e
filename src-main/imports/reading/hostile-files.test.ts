import { describe, expect, test } from 'vitest';
import { CFB, read, utils, write } from 'xlsx';
import { TABLE_LIMITS } from '#shared/imports/table.ts';
import { choiceOf, importStudents, openList } from '#tests/unit/support/test-import.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import {
  fileOf,
  rawRow,
  rawWorkbook,
  workbookOf,
  zipOf,
} from '#tests/unit/support/test-workbook.ts';
import { readInThread } from './read-in-thread.ts';

const HEAD = ['Student ID', 'Name', 'Class'];
const { signal } = new AbortController();

async function refusal(file: File): Promise<unknown> {
  const { client } = await createTestRegister();
  const opened = openList(client, file);
  await expect(opened).rejects.toMatchObject({ code: 'UNREADABLE_FILE' });
  expect(await client.people.students.list({})).toEqual([]);
  return opened.catch((error) => error.data.why);
}

function encrypted(): Buffer {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, '/EncryptedPackage', Buffer.alloc(5000, 7));
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Uint8Array);
}

describe('files that are refused', () => {
  test('more than 20 MB', async () => {
    const file = fileOf(Buffer.alloc(50 * 1024 * 1024, 'a'));
    expect(await refusal(file)).toBe('tooLarge');
  });

  test('a ZIP bomb, by what it declares', async () => {
    const bomb = zipOf([{ name: 'xl/workbook.xml', data: Buffer.alloc(40 * 1024 * 1024) }]);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusal(fileOf(bomb))).toBe('unpacksTooLarge');
  });

  test('a ZIP bomb that declares to be small', async () => {
    const data = Buffer.alloc(TABLE_LIMITS.unpackedBytes + 1_000_000);
    const bomb = zipOf([{ name: 'xl/workbook.xml', data, declared: 1000 }]);
    expect(await refusal(fileOf(bomb))).toBe('unpacksTooLarge');
  });

  test('another kind of file under the name of a workbook', async () => {
    expect(await refusal(fileOf('%PDF-1.7 ...'))).toBe('wrongKind');
    expect(await refusal(fileOf(Buffer.from([1, 2, 0, 3, 0, 0, 9])))).toBe('wrongKind');
    const zip = zipOf([{ name: 'word/document.xml', data: Buffer.from('<w/>') }]);
    expect(await refusal(fileOf(zip))).toBe('wrongKind');
    const calc = zipOf([{ name: 'content.xml', data: Buffer.from('<office/>') }]);
    expect(await refusal(fileOf(calc))).toBe('otherSpreadsheet');
  });

  test('a workbook with a password, and one of the old kind', async () => {
    expect(await refusal(fileOf(encrypted()))).toBe('password');
    const old = CFB.utils.cfb_new();
    CFB.utils.cfb_add(old, '/Workbook', Buffer.alloc(5000, 7));
    expect(
      await refusal(fileOf(Buffer.from(CFB.write(old, { type: 'buffer' }) as Uint8Array))),
    ).toBe('oldExcel');
  });

  test('a damaged workbook', async () => {
    const whole = workbookOf({ A: [HEAD, ['1', 'A', '8B']] });
    expect(await refusal(fileOf(whole.subarray(0, whole.length - 40)))).toBe('damaged');
    const scrambled = Buffer.from(whole);
    scrambled.fill(0x5a, 60, 140);
    expect(await refusal(fileOf(scrambled))).toBe('damaged');
  });

  test('nothing in it', async () => {
    expect(await refusal(fileOf(''))).toBe('empty');
    expect(await refusal(fileOf(' \n,,\n', 'a.csv'))).toBe('empty');
    expect(await refusal(fileOf(workbookOf({ A: [] })))).toBe('empty');
  });

  test('more rows or columns than any list has', async () => {
    const long = Array.from({ length: TABLE_LIMITS.rows + 1 }, (_, index) => `${index}`);
    expect(await refusal(fileOf(long.join('\n'), 'a.csv'))).toBe('tooManyRows');
    const wide = Array.from({ length: TABLE_LIMITS.columns + 1 }, () => 'x').join(',');
    expect(await refusal(fileOf(wide, 'a.csv'))).toBe('tooManyColumns');
  });

  test('one that takes too long or too much memory, in its thread alone', async () => {
    const bytes = rawWorkbook(
      Array.from({ length: 20_000 }, (_, index) => rawRow(index + 1, ['a', 'b', 'c'])).join(''),
    );
    const data = { bytes, fileName: 'a.xlsx' };
    const quick = readInThread(data, signal, { milliseconds: 1, heapMegabytes: 512 });
    await expect(quick).rejects.toMatchObject({ data: { why: 'tookTooLong' } });
    const small = readInThread(data, signal, { milliseconds: 60_000, heapMegabytes: 16 });
    await expect(small).rejects.toMatchObject({ data: { why: 'unpacksTooLarge' } });
  });

  test('one that is cancelled', async () => {
    const stop = new AbortController();
    const bytes = workbookOf({ A: [HEAD, ['1', 'A', '8B']] });
    const reading = readInThread({ bytes, fileName: 'a.xlsx' }, stop.signal);
    stop.abort(new Error('stopped'));
    await expect(reading).rejects.toThrow('stopped');
  });
});

describe('files that are odd and are read', () => {
  test('a million empty rows under two students', async () => {
    const { client } = await createTestRegister();
    const rows = [rawRow(1, HEAD), rawRow(2, ['1', 'Ana', '8B']), rawRow(3, ['2', 'Bo', '8B'])];
    for (let line = 4; line <= 1_000_000; line += 1) rows.push(`<row r="${line}" spans="1:3"/>`);
    const opened = await openList(client, fileOf(rawWorkbook(rows.join(''))));
    expect(opened.chosen.rows).toBe(2);
  });

  test('a title, merged cells, leading zeros, dates, and formulas by their values', async () => {
    const { client } = await createTestRegister();
    const sheet = [
      ['Harbour School 2026', '', '', ''],
      ['Roll No', 'Name', 'Class', 'Joined on'],
      [{ t: 'n', v: 7, z: '000' }, { t: 's', v: 'Ana', f: 'UPPER("x")' }, '8B', '01/02/2026'],
      [
        { t: 'n', v: 8, z: '000' },
        '=HYPERLINK("http://x")',
        '',
        { t: 'n', v: 46054, z: 'dd/mm/yyyy' },
      ],
    ] as const;
    const bytes = workbookOf({ A: sheet });
    const merged = workbookWithMerge(bytes);
    const { plan } = await importStudents(client, fileOf(merged));
    expect(plan.rows.map((row) => [row.studentNumber, row.fullName, row.className])).toEqual([
      ['007', 'Ana', '8B'],
      ['008', '=HYPERLINK("http://x")', '8B'],
    ]);
  });

  test.each([
    ['UTF-8 with a mark', Buffer.from('\uFEFFStudent ID,Name,Class\n1,Zoë Ñandú,8B\n')],
    [
      'UTF-16 with a mark',
      Buffer.from('\uFEFFStudent ID\tName\tClass\n1\tZoë Ñandú\t8B\n', 'utf16le'),
    ],
    ['UTF-16 without', Buffer.from('Student ID;Name;Class\n1;Zoë Ñandú;8B\n', 'utf16le')],
    [
      'UTF-16, the other way round',
      Buffer.from('\uFEFFStudent ID,Name,Class\n1,Zoë Ñandú,8B\n', 'utf16le').swap16(),
    ],
    ['Windows-1252', Buffer.from('Student ID;Name;Class\r\n1;Zoë Ñandú;8B\r\n', 'latin1')],
    ["with Excel's own line", Buffer.from('sep=;\r\nStudent ID;Name;Class\r\n1;Zoë Ñandú;8B\r\n')],
  ])('a CSV in %s', async (_name, bytes) => {
    const { client } = await createTestRegister();
    const { plan } = await importStudents(client, fileOf(bytes, 'a.csv'));
    expect(plan.rows).toMatchObject([
      { studentNumber: '1', fullName: 'Zoë Ñandú', className: '8B' },
    ]);
  });

  test('no headings: the columns are shown and said by hand', async () => {
    const { client } = await createTestRegister();
    const opened = await openList(client, fileOf('1,Ana,8B\n2,Bo,8B\n', 'a.csv'));
    expect(opened.chosen).toMatchObject({ headingRow: null, rows: 2 });
    expect(opened.chosen.columns.map(({ field }) => field)).toEqual([null, null, null]);
    const choice = choiceOf(opened, { fields: ['studentNumber', 'fullName', 'className'] });
    expect((await client.imports.planStudents(choice)).counts).toMatchObject({ new: 2 });
  });

  test('several sheets: the one that looks like a list is chosen, the others can be', async () => {
    const { client } = await createTestRegister();
    const opened = await openList(
      client,
      fileOf(workbookOf({ Notes: [['hello']], List: [HEAD, ['1', 'Ana', '8B']], Empty: [] })),
    );
    expect(opened.sheets.map(({ name }) => name)).toEqual(['Notes', 'List']);
    expect(opened.chosen.sheet).toBe(1);
    const notes = { draftId: opened.draftId, sheet: 0, headingRow: 'find' } as const;
    expect(await client.imports.sheet(notes)).toMatchObject({ headingRow: null, rows: 1 });
    await expect(client.imports.sheet({ ...notes, sheet: 9 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('rows that cannot be students, and the others all the same', async () => {
    const { client } = await createTestRegister();
    const rows = [
      HEAD,
      ['1', 'Ana', '8B'],
      ['1', 'Ana again', '8B'],
      ['2', 'x'.repeat(10_000), '8B'],
      ['3', '', '8B'],
      ['', 'No number', '8B'],
      ['4', 'No class', ''],
      ['5', '#REF!', '8B'],
      ['6', 'Cy\u0007d', '8B'],
    ];
    const csv = rows.map((row) => row.join(',')).join('\n');
    const { plan, done } = await importStudents(client, fileOf(csv, 'a.csv'));
    const problems = plan.rows.map(({ verdict }) =>
      verdict.kind === 'problem' ? `${verdict.problem.field} ${verdict.problem.why}` : verdict.kind,
    );
    expect(problems).toEqual([
      'new',
      'studentNumber duplicateNumber',
      'fullName tooLong',
      'fullName missing',
      'studentNumber missing',
      'className missing',
      'fullName formulaError',
      'fullName badCharacters',
    ]);
    expect(done.created).toBe(1);
    expect(await client.people.students.list({})).toHaveLength(1);
  });
});

/** The workbook with cell C3 merged over C3:C4. */
function workbookWithMerge(bytes: Buffer): Buffer {
  const book = read(bytes, { cellNF: true, cellFormula: true });
  const sheet = book.Sheets.A;
  if (sheet) sheet['!merges'] = [utils.decode_range('C3:C4'), utils.decode_range('A1:D1')];
  return write(book, { type: 'buffer', bookType: 'xlsx' });
}
