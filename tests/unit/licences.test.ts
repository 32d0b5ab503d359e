import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAllowed } from '#dev/licences/allowed-licence.ts';
import { licenceProblem, shippedPackages } from '#dev/licences/licence-list.ts';
import { packageFolderOf } from '#dev/licences/read-package.ts';

const root = join(import.meta.dirname, '../..');

describe('licences of what is packed beside the bundles', () => {
  it('are all there and allowed', () => {
    const packages = shippedPackages(root, [join(root, 'node_modules/react')]);
    expect(packages.flatMap((one) => licenceProblem(one) ?? [])).toEqual([]);
    const names = packages.map(({ name }) => name);
    for (const name of ['better-sqlite3-multiple-ciphers', 'electron', 'react', 'zod']) {
      expect(names).toContain(name);
    }
    expect(names).not.toContain('vitest');
  });

  it('name the models by the packages they come from', () => {
    const human = shippedPackages(root, []).find(({ name }) => name === '@vladmandic/human');
    expect(human).toMatchObject({ licence: 'MIT' });
    expect(human?.models).toContain('blazeface.bin');
    expect(human?.text).toContain('Permission is hereby granted');
  });

  it.each([
    ['none', ''],
    ['one that is not allowed', 'GPL-3.0-only'],
  ])('are a problem where there is %s', (_what, licence) => {
    const one = { name: 'left-out', version: '1.0.0', licence, text: 'Text', models: [] };
    expect(licenceProblem(one)).toMatch(/^left-out /);
  });

  it('are a problem without their text', () => {
    const one = { name: 'left-out', version: '1.0.0', licence: 'MIT', text: '', models: [] };
    expect(licenceProblem(one)).toMatch(/no text/);
  });
});

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0)', true],
  ['MIT AND OFL-1.1', true],
  ['MIT AND GPL-3.0', false],
  ['(GPL-2.0 OR LGPL-3.0)', false],
  ['SEE LICENSE IN EULA.txt', false],
])('%s: %s', (expression, allowed) => {
  expect(isAllowed(expression)).toBe(allowed);
});

it.each([
  ['/a/node_modules/react/index.js', '/a/node_modules/react'],
  ['/a/node_modules/@x/y/dist/b.css?used', '/a/node_modules/@x/y'],
  ['\0/a/node_modules/x/node_modules/y/b.js', '/a/node_modules/x/node_modules/y'],
  ['C:\\a\\node_modules\\x\\b.js', 'C:/a/node_modules/x'],
  ['/a/src-main/index.ts', null],
])('%j belongs to %s', (id, folder) => {
  expect(packageFolderOf(id)).toBe(folder);
});
