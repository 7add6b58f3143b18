package io.millwright.plugins.api;

/**
 * What a template may ask for beyond its inputs and outputs. Each is shown for consent when it is installed and enforced
 * by the kernel while it runs.
 */
public enum Right {
    /** Use a GPU where the job was given one. */
    GPU,
    /** Load native code of an engine the platform provides. */
    NATIVE_ENGINE,
    /** Read columns that the catalogue marks as personal data. */
    PERSONAL_DATA
}
