// Reads a model and says what is wrong with it, as lines `element: message (rule)`.
import { createRequire } from 'node:module';
import { Linter } from 'bpmnlint';
import { BpmnModdle } from 'bpmn-moddle';
import { resolver } from './config.mjs';

const moddle = new BpmnModdle({ camunda: createRequire(import.meta.url)('camunda-bpmn-moddle/resources/camunda.json') });

export async function lint(xml, config) {
  const { rootElement, warnings } = await moddle.fromXML(xml);
  const results = await new Linter({ config, resolver }).lint(rootElement);
  return [
    ...warnings.map((warning) => `${warning.message} (xml)`),
    ...Object.entries(results).flatMap(([rule, reports]) =>
      reports.map((report) => `${report.id}: ${report.message} (${rule})`),
    ),
  ];
}
