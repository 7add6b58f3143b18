/** What tests of the plugin host need: templates to pack and sign, and a world around the services. */
@NullMarked
package io.millwright.plugins.host.test;

import org.jspecify.annotations.NullMarked;
