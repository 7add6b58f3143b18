/**
 * Signed template archives: how they are made, and how every process makes sure of them before it believes a byte. JDK only.
 */
@NullMarked
package io.millwright.plugins.archive;

import org.jspecify.annotations.NullMarked;
