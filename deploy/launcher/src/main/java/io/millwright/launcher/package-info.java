/** Starts, watches and stops every part of Millwright on one machine, with nothing but the JDK. */
package io.millwright.launcher;
