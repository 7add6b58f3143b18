/**
 * The marketplace of signed templates, what each tenant has installed from it, and the projects that use what is installed.
 * No template code runs here: everything is known from archives whose signature was verified.
 *
 * <p>The services are interfaces because the portal's tests of views and REST bring their own few lines of them.
 */
@NullMarked
package io.millwright.plugins.host;

import org.jspecify.annotations.NullMarked;
