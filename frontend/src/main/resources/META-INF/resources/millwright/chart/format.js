// Numbers as people read them: shares as percent, small figures with few digits, large ones with separators.
const locale = () => document.documentElement.lang || navigator.language || 'en';

export function number(value, unit = '') {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  if (unit === '%') return `${plain(value * 100)} %`;
  return unit ? `${plain(value)} ${unit}` : plain(value);
}

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for a place where markup is read. What templates write comes here: titles, and units too. */
export const escape = (text) => String(text).replace(/[&<>"]/g, (c) => escapes[c]);

/** A number with its unit for a place where markup is read. */
export const markup = (value, unit) => escape(number(value, unit));

function plain(value) {
  const size = Math.abs(value);
  const digits = Number.isInteger(value) ? 0 : size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);
}

export function axisTitle(axis) {
  return axis && axis.unit && axis.unit !== '%' ? `${axis.title}, ${axis.unit}` : (axis?.title ?? '');
}
