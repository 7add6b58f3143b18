/** Residual networks on PyTorch: their shape, their training, what they see in an image. */
@NullMarked
package io.millwright.templates.imaging.network;

import org.jspecify.annotations.NullMarked;
