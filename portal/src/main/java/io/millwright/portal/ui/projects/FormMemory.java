package io.millwright.portal.ui.projects;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What a person typed into the forms of projects, for as long as they are signed in. */
@SpringComponent
@VaadinSessionScope
class FormMemory {

    private final Map<UUID, Map<String, String>> typed = new HashMap<>();

    Map<String, String> of(UUID project) {
        return typed.computeIfAbsent(project, none -> new HashMap<>());
    }
}
