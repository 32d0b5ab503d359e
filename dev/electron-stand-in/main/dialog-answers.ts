import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export type DialogKind = 'save' | 'open' | 'message' | 'error';

const WAIT_LIMIT_MS = 10_000;
const LOOK_EVERY_MS = 50;

/**
 * Who answers dialogs when a test drives the app: files in the folder that
 * `ROLLCALL_STAND_IN_DIALOGS` names. An answer is `KIND-*.json`, put there whole by a rename, taken in
 * the order of names and removed; every dialog shown is added to `asked.jsonl`.
 */
function folder(): string | null {
  return process.env.ROLLCALL_STAND_IN_DIALOGS || null;
}

/** Notes that a dialog was shown, for tests that look at what it said. */
export async function recordDialog(kind: DialogKind, options: object): Promise<void> {
  const place = folder();
  if (place !== null) {
    await appendFile(join(place, 'asked.jsonl'), `${JSON.stringify({ kind, options })}\n`);
  }
}

/**
 * The prepared answer to a dialog, waited for a while; null when nobody prepares answers.
 * @throws if answers are prepared and none comes: a test forgot it
 */
export async function preparedAnswer<T>(kind: DialogKind): Promise<T | null> {
  const place = folder();
  if (place === null) return null;
  for (let waited = 0; waited <= WAIT_LIMIT_MS; waited += LOOK_EVERY_MS) {
    const answer = takeAnswer<T>(place, kind);
    if (answer !== null) return answer;
    await wait(LOOK_EVERY_MS);
  }
  throw new Error(`Nobody has answered a '${kind}' dialog (looked in ${place}).`);
}

function takeAnswer<T>(place: string, kind: DialogKind): T | null {
  if (!existsSync(place)) return null;
  const [first] = readdirSync(place)
    .filter((name) => name.startsWith(`${kind}-`) && name.endsWith('.json'))
    .sort();
  if (first === undefined) return null;
  const answer = JSON.parse(readFileSync(join(place, first), 'utf8')) as T;
  rmSync(join(place, first));
  return answer;
}
