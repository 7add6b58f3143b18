package io.millwright.plugins.testkit;

import io.millwright.plugins.api.InspectionContext;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.Understanding;
import org.jspecify.annotations.Nullable;

/** An inspection in a test. */
final class TestInspection extends TestCall implements InspectionContext {

    private @Nullable Understanding understanding;

    TestInspection(Given given, TableInput dataset) {
        super(given, dataset);
    }

    /** What was understood, which the contract asks for exactly once. */
    Understanding understood() {
        if (understanding == null) {
            throw new AssertionError("the inspection ended without saying what was understood");
        }
        return understanding;
    }

    @Override
    public void understood(Understanding found) {
        if (understanding != null) {
            throw new IllegalStateException("an inspection says once what was understood");
        }
        understanding = found;
    }
}
