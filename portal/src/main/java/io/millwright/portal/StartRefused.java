package io.millwright.portal;

import io.millwright.tenancy.MillwrightException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the portal does not start, and what to do, instead of a stack trace. */
class StartRefused extends AbstractFailureAnalyzer<MillwrightException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, MillwrightException cause) {
        return new FailureAnalysis(cause.sentence(), cause.remedy(), cause);
    }
}
