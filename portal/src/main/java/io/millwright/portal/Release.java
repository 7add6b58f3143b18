package io.millwright.portal;

import java.util.Objects;
import org.springframework.stereotype.Component;

/** The version of this build, as its jar says it. */
@Component
public class Release {

    public String version() {
        return Objects.requireNonNullElse(getClass().getPackage().getImplementationVersion(), "development");
    }
}
