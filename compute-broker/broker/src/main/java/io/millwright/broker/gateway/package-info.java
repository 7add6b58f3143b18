/** The job gateway: the only door between agents and the platform, one attempt at a time, behind that attempt's token. */
@NullMarked
package io.millwright.broker.gateway;

import org.jspecify.annotations.NullMarked;
