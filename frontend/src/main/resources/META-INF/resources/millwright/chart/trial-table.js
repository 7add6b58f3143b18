// The columns of the table of trials and their order.

/** A value of a parameter as a number where it is one. */
export function numeric(text) {
  const value = Number(text);
  return text !== undefined && text !== '' && Number.isFinite(value) ? value : text;
}

export function columns(results, objective, text) {
  const names = (part) => [...new Set(results.flatMap((r) => Object.keys(r[part] ?? {})))].sort();
  return [
    { title: text('number'), value: (r) => r.number },
    { title: objective, value: (r) => (r.status === 'DONE' ? r.objective : null) },
    ...names('parameters').map((name) => ({ title: name, value: (r) => numeric(r.parameters[name]) })),
    ...names('figures').map((name) => ({ title: name, value: (r) => r.figures[name] })),
    { title: text('took'), value: (r) => r.seconds, time: true },
    { title: text('state'), value: (r) => r.status + (1 - r.budget), words: true, state: true },
  ];
}

/** What has no value stands last, whichever way. */
export function sorted(results, column, down) {
  const missing = (value) => value === null || value === undefined;
  return results.toSorted((a, b) => {
    const [x, y] = [column.value(a), column.value(b)];
    if (missing(x) || missing(y)) return Number(missing(x)) - Number(missing(y));
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y));
    return down ? -order : order;
  });
}
