import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORPCError } from '@orpc/server';
import fc from 'fast-check';
import { utils, write } from 'xlsx';
import type { Client } from '#tests/unit/support/test-register.ts';
import type { FuzzMessage } from './messages.ts';
import { spoiled } from './mutate-file.ts';
import { type FuzzedSchool, PASSPHRASE } from './school.ts';

type Report = (message: FuzzMessage) => void;

/** A kind of file that people hand to the app, whole, and the way it takes it. */
interface Intake {
  name: string;
  file: Buffer;
  take(client: Client, bytes: Buffer): Promise<void>;
}

const ROWS = [
  ['Student ID', 'Full name', 'Class', 'Guardian', 'Guardian phone'],
  ['901', 'Asha Rao', '8B', 'R. Rao', '+91 98765 43210'],
  ['902', 'Zoë Núñez', '8B', '', ''],
];

function workbook(bookType: 'xlsx' | 'csv'): Buffer {
  const book = utils.book_new(utils.aoa_to_sheet(ROWS), 'Students');
  return write(book, { type: 'buffer', bookType }) as Buffer;
}

/** Opens a list and plans what it would do, as far as it lets itself be opened. */
function takeList(name: string) {
  return async (client: Client, bytes: Buffer): Promise<void> => {
    const file = new File([new Uint8Array(bytes)], name);
    for await (const step of await client.imports.open({ kind: 'students', file })) {
      if (step.kind !== 'opened') continue;
      const { draftId, chosen } = step.file;
      const fields = chosen.columns.map(({ field }) => field);
      const { sheet, headingRow } = chosen;
      const choice = { draftId, sheet, headingRow, fields, className: null, country: null };
      await client.imports.planStudents(choice);
    }
  };
}

/** Chooses a backup and looks into it; nothing is put in place. */
function takeBackup(chosenFile: string) {
  return async (client: Client, bytes: Buffer): Promise<void> => {
    writeFileSync(chosenFile, bytes);
    await client.backup.restore.choose();
    await client.backup.restore.preview({ passphrase: PASSPHRASE });
  };
}

async function makeBackupFile(client: Client): Promise<Buffer> {
  const { name } = await client.backup.make();
  const { folder } = await client.backup.status();
  return readFileSync(join(folder, name));
}

async function intakes(client: Client, chosenFile: string): Promise<Intake[]> {
  const xlsx = { name: 'list.xlsx', file: workbook('xlsx'), take: takeList('list.xlsx') };
  const csv = { name: 'list.csv', file: workbook('csv'), take: takeList('list.csv') };
  const backup = await makeBackupFile(client);
  // Opening a backup takes the memory and time that keep guessers out; lists get most of the turns.
  return [xlsx, csv, xlsx, csv, xlsx, csv, xlsx, csv, xlsx].concat({
    name: 'a backup',
    file: backup,
    take: takeBackup(chosenFile),
  });
}

async function feed(client: Client, { name, take }: Intake, bytes: Buffer, report: Report) {
  try {
    await take(client, bytes);
  } catch (error) {
    const isRefusal = error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR';
    if (isRefusal) return;
    const what = `${fc.stringify(error)} to ${bytes.length} bytes, ${bytes.subarray(0, 200).toString('base64')}`;
    report({ kind: 'fault', of: 'crashes', where: name, what });
  }
}

/**
 * Hands spoiled files to the app, each kind in turn.
 * @param chosenFile what the dialog for opening a file answers
 */
export async function feedFiles(
  school: FuzzedSchool,
  { files, seed, chosenFile }: { files: number; seed: number; chosenFile: string },
  report: Report,
): Promise<number> {
  school.restoreAccounts();
  const client = school.as('admin');
  const kinds = await intakes(client, chosenFile);
  for (let fed = 0; fed < files; fed += 1) {
    const kind = kinds[fed % kinds.length];
    if (!kind) break;
    const [bytes = Buffer.alloc(0)] = fc.sample(spoiled(kind.file), {
      numRuns: 1,
      seed: seed + fed,
    });
    await feed(client, kind, bytes, report);
    if (fed % 100 === 0) report({ kind: 'files', files: fed });
  }
  return files;
}
