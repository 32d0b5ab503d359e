import { writeFileSync } from 'node:fs';
import { PERMISSION_FILE } from './permission-file.ts';
import { permissionPage } from './permission-table.ts';

writeFileSync(PERMISSION_FILE, permissionPage());
console.log(`Written: ${PERMISSION_FILE}`);
