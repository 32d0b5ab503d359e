import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { benchMatching } from './bench-match.ts';
import { benchRegister } from './bench-register.ts';
import { benchTables } from './bench-tables.ts';
import { benchVision } from './bench-vision.ts';

const USAGE = `Usage: npm run bench -- vision|match|register|tables [--json FILE]
  vision   [--faces DIR]  pictures to compose frames of; the sample photos of @vladmandic/face-api by default
           [--quick]      fewer frames and no memory run
  match
  register [--quick]      a tenth of the size alone
  tables`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    faces: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});

async function run(): Promise<object> {
  switch (positionals[0]) {
    case 'vision':
      return benchVision(values.faces, values.quick);
    case 'match':
      return benchMatching();
    case 'register':
      return benchRegister(values.quick ? ['tenth'] : ['tenth', 'full']);
    case 'tables':
      return benchTables();
    default:
      throw new Error(USAGE);
  }
}

const results = await run();
if (values.json) await writeFile(values.json, `${JSON.stringify({ results }, null, 2)}\n`);
