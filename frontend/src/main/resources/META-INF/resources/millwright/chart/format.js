// Numbers as people read them: shares as percent, small figures with few digits, large ones with separators.
const locale = () => document.documentElement.lang || navigator.language || 'en';

export function number(value, unit = '') {
  return said(value, unit, plain);
}

/** A figure along an axis: round ones are short. */
export function tick(value, unit = '') {
  return said(value, unit, (figure) => plain(figure, true));
}

function said(value, unit, write) {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  if (unit === '%') return `${write(value * 100)} %`;
  return unit ? `${write(value)} ${unit}` : write(value);
}

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for a place where markup is read. What templates write comes here: titles, and units too. */
export const escape = (text) => String(text).replace(/[&<>"]/g, (c) => escapes[c]);

/** A number with its unit for a place where markup is read. */
export const markup = (value, unit) => escape(number(value, unit));

/** Figures along an axis with as many digits as it takes to tell each from its neighbours: .99, .999, .9992. */
export function distinct(values, unit) {
  const say = (value, digits) => {
    const shown = new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(unit === '%' ? value * 100 : value);
    return unit === '%' ? `${shown} %` : unit ? `${shown} ${unit}` : shown;
  };
  return values.map((value, i) => {
    const others = [values[i - 1], values[i + 1]].filter((other) => other !== undefined && other !== value);
    let digits = 2;
    while (digits < MOST_DIGITS && (others.some((other) => say(other, digits) === say(value, digits)) || (value !== 0 && Number(value.toFixed(digits)) === 0)
      || (value !== 1 && Number(value.toFixed(digits)) === 1))) digits++;
    return say(value, digits);
  });
}

const MOST_DIGITS = 9;

// Figures below each other have the same digits, 7.90 and 12.3 as well as 7.91: only whole numbers have none.
function plain(value, short = false) {
  const size = Math.abs(value);
  if (size > 0 && size < 0.01) return new Intl.NumberFormat(locale(), { maximumSignificantDigits: 2 }).format(value);
  const digits = Number.isInteger(value) ? 0 : size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return new Intl.NumberFormat(locale(), { minimumFractionDigits: short ? 0 : digits, maximumFractionDigits: digits }).format(value);
}

/** A moment given in seconds since 1970, in universal time: series have no place on Earth. */
export function moment(seconds) {
  const at = new Date(seconds * 1000);
  const day = at.getUTCHours() === 0 && at.getUTCMinutes() === 0 && at.getUTCSeconds() === 0;
  const date = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(locale(), day ? date : { ...date, hour: '2-digit', minute: '2-digit' }).format(at);
}

/** Seconds as people say them. */
export function span(seconds) {
  if (seconds < 60) return `${plain(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

export function axisTitle(axis) {
  return axis && axis.unit && axis.unit !== '%' && axis.unit !== 'time' ? `${axis.title}, ${axis.unit}` : (axis?.title ?? '');
}
