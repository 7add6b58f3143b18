/** Confines a process with what the Linux kernel gives to everyone: Landlock, seccomp, resource limits; from Java alone. */
@NullMarked
package io.millwright.broker.agent.sandbox;

import org.jspecify.annotations.NullMarked;
