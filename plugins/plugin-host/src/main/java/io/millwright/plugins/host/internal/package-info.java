/** How the plugin host works inside. */
@NullMarked
package io.millwright.plugins.host.internal;

import org.jspecify.annotations.NullMarked;
