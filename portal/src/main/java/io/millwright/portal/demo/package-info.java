/** Manages the demo world: two tenants and their people, only on loopback, only when asked for. */
@NullMarked
package io.millwright.portal.demo;

import org.jspecify.annotations.NullMarked;
