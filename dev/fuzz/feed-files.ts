import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORPCError } from '@orpc/server';
import fc from 'fast-check';
import type { Client } from '#tests/unit/support/test-register.ts';
import type { FuzzMessage } from './messages.ts';
import { spoiled } from './mutate-file.ts';
import { sampleJpeg, sampleList, samplePng, sampleZipSlip } from './sample-files.ts';
import { type FuzzedSchool, PASSPHRASE } from './school.ts';

type Report = (message: FuzzMessage) => void;

/** A kind of file that people hand to the app, whole, and the way it takes it. */
interface Intake {
  name: string;
  file: Buffer;
  take(client: Client, bytes: Buffer): Promise<void>;
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
  const list = (name: string, file: Buffer) => ({ name, file, take: takeList(name) });
  const xlsx = list('list.xlsx', sampleList('xlsx'));
  const csv = list('list.csv', sampleList('csv'));
  const photo = list('photo.jpg', sampleJpeg());
  // A picture under the name of a list, and lists in an archive that leads out of its folder.
  const disguised = list('list.xlsx', samplePng());
  const zipSlip = list('../../list.xlsx', sampleZipSlip());
  const backup = {
    name: 'a backup',
    file: await makeBackupFile(client),
    take: takeBackup(chosenFile),
  };
  // Opening a backup takes the memory and time that keep guessers out; lists get most of the turns.
  return [xlsx, csv, photo, xlsx, csv, zipSlip, xlsx, disguised, zipSlip, backup];
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
