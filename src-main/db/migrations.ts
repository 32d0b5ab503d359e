/** One step of the schema. `version` is the database's `user_version` once it has been taken. */
export interface Migration {
  version: number;
  name: string;
  sql: string;
}

const files = import.meta.glob<string>('./migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function parseMigration([path, sql]: [string, string]): Migration {
  const found = /\/(\d{4})-([a-z0-9-]+)\.sql$/.exec(path);
  if (found === null) throw new Error(`${path} is not named like 0001-what-it-does.sql`);
  const [, version = '', name = ''] = found;
  return { version: Number(version), name, sql };
}

/** All migrations this version of the app knows, oldest first, numbered from 1 without a gap. */
export const MIGRATIONS: readonly Migration[] = Object.entries(files)
  .map(parseMigration)
  .toSorted((a, b) => a.version - b.version);
