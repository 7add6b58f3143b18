package io.millwright.tenancy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for the audit log, which lives above this module. */
final class RecordedChanges implements ChangeRecorder {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void record(Caller caller, Change change) {
        lines.add(caller.tenant() + " " + caller.user() + " " + change.action() + " " + change.objectId());
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
