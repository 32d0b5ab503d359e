import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Db } from '#main/db/database.ts';
import { logLine } from '#main/shell/describe-cause.ts';
import { callOnce } from './call-contract.ts';
import { fuzzPlatform } from './fuzz-platform.ts';
import { listProcedures } from './procedures.ts';
import { arbitraryFrom } from './schema-arbitrary.ts';
import { makeFuzzedSchool } from './school.ts';

const NAME = 'Quenby Marrowfat';
const CALLS_EACH = 6;

/** From here on every write fails with an error that quotes a name, as a constraint would. */
function failWrites(db: Db): void {
  const tables = db.all<{ name: string }>(
    sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
  );
  for (const { name } of tables) {
    for (const verb of ['INSERT', 'UPDATE', 'DELETE']) {
      db.run(
        sql.raw(`CREATE TEMP TRIGGER fail_${name}_${verb} BEFORE ${verb} ON main.${name}
          BEGIN SELECT RAISE(ABORT, '${NAME} is not unique'); END`),
      );
    }
  }
}

it('what is logged of calls that fail in every area names nobody', {
  timeout: 120_000,
}, async () => {
  const place = mkdtempSync(join(realpathSync(tmpdir()), 'rollcall-log-'));
  const lines: string[] = [];
  const messages: string[] = [];
  const platform = fuzzPlatform(place, () => {});
  const log = {
    info: (message: string) => lines.push(message),
    warn: (message: string) => lines.push(message),
    error(message: string, cause?: unknown) {
      lines.push(logLine(message, cause));
      messages.push(String(cause));
    },
  };
  const school = await makeFuzzedSchool({ ...platform, log });
  failWrites(school.db);
  const ids = school.ids();
  for (const procedure of listProcedures()) {
    if (procedure.input === null) continue;
    const inputs = arbitraryFrom(procedure.input, ids, () => fc.constant(NAME));
    for (const input of fc.sample(inputs, { numRuns: CALLS_EACH, seed: 1 })) {
      await callOnce(school.as('admin'), { procedure, input });
    }
  }
  school.close();
  rmSync(place, { recursive: true });
  expect(messages.some((message) => message.includes(NAME))).toBe(true);
  const areas = new Set(lines.map((line) => /^(\w+)\./.exec(line)?.[1]));
  for (const area of ['accounts', 'people', 'register', 'settings']) {
    expect(areas, area).toContain(area);
  }
  expect(areas.size).toBeGreaterThan(6);
  expect(lines.filter((line) => line.includes('Quenby') || line.includes('Marrowfat'))).toEqual([]);
});
