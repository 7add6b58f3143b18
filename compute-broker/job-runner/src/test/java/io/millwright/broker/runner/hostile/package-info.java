/** A template that does harm, to see what comes of it. */
package io.millwright.broker.runner.hostile;
