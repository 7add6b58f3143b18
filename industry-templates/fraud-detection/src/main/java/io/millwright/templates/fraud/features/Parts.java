package io.millwright.templates.fraud.features;

/** Which parts the columns of a file play. */
public record Parts(boolean time, boolean amount, boolean customer, boolean terminal) {}
