/** What a set of images is about: classes, parts, groups, copies, and who is learnt from. */
@NullMarked
package io.millwright.templates.imaging.dataset;

import org.jspecify.annotations.NullMarked;
