// Bundles what the pages load into the class path, where Spring serves it as /assets/*.
// app.* is on every page; form.* only where a form is filled in, case.* on the case page.
import { build } from 'esbuild';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { properties } from './build/properties.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const outdir = here('../../../target/classes/static/assets/');

mkdirSync(outdir, { recursive: true });
await build({
  entryPoints: { app: here('src/app.js'), form: here('src/form.js'), case: here('src/case.js') },
  outdir,
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
  // keeps the licences of what is bundled beside it: app.js.LEGAL.txt
  legalComments: 'linked',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [properties],
  logLevel: 'warning',
});
