import { Default, DynamicList as FormJsList, Group as FormJsGroup } from '@bpmn-io/form-js-viewer';
import { useEffect, useRef, useState } from 'preact/hooks';
import { classesOf, Help, LabelText, useService } from './parts.jsx';

/** A group with a real heading; folded where the form says so, and open as soon as something in it needs the eye. */
export function Section(props) {
  const { field, domId } = props;
  if (field.properties?.folded === 'true') {
    return <Folded {...props} />;
  }
  return (
    <div class={classesOf('group', props, 'section', !field.label && 'section--bare')} {...named(field, domId)}>
      <Heading field={field} domId={domId} />
      <Help id={`${domId}-description`} description={field.description} />
      <Default {...props} />
    </div>
  );
}

Section.config = FormJsGroup.config;

function Folded(props) {
  const { field, domId } = props;
  const element = useRef();
  const form = useService('form');
  const { data, errors } = form._getState();
  const [isOpen, setIsOpen] = useState(() => holdsAnswer(form, field, data));
  const hasErrors = idsWithin(field).some((id) => errors[id] !== undefined);
  useEffect(() => {
    if (hasErrors) {
      setIsOpen(true);
    }
  }, [hasErrors]);
  return (
    <details
      ref={element}
      class={classesOf('group', props, 'section', 'section--folded')}
      open={isOpen}
      onToggle={() => setIsOpen(element.current.open)}
    >
      <summary>
        <Heading field={field} domId={domId} />
      </summary>
      <Help id={`${domId}-description`} description={field.description} />
      <Default {...props} />
    </details>
  );
}

/** A list: its heading, its rows, and the button that adds one. */
export function List(props) {
  const { field, domId } = props;
  return (
    <div class={classesOf('dynamiclist', props, 'list')} {...named(field, domId)}>
      <Heading field={field} domId={domId} />
      <Help id={`${domId}-description`} description={field.description} />
      <Default {...props} />
    </div>
  );
}

List.config = FormJsList.config;

const named = (field, domId) => (field.label ? { role: 'group', 'aria-labelledby': domId } : {});

/** The page has the h1; sections are h2, what is in them h3 and so on. */
function Heading({ field, domId }) {
  const registry = useService('formFieldRegistry');
  if (!field.label) {
    return null;
  }
  let level = 1;
  for (let box = field; box && box.type !== 'default'; box = registry.get(box._parent)) {
    level += box.label ? 1 : 0;
  }
  const Tag = `h${Math.min(level, 6)}`;
  return (
    <Tag id={domId} tabIndex={-1} class="section-heading">
      <LabelText label={field.label} />
    </Tag>
  );
}

const idsWithin = (field) => (field.components ?? []).flatMap((child) => [child.id, ...idsWithin(child)]);

/** Prefilled or drafted answers must be seen, not hidden behind a fold. */
function holdsAnswer(form, field, data) {
  const paths = form.get('pathRegistry');
  return (field.components ?? []).some((child) => {
    const path = paths.getValuePath(child, { indexes: {} });
    const isPlace = path.length > paths.getValuePath(field, { indexes: {} }).length;
    return isPlace ? hasContent(path.reduce((level, key) => level?.[key], data)) : holdsAnswer(form, child, data);
  });
}

function hasContent(value) {
  if (value !== null && typeof value === 'object') {
    return Object.values(value).some(hasContent);
  }
  return value !== undefined && value !== null && value !== '' && value !== false;
}
