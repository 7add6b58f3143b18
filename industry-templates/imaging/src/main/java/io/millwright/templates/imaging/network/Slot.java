package io.millwright.templates.imaging.network;

/**
 * One tensor of a network.
 *
 * @param name as torchvision names it, e.g. {@code layer1.0.conv1.weight}
 * @param kind what it does there
 */
record Slot(String name, Kind kind, long... shape) {

    /** What a tensor does. */
    enum Kind {
        /** Multiplies; shrinks a little at each step. */
        WEIGHT,
        /** Of a normalisation; starts at one. */
        SCALE,
        /** Starts at zero. */
        SHIFT,
        /** Of a normalisation, gathered while training. */
        RUNNING_MEAN,
        /** Of a normalisation, gathered while training. */
        RUNNING_VARIANCE;

        boolean learnt() {
            return this == WEIGHT || this == SCALE || this == SHIFT;
        }
    }
}
