import { join, resolve } from 'node:path';

export const PERMISSION_FILE = join(
  resolve(import.meta.dirname, '..', '..'),
  'docs',
  'permissions.md',
);
