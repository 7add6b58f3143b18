// One item of <mw-fans> as ECharts options: what came as a quiet line, what was expected over its intervals.
import { axisTitle, escape, markup, moment } from './format.js';
import { base, openEnded, titled, valueAxis } from './options.js';

/** Opacity of the intervals, the widest first: where they overlap they grow darker. */
const BANDS = [0.16, 0.2, 0.24];

export function fan(data, item, colors, words) {
  const time = data.x.unit === 'time';
  const at = (x) => (time ? x * 1000 : x);
  const points = (series, values = series.y) => series.x.map((x, i) => [at(x), values[i]]);
  const line = { type: 'line', showSymbol: false, emphasis: { disabled: true }, silent: true };
  const bands = item.bands.map((band, n) => area(item.expected.x.map(at), band, BANDS[Math.min(n, 2)], colors));
  const first = item.expected.x[0];
  const begins = first !== undefined && item.actual.x.length > 0 && item.actual.x[0] < first;
  const few = item.actual.x.length <= 40;
  return {
    ...base(colors),
    useUTC: true,
    grid: { left: 8, right: 16, top: 28, bottom: 30, containLabel: true },
    tooltip: { ...base(colors).tooltip, formatter: (shown) => tooltip(shown[0].value[0], data, item, colors, words) },
    xAxis: horizontal(data, colors, time),
    yAxis: valueAxis(titled(data.y), colors, {
      scale: true, name: axisTitle(data.y), nameLocation: 'end', nameGap: 12,
      nameTextStyle: { color: colors['ink-3'], fontSize: 11, align: 'left', padding: [0, 0, 0, -30] },
    }),
    series: [
      ...bands,
      { ...line, data: points(item.actual), lineStyle: { color: colors['ink-2'], width: 1.5 }, itemStyle: { color: colors['ink-2'] },
        showSymbol: few, symbol: 'circle', symbolSize: 5, z: 3, ...(begins ? { markLine: start(at(first), colors, words) } : {}) },
      { ...line, data: points(item.expected), lineStyle: { color: colors.c1, width: 2.25 }, itemStyle: { color: colors.c1 }, z: 4 },
    ],
  };
}

// One polygon, because ECharts stacks lines along the wrong axis where both axes are numbers.
function area(xs, band, opacity, colors) {
  const rows = xs.map((x, i) => [x, band.lower[i], band.upper[i]]).filter(([, low, high]) => low !== null && high !== null);
  return {
    type: 'custom', data: rows, encode: { x: 0, y: [1, 2] }, silent: true, clip: true, z: 1,
    renderItem: (params, api) => {
      if (params.dataIndex !== 0) return null;
      const points = [...rows.map(([x, , high]) => api.coord([x, high])), ...rows.toReversed().map(([x, low]) => api.coord([x, low]))];
      return { type: 'polygon', shape: { points }, style: { fill: colors.c1, opacity } };
    },
  };
}

function horizontal(data, colors, time) {
  const common = { name: time ? '' : axisTitle(data.x), nameLocation: 'middle', nameGap: 26, splitLine: { show: false }, min: 'dataMin', max: 'dataMax' };
  if (!time) return valueAxis(titled(data.x), colors, { ...common, ...openEnded(colors, data.x), splitNumber: 6 });
  return { ...valueAxis(data.x, colors, common), type: 'time', splitNumber: 6,
    axisLabel: { color: colors['ink-3'], fontSize: 11, hideOverlap: true } };
}

function start(at, colors, words) {
  return { symbol: 'none', silent: true, lineStyle: { color: colors.now, type: 'dashed', width: 1.5 },
    label: { formatter: words.begins, color: colors.now, fontSize: 11, position: 'end', distance: 4 }, data: [{ xAxis: at }] };
}

function tooltip(x, data, item, colors, words) {
  const time = data.x.unit === 'time';
  const at = time ? x / 1000 : x;
  const unit = data.y.unit;
  const row = (color, title, value) => `<div style="display:flex;gap:14px;justify-content:space-between">
    <span><span style="color:${color}">●</span> ${escape(title)}</span><b>${value}</b></div>`;
  const came = item.actual.x.indexOf(at);
  const said = item.expected.x.indexOf(at);
  const rows = [];
  if (came >= 0) rows.push(row(colors['ink-2'], item.actual.title, markup(item.actual.y[came], unit)));
  if (said >= 0) {
    rows.push(row(colors.c1, item.expected.title, markup(item.expected.y[said], unit)));
    item.bands.forEach((band) => rows.push(row(colors.c1, words.band(band.level), `${markup(band.lower[said], unit)} – ${markup(band.upper[said], unit)}`)));
  }
  const head = time ? escape(moment(at)) : `${escape(data.x.title)} ${markup(at, data.x.unit)}`;
  return `<div style="opacity:.75">${head}</div>${rows.join('')}`;
}
