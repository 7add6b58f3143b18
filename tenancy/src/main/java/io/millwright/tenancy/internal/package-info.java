/** How tenancy does it; for this module only. */
@NullMarked
package io.millwright.tenancy.internal;

import org.jspecify.annotations.NullMarked;
