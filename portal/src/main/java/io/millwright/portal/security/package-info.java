/** Manages who is signed in: browsers through OpenID Connect, programs through bearer tokens, and the record of both. */
@NullMarked
package io.millwright.portal.security;

import org.jspecify.annotations.NullMarked;
