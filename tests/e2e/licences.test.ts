import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { licenceProblem } from '#dev/licences/licence-list.ts';
import { LICENCE_FILE } from '#shared/licences/licence-file.ts';
import { licenceListSchema } from '#shared/licences/licence-list.ts';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { root } from './launch-options.ts';
import { problemsOf } from './support/problems.ts';
import { shots } from './support/shots.ts';
import { goTo, setUpSchool } from './support/steps.ts';

const built = licenceListSchema.parse(
  JSON.parse(readFileSync(join(root, 'out/renderer', LICENCE_FILE), 'utf8')),
);
/** One of each way into the app: window, worker, styles, font, main process, beside it, runtime. */
const IN_THE_APP = [
  'react-dom',
  '@vladmandic/human',
  '@mantine/core',
  '@fontsource-variable/inter',
  '@orpc/server',
  'better-sqlite3-multiple-ciphers',
  'electron',
];
const NOT_IN_IT = ['vitest', 'typescript', 'electron-builder', 'playwright-core'];

describe('the licences of what is in the app', () => {
  let app: LaunchedApp;

  beforeAll(async () => {
    app = await launchApp({ size: { width: 1024, height: 640 } });
    await setUpSchool(app.page);
  });
  afterAll(() => app.close());

  it('were collected from the bundles, and all are allowed and have their text', () => {
    const names = built.map(({ name }) => name);
    for (const name of IN_THE_APP) expect(names).toContain(name);
    for (const name of NOT_IN_IT) expect(names).not.toContain(name);
    expect(built.flatMap((one) => licenceProblem(one) ?? [])).toEqual([]);
  });

  it('stand under About, can be searched, and unfold', async () => {
    const { page } = app;
    await goTo(page, 'Settings');
    await page.getByRole('link', { name: 'About', exact: true }).click();
    await page.getByText(`${built.length} entries`).waitFor();
    await page.getByLabel('Search').fill('react-dom');
    await page.getByText(/^\d+ entr(y|ies)$/).waitFor();
    const entry = page.getByRole('button', { name: /^react-dom 19/ });
    await entry.click();
    await page.getByText('Permission is hereby granted').waitFor();
    await page.waitForTimeout(500);
    expect(await problemsOf(page)).toEqual([]);
    await shots(page, 'licences');
    await page.getByLabel('Search').fill('blazeface');
    await page.getByRole('button', { name: /^@vladmandic\/human/ }).click();
    await page.getByText(/^Its models: .*blazeface\.bin/).waitFor();
  });
});
