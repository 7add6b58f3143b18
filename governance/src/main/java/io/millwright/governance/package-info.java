/** Governance: the audit log, the data catalogue and the model registry, wired by one configuration. */
@NullMarked
package io.millwright.governance;

import org.jspecify.annotations.NullMarked;
