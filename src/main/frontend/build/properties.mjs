// Lets the browser part import the server's message bundles, so that an error has one wording only.
import { readFile } from 'node:fs/promises';

/** Reads the subset of the .properties format that our UTF-8 bundles use: key=value, one a line, # comments. */
export function parseProperties(text) {
  const entries = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'))
    .map((line) => {
      const at = line.indexOf('=');
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    });
  return Object.fromEntries(entries);
}

/** @type {import('esbuild').Plugin} */
export const properties = {
  name: 'properties',
  setup(build) {
    build.onLoad({ filter: /\.properties$/ }, async ({ path }) => ({
      contents: `export default ${JSON.stringify(parseProperties(await readFile(path, 'utf8')))}`,
      loader: 'js',
      watchFiles: [path],
    }));
  },
};
