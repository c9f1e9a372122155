// Draws every model into docs/processes: `node render-models.mjs` after a model changed.
// BPMN as SVG by bpmn-js in the installed Chromium, DMN as Markdown; models.sha256 tells the build which
// edition of a model a picture shows, so that a changed model without a new picture fails.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = new URL('../../../', import.meta.url);
const at = (path) => fileURLToPath(new URL(path, root));
const models = readdirSync(at('bpmn')).sort();
const docs = 'docs/processes/';

mkdirSync(at(docs), { recursive: true });
const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
await page.setContent('<div id="canvas" style="width: 1600px; height: 900px"></div>');
await page.addScriptTag({ path: at('src/main/frontend/node_modules/bpmn-js/dist/bpmn-viewer.production.min.js') });

const entries = [];
for (const file of models) {
  const xml = readFileSync(at(`bpmn/${file}`), 'utf8');
  const name = file.replace(/\.\w+$/, '');
  if (file.endsWith('.bpmn')) {
    const { svg, title, sentence } = await page.evaluate(drawProcess, xml);
    writeFileSync(at(`${docs}${name}.svg`), withStableIds(svg));
    entries.push({ kind: 'process', name, title, sentence });
  } else if (file.endsWith('.dmn')) {
    const { markdown, title, sentence } = await page.evaluate(writeDecision, xml);
    writeFileSync(at(`${docs}${name}.md`), markdown);
    entries.push({ kind: 'decision', name, title, sentence });
  }
}
await browser.close();

writeFileSync(at(`${docs}README.md`), index(entries));
writeFileSync(
  at(`${docs}models.sha256`),
  models
    .map((file) => `${createHash('sha256').update(readFileSync(at(`bpmn/${file}`))).digest('hex')}  bpmn/${file}\n`)
    .join(''),
);

function browserPath() {
  const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = candidates.find((path) => path && existsSync(path));
  if (!found) {
    throw new Error('No Chromium found: name it in the environment variable CHROMIUM.');
  }
  return found;
}

async function drawProcess(xml) {
  document.getElementById('canvas').replaceChildren();
  const viewer = new BpmnJS({ container: '#canvas' });
  const { warnings } = await viewer.importXML(xml);
  if (warnings.length > 0) {
    throw new Error(warnings.map((warning) => warning.message).join('\n'));
  }
  const tooLong = viewer.get('elementRegistry').filter((element) => {
    const text = viewer.get('elementRegistry').getGraphics(element)?.querySelector('.djs-visual text');
    const place = element.labelTarget && element.di.label?.bounds;
    return text && place && text.getBBox().height > place.height + 3;
  });
  if (tooLong.length > 0) {
    throw new Error(`Give these labels more room: ${tooLong.map((label) => label.labelTarget.id).join(', ')}`);
  }
  const { svg } = await viewer.saveSVG();
  const process = viewer.getDefinitions().rootElements.find((element) => element.$type === 'bpmn:Process');
  viewer.destroy();
  return { svg, title: process.name, sentence: process.documentation[0].text };
}

function writeDecision(xml) {
  const decision = new DOMParser().parseFromString(xml, 'text/xml').querySelector('decision');
  const children = (element, name) => [...element.children].filter((child) => child.localName === name);
  const text = (element, name) => children(element, name)[0]?.textContent.trim() ?? '';
  const table = children(decision, 'decisionTable')[0];
  const inputs = children(table, 'input');
  const outputs = children(table, 'output');
  const rules = children(table, 'rule').map((rule, index) => [
    String(index + 1),
    ...children(rule, 'inputEntry').map((entry) => entry.textContent.trim()),
    ...children(rule, 'outputEntry').map((entry) => entry.textContent.trim()),
    text(rule, 'description'),
  ]);
  const heads = [
    '',
    ...inputs.map((input) => input.getAttribute('label')),
    ...outputs.map((output) => `→ ${output.getAttribute('label')}`),
    'Because',
  ];
  // a column that says nothing in any rule is noise
  const shown = heads.map((_, column) => rules.some((rule) => !['', '""', '-'].includes(rule[column])));
  const row = (cells) => `| ${cells.filter((_, column) => shown[column]).join(' | ')} |`;
  const quoted = (cell) => cell.replace(/^"(.*)"$/, '$1').replaceAll('|', '\\|').replaceAll(/([<>])/g, '\\$1');
  const title = decision.getAttribute('name');
  const sentence = text(decision, 'description');
  const markdown = [
    `# ${title}`,
    '',
    sentence,
    '',
    `Hit policy: ${table.getAttribute('hitPolicy')}. Written by \`render-models.mjs\` from the decision table.`,
    '',
    row(heads),
    row(heads.map(() => '---')),
    ...rules.map((rule) => row(rule.map(quoted))),
    '',
  ].join('\n');
  return { markdown, title, sentence };
}

/** bpmn-js gives its arrow heads a random id at every run; a picture changes only when its model does. */
function withStableIds(svg) {
  const ids = [...new Set([...svg.matchAll(/<marker id="([^"]+)"/g)].map((match) => match[1]))];
  const stable = ids.reduce((text, id, index) => text.replaceAll(id, `marker-${index}`), svg);
  return stable.replace('<svg ', '<svg style="background: white" ') + '\n';
}

function index(all) {
  const list = (kind, extension) =>
    all
      .filter((entry) => entry.kind === kind)
      .map((entry) => `- [${entry.title}](${entry.name}.${extension}) – ${entry.sentence}`);
  return [
    '# Processes',
    '',
    'Written by `node render-models.mjs` in `src/main/frontend` from the models in `bpmn/`: run it after changing one.',
    '',
    ...list('process', 'svg'),
    '',
    '## Decision tables',
    '',
    ...list('decision', 'md'),
    '',
  ].join('\n');
}
