package io.millwright.portal.ui.models;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import io.millwright.governance.datasets.DatasetId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Which data a person let each model score last, for as long as they are signed in. */
@SpringComponent
@VaadinSessionScope
class ScoreMemory {

    private final Map<UUID, DatasetId> chosen = new HashMap<>();

    /** By model. */
    Map<UUID, DatasetId> chosen() {
        return chosen;
    }
}
