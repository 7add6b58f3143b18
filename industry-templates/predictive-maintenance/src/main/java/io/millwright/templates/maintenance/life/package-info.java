/** Remaining life of assets that ran until they failed: learnt, judged on assets that were held out. */
@NullMarked
package io.millwright.templates.maintenance.life;

import org.jspecify.annotations.NullMarked;
