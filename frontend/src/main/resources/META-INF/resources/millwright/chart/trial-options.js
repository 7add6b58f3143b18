// Trials as ECharts options: the objective by trial with the best so far, and by the value of one parameter.
import { axisTitle, escape, markup, number } from './format.js';
import { base, valueAxis } from './options.js';
import { numeric } from './trial-table.js';

export function progress(data, colors, words) {
  const { results, objective, chosen } = data;
  const done = results.filter((r) => r.status === 'DONE');
  const full = done.filter((r) => r.budget >= 1);
  const part = done.filter((r) => r.budget < 1);
  // Trials with a part of the effort are not comparable with full ones: the best so far is that of the full ones.
  const best = running(full.length ? full : done);
  const values = done.map((r) => r.objective);
  const range = around(values);
  const dot = (some, color, more = {}) => ({
    type: 'scatter', symbolSize: 8, itemStyle: { color, ...more }, emphasis: { disabled: true }, z: 4,
    data: some.map((r) => ({ value: [r.number, r.objective], trial: r })),
  });
  const last = Math.max(...results.map((r) => r.number), 2);
  return {
    ...base(colors),
    tooltip: { ...base(colors).tooltip, trigger: 'item', formatter: (p) => (p.data.trial ? tooltip(p.data.trial, data, words) : '') },
    grid: { left: 8, right: 84, top: 30, bottom: 30, containLabel: true },
    xAxis: valueAxis({ unit: '' }, colors, { name: words.trial, nameLocation: 'middle', nameGap: 26, min: 0, max: last, minInterval: 1, splitLine: { show: false } }),
    yAxis: valueAxis(objective, colors, { ...range, axisLabel: inner(objective, colors), name: axisTitle(objective), nameLocation: 'end', nameGap: 12,
      nameTextStyle: { color: colors['ink-3'], fontSize: 11, align: 'left', padding: [0, 0, 0, -30] } }),
    series: [
      { type: 'line', step: 'end', data: best, showSymbol: false, silent: true, lineStyle: { color: colors.c1, width: 2.25 }, itemStyle: { color: colors.c1 },
        emphasis: { disabled: true }, z: 2,
        endLabel: { show: best.length > 0, formatter: words.best, color: colors.c1, fontSize: 11.5, fontWeight: 600, distance: 6 } },
      dot(part, 'transparent', { borderColor: colors['ink-3'], borderWidth: 1.5 }),
      dot(full.filter((r) => r.number !== chosen), colors.c1),
      { ...dot(full.concat(part).filter((r) => r.number === chosen), colors.now), symbolSize: 12, z: 5,
        label: { show: true, formatter: words.taken, position: 'bottom', color: colors.now, fontSize: 11.5, fontWeight: 600 } },
      { ...dot([], colors.warn), symbol: CROSS, symbolSize: 9, itemStyle: { color: colors.warn },
        data: results.filter((r) => r.status !== 'DONE').map((r) => ({ value: [r.number, range.max], trial: r })) },
    ],
  };
}

const CROSS = 'path://M0,1L1,0L5,4L9,0L10,1L6,5L10,9L9,10L5,6L1,10L0,9L4,5Z';

/** The ends of the axis are seldom round numbers: no label for them. */
function inner(axis, colors) {
  return { ...valueAxis(axis, colors).axisLabel, showMinLabel: false, showMaxLabel: false };
}

/** Points of the smallest objective so far, on to the last trial. */
function running(done) {
  let least = Infinity;
  const ordered = done.toSorted((a, b) => a.number - b.number);
  return ordered.map((r) => [r.number, (least = Math.min(least, r.objective))]);
}

/** Bad trials may lie far off; what one compares lies near the best. */
function around(values) {
  if (!values.length) return { min: 0, max: 1 };
  const ordered = values.toSorted((a, b) => a - b);
  const low = ordered[0];
  const high = ordered[ordered.length - 1];
  const room = (high - low || Math.abs(high) || 1) * 0.08;
  return { min: nice(low - room, high - low, Math.floor), max: nice(high + room, high - low, Math.ceil) };
}

function nice(value, range, towards) {
  const step = 10 ** Math.floor(Math.log10(range || Math.abs(value) || 1)) / 2;
  return Number((towards(value / step) * step).toPrecision(12));
}

function tooltip(trial, data, words) {
  const rows = Object.entries(trial.parameters).map(([name, value]) => `<div style="display:flex;gap:14px;justify-content:space-between">
    <span>${escape(name)}</span><b>${escape(typeof numeric(value) === 'number' ? number(numeric(value)) : value)}</b></div>`);
  const head = trial.status === 'DONE' ? `${escape(data.objective.title)} <b>${markup(trial.objective, data.objective.unit)}</b>` : escape(`${words.lost}. ${trial.reason}`);
  return `<div style="opacity:.75">${escape(words.trial)} ${number(trial.number)}</div><div style="max-width:280px;white-space:normal">${head}</div>${rows.join('')}`;
}

/** The objective by the value of one parameter; on a logarithm where values span magnitudes. */
export function parameter(data, name, colors) {
  const done = data.results.filter((r) => r.status === 'DONE' && r.parameters[name] !== undefined);
  const values = done.map((r) => numeric(r.parameters[name]));
  const numbers = values.every((v) => typeof v === 'number');
  const kinds = numbers ? [] : [...new Set(values.map(String))].sort();
  const spread = numbers && Math.min(...values) > 0 && Math.max(...values) / Math.min(...values) > 50;
  const label = { color: colors['ink-3'], fontSize: 11, hideOverlap: true };
  const horizontal = numbers
    ? valueAxis({ unit: '' }, colors, { scale: true, splitNumber: 2, splitLine: { show: false }, ...(spread ? { type: 'log', min: 'dataMin', max: 'dataMax' } : {}) })
    : { type: 'category', data: kinds, axisLine: { lineStyle: { color: colors.line } }, axisTick: { show: false }, axisLabel: { ...label, width: 70, overflow: 'truncate' } };
  return {
    ...base(colors),
    tooltip: { show: false },
    grid: { left: 4, right: 14, top: 8, bottom: 4, containLabel: true },
    xAxis: horizontal,
    yAxis: valueAxis(data.objective, colors, { ...around(done.map((r) => r.objective)), splitNumber: 2, axisLabel: inner(data.objective, colors) }),
    series: [{ type: 'scatter', silent: true, symbolSize: 6,
      data: done.map((r, i) => ({ value: [numbers ? values[i] : String(values[i]), r.objective],
        itemStyle: r.number === data.chosen ? { color: colors.now } : r.budget < 1 ? { color: 'transparent', borderColor: colors['ink-3'], borderWidth: 1.5 } : { color: colors.c1 } })) }],
  };
}
