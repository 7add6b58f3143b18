/** How jobs are kept in PostgreSQL and how news of them travel; shared by the portal's side and the broker's process. */
@NullMarked
package io.millwright.broker.internal;

import org.jspecify.annotations.NullMarked;
