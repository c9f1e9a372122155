// `npm run lint`: first the rules prove themselves, then they read every model. One complaint fails the build.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { config } from './config.mjs';
import { lint } from './lint.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const tests = readdirSync(here('test')).filter((name) => name.endsWith('.test.mjs'));
const { status } = spawnSync(process.execPath, ['--test', ...tests.map((name) => here(`test/${name}`))], {
  stdio: 'inherit',
});
if (status !== 0) {
  process.exit(status ?? 1);
}

const folder = new URL('../../../../bpmn/', import.meta.url);
let complaints = 0;
for (const file of readdirSync(folder).filter((name) => name.endsWith('.bpmn'))) {
  for (const line of await lint(readFileSync(new URL(file, folder), 'utf8'), config)) {
    console.error(`bpmn/${file} ${line}`);
    complaints++;
  }
}
process.exit(complaints === 0 ? 0 : 1);
