// On the case page: a run of a process, drawn when somebody unfolds it. The list of its steps stands beside it as text.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './case.css';
import { request } from './form/request.js';

document.querySelectorAll('.js-run').forEach((run) => {
  const drawIfOpen = () => run.open && draw(run);
  run.addEventListener('toggle', drawIfOpen);
  drawIfOpen();
});

async function draw(run) {
  if (run.querySelector('.drawing')) {
    return;
  }
  const place = document.createElement('div');
  place.className = 'drawing';
  place.setAttribute('role', 'group');
  place.setAttribute('aria-label', run.dataset.label);
  run.append(place);
  const answer = await request(run.dataset.drawingUrl);
  if (!answer.ok) {
    place.remove(); // the text beside it says the same
    return;
  }
  const { xml, passed, current } = answer.body;
  const viewer = new NavigatedViewer({ container: place });
  await viewer.importXML(xml);
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  const mark = (id, marker) => elements.get(id) && canvas.addMarker(id, marker);
  passed.forEach((id) => mark(id, 'passed'));
  current.forEach((id) => mark(id, 'here'));
  const been = new Set([...passed, ...current]);
  elements
    .filter(({ type, source, target }) => type === 'bpmn:SequenceFlow' && passed.includes(source.id) && been.has(target.id))
    .forEach(({ id }) => mark(id, 'passed'));
  const { inner } = canvas.viewbox();
  place.style.height = `${Math.min(560, Math.max(180, (inner.height / inner.width) * place.clientWidth + 60))}px`;
  canvas.resized();
  canvas.zoom('fit-viewport');
}
