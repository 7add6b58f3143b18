// For web components that a server fills.
/** A property set before this module was loaded hides the accessor of the class: take it over. */
export function upgrade(element, ...names) {
  for (const name of names) {
    if (Object.hasOwn(element, name)) {
      const value = element[name];
      delete element[name];
      element[name] = value;
    }
  }
}
