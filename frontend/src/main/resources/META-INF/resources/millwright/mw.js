// The web components of Millwright. Plain ES modules: nothing is bundled, nothing is compiled.
import './chart/mw-chart.js';
import './chart/mw-threshold.js';
import './chart/mw-fans.js';
import './chart/mw-confusion.js';
import './chart/mw-gallery.js';
import './chart/mw-trials.js';
import './mw-toc.js';
import './print.js';
import './mw-spark.js';
import './mw-log.js';
import './mw-palette.js';
