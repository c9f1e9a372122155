// `npm test`: our own tests, bundled like the pages are, then the model linter where there is one.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { properties } from '../build/properties.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const outdir = here('../node_modules/.trivsel-tests/');
const tests = readdirSync(here('.')).filter((name) => /\.test\.jsx?$/.test(name));

await build({
  entryPoints: tests.map((name) => here(name)),
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  // bundled, its own require() calls would break
  external: ['jsdom'],
  loader: { '.css': 'empty' },
  plugins: [properties],
  logLevel: 'warning',
});
run(['--test', ...tests.map((name) => outdir + name.replace(/\.jsx?$/, '.mjs'))]);
if (existsSync(here('../lint/run.mjs'))) {
  run([here('../lint/run.mjs')]);
}

function run(args) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}
