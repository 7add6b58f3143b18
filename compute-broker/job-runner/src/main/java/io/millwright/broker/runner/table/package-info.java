/** Tables as templates read and write them, over files in the platform's canonical CSV. */
@NullMarked
package io.millwright.broker.runner.table;

import org.jspecify.annotations.NullMarked;
