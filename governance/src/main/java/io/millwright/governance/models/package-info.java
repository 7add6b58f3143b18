/** The model registry: models, their numbered versions, the stages these pass through, cards and artefacts. */
@NullMarked
package io.millwright.governance.models;

import org.jspecify.annotations.NullMarked;
