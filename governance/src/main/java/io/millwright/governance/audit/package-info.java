/** The audit log: every change, sign-in, refusal and export as a numbered, canonical, append-only entry. */
@NullMarked
package io.millwright.governance.audit;

import org.jspecify.annotations.NullMarked;
