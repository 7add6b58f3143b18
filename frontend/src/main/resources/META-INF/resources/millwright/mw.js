// The web components of Millwright. Plain ES modules: nothing is bundled, nothing is compiled.
import './chart/mw-chart.js';
import './chart/mw-threshold.js';
import './mw-spark.js';
import './mw-log.js';
import './mw-palette.js';
