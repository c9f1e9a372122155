// How one name is written in its different places.

export const is = (node, ...types) => types.some((type) => node.$instanceOf?.(`bpmn:${type}`));

export const suffix = (id) => id.slice(id.indexOf('_') + 1);

export const letters = (text = '') => text.replaceAll(/[^A-Za-z]/g, '').toLowerCase();

export const kebab = (camel) => camel.replaceAll(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();

export const uncapitalised = (word) => word.charAt(0).toLowerCase() + word.slice(1);

export const extensions = (node, type) =>
  (node.extensionElements?.values ?? []).filter((extension) => extension.$type === `camunda:${type}`);

export const properties = (node) =>
  Object.fromEntries(
    extensions(node, 'Properties')
      .flatMap((list) => list.values ?? [])
      .map((property) => [property.name, property.value]),
  );

export const ROLES = ['caseworker', 'consultant', 'manager'];
