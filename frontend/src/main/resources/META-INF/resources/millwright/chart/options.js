// From our chart data to ECharts options. One place for axes, so that all charts look like one family.
import { axisTitle, escape, markup, number, tick } from './format.js';

const font = '"Instrument Sans", system-ui, sans-serif';

export function base(colors) {
  return {
    animation: false,
    textStyle: { fontFamily: font, color: colors['ink-2'] },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colors.raised,
      borderColor: colors.line,
      textStyle: { color: colors.ink, fontSize: 12.5, fontFamily: font },
      axisPointer: { lineStyle: { color: colors['ink-3'], type: 'dotted' } },
    },
  };
}

export function valueAxis(axis, colors, more = {}) {
  return {
    type: 'value',
    axisLabel: { color: colors['ink-3'], fontSize: 11, hideOverlap: true, formatter: (v) => tick(v, axis?.unit) },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: colors.line } },
    splitNumber: 3,
    nameTextStyle: { color: colors['ink-3'], fontSize: 11 },
    ...more,
  };
}

/** Where an axis has a title, its unit stands there, once; a share is told as such at every figure. */
export const titled = (axis) => ({ unit: axis?.unit === '%' ? '%' : '' });

/** The title of a vertical axis stands above it, left; of a horizontal one in the middle below. */
export function axes(data, colors) {
  const share = (axis) => (axis?.unit === '%' ? { min: 0, max: 1, interval: 0.25 } : { scale: true });
  return {
    xAxis: valueAxis(titled(data.x), colors, {
      name: axisTitle(data.x), nameLocation: 'middle', nameGap: 26, splitLine: { show: false },
      ...(data.x?.unit === '%' ? share(data.x) : openEnded(colors, data.x)),
    }),
    yAxis: valueAxis(titled(data.y), colors, {
      name: axisTitle(data.y), nameLocation: 'end', nameGap: 12,
      nameTextStyle: { color: colors['ink-3'], fontSize: 11, align: 'left', padding: [0, 0, 0, -30] },
      ...(shareRange(data) ?? share(data.y)),
    }),
  };
}

// The first and last point of a run are rarely round numbers: no label for them.
export function openEnded(colors, axis) {
  const label = valueAxis(titled(axis), colors).axisLabel;
  return { min: 'dataMin', max: 'dataMax', axisLabel: { ...label, showMinLabel: false, showMaxLabel: false } };
}

// A learning curve between 97 % and 98 % says nothing on an axis from 0 to 100 %.
function shareRange(data) {
  if (data.y?.unit !== '%' || ['PRECISION_RECALL', 'ROC', 'CALIBRATION'].includes(data.kind)) return null;
  return { scale: true };
}

function reference(data) {
  if (data.kind === 'CALIBRATION') return 'as promised';
  if (data.kind === 'ROC') return 'by chance';
  return null;
}

const isDiagonal = (s) => s.x.length > 1 && s.x.every((x, i) => Math.abs(x - s.y[i]) < 1e-9);

/** Lines with their names at their ends instead of a legend. */
export function lines(data, colors, width) {
  const ours = data.series.filter((s) => !isDiagonal(s) && !s.compared);
  const others = data.series.filter((s) => !isDiagonal(s) && s.compared);
  const tones = ['c1', 'c2', 'c3', 'c4'].map((name) => colors[name]);
  const named = ours.length + others.length > 1;
  const drawn = [
    ...others.map((s) => line(s, colors['ink-3'], { width: 1.5, type: 'dashed' }, named, colors)),
    ...ours.map((s, i) => line(s, tones[i % tones.length], { width: 2.25 }, named, colors)),
  ];
  const name = reference(data) ?? data.series.find(isDiagonal)?.title;
  if (name) {
    drawn.unshift(line({ title: name, x: [0, 1], y: [0, 1] }, colors['line-strong'], { width: 1, type: 'dashed' }, false, colors));
  }
  const longest = named ? Math.max(...[...ours, ...others].map((s) => s.title.length)) : 0;
  const right = named ? Math.min(longest * 6.4 + 14, width * 0.36) : 18;
  drawn.forEach((s) => { if (s.endLabel) { s.endLabel.width = right - 10; s.endLabel.overflow = 'break'; } });
  const both = axes(data, colors);
  // A name at the end of a line that ends low would lie upon the last label.
  if (named) both.xAxis.axisLabel = { ...both.xAxis.axisLabel, showMaxLabel: false };
  return {
    ...base(colors),
    ...both,
    grid: { left: 8, right, top: data.y?.title ? 30 : 12, bottom: data.x?.title ? 30 : 8, containLabel: true },
    tooltip: { ...base(colors).tooltip, formatter: (points) => tooltip(points, data) },
    series: drawn,
  };
}

function line(series, color, style, named, colors) {
  return {
    type: 'line',
    name: series.title,
    data: series.x.map((x, i) => [x, series.y[i]]),
    showSymbol: series.x.length <= 12 && style.type !== 'dashed',
    symbol: 'circle',
    symbolSize: 6,
    sampling: 'lttb',
    lineStyle: { color, ...style },
    itemStyle: { color },
    emphasis: { disabled: true },
    endLabel: named ? { show: true, formatter: series.title, color, fontSize: 11.5, fontWeight: 600, distance: 6, lineHeight: 16 } : undefined,
    labelLayout: named ? { moveOverlap: 'shiftY' } : undefined,
    z: style.type === 'dashed' ? 2 : 3,
    color,
    backgroundColor: colors.surface,
  };
}


function tooltip(points, data) {
  const head = `${escape(data.x?.title ?? '')} ${markup(points[0].value[0], data.x?.unit)}`;
  const rows = points.map((p) => `<div style="display:flex;gap:14px;justify-content:space-between">
    <span><span style="color:${p.color}">●</span> ${escape(p.seriesName)}</span><b>${markup(p.value[1], data.y?.unit)}</b></div>`);
  return `<div style="opacity:.75">${head}</div>${rows.join('')}`;
}
