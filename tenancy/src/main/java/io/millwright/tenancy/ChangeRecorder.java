package io.millwright.tenancy;

/**
 * Where tenancy tells of its changes. A seam, because the audit log lives above this module: governance implements it.
 * Without one the application does not start, so that nothing changes unrecorded.
 */
public interface ChangeRecorder {

    /** Records a change in the running transaction: both become durable, or neither. */
    void record(Caller caller, Change change);
}
