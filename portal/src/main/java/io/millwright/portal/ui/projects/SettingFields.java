package io.millwright.portal.ui.projects;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import io.millwright.broker.JobResources;
import io.millwright.broker.Tariff;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.plugins.api.Understanding;
import io.millwright.portal.ui.kit.El;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns and options of a template. What was understood of the data is filled in, but never over what a person typed or
 * the project says.
 */
final class SettingFields {

    private final TemplateDescriptor template;
    private final Map<String, String> project;
    private final Map<String, String> typed;
    private final Set<String> found = new HashSet<>();
    private final Div columns = El.div("mw-form");
    private final List<RoleField> roles = new ArrayList<>();
    private final List<OptionField> options = new ArrayList<>();
    private final Runnable effortChanged;
    private boolean filling;

    /**
     * @param project what the project has set
     * @param typed what the person has typed, kept when they come back
     * @param effortChanged is told when a person chose another effort
     */
    SettingFields(
            TemplateDescriptor template,
            Map<String, String> project,
            Map<String, String> typed,
            Tariff tariff,
            Runnable effortChanged) {
        this.effortChanged = effortChanged;
        this.template = template;
        this.project = project;
        this.typed = typed;
        template.options()
                .forEach(option -> options.add(
                        OptionField.of(option, tariff, start(option.name()), value -> keep(option.name(), value))));
    }

    /** One field for each column that plays a role. */
    Component columns() {
        return columns;
    }

    /** One field for each option, the advanced ones folded away together with others. */
    Component options(List<Component> others) {
        var plain = El.div("mw-form");
        var advanced = El.div("mw-form");
        options.forEach(option -> (option.spec().advanced() ? advanced : plain).add(option.component()));
        advanced.add(others);
        var details = new Details(tr("train.advanced"), advanced);
        details.setWidthFull();
        return El.div("mw-stack", plain, details);
    }

    /** Asks for the columns of other data; what was found in those before does not hold for them. */
    void of(DatasetVersion version) {
        columns.removeAll();
        roles.clear();
        template.roles().forEach(role -> {
            var name = role.option();
            var own = isOwn(name) ? start(name) : null;
            var field = new RoleField(role, version.columns(), own, value -> keep(name, value));
            roles.add(field);
            columns.add(field);
        });
        forget();
    }

    void none() {
        columns.removeAll();
        roles.clear();
    }

    private String start(String name) {
        return typed.getOrDefault(name, project.getOrDefault(name, ""));
    }

    /** Keeps what a person typed; what was found in the data is not theirs. */
    private void keep(String name, String value) {
        if (!filling) {
            typed.put(name, value);
            if (name.equals(OptionSpec.PRESET)) {
                effortChanged.run();
            }
        }
    }

    /** The chosen effort as an option, where the template has one. */
    Map<String, String> chosenEffort() {
        return effort().map(effort -> Map.of(OptionSpec.PRESET, effort.value())).orElse(Map.of());
    }

    private void forget() {
        filling = true;
        options.stream()
                .filter(option -> found.contains(option.spec().name()))
                .filter(option -> !isOwn(option.spec().name()))
                .forEach(option -> option.fill(""));
        found.clear();
        effort().ifPresent(effort -> effort.estimated(List.of(), JobResources.DEFAULT));
        filling = false;
    }

    void fill(Understanding understanding) {
        filling = true;
        emptyWhatIsNotNamed(understanding.options().keySet());
        understanding.options().forEach((name, value) -> {
            if (isOwn(name)) {
                return;
            }
            found.add(name);
            roles.stream().filter(role -> role.role().option().equals(name)).forEach(role -> role.fill(value));
            options.stream().filter(option -> option.spec().name().equals(name)).forEach(option -> option.fill(value));
        });
        filling = false;
    }

    /** Who looked at the data and named columns found none for the other roles: what names alone suggested gives way. */
    private void emptyWhatIsNotNamed(Set<String> named) {
        if (roles.stream().anyMatch(field -> named.contains(field.role().option()))) {
            roles.stream()
                    .filter(field -> !field.role().required())
                    .filter(field -> !named.contains(field.role().option()))
                    .filter(field -> !isOwn(field.role().option()))
                    .forEach(RoleField::clear);
        }
    }

    /** Tells what each effort takes, with these resources. */
    void estimate(Understanding understanding, JobResources resources) {
        effort().ifPresent(effort -> effort.estimated(understanding.estimates(), resources));
    }

    private boolean isOwn(String name) {
        return typed.containsKey(name) || project.containsKey(name);
    }

    private Optional<PresetField> effort() {
        return options.stream()
                .filter(PresetField.class::isInstance)
                .map(PresetField.class::cast)
                .findFirst();
    }

    /** Whether there is nothing wrong; what is, is said beside each field. */
    boolean check() {
        var fine = true;
        for (var role : roles) {
            fine &= role.check();
        }
        for (var option : options) {
            fine &= option.check();
        }
        return fine;
    }

    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        roles.forEach(
                role -> role.chosen().ifPresent(column -> values.put(role.role().option(), column)));
        options.stream()
                .filter(option -> !option.value().isBlank())
                .forEach(option -> values.put(option.spec().name(), option.value()));
        return values;
    }
}
