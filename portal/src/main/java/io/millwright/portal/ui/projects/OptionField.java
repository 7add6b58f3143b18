package io.millwright.portal.ui.projects;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.millwright.broker.Tariff;
import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.host.OptionRules;
import io.millwright.portal.ui.kit.Formats;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Asks for one option of a template, checked as one types by the rules that the service checks too. */
sealed interface OptionField permits OptionField.Typed, OptionField.Choice, OptionField.Switch, PresetField {

    OptionSpec spec();

    Component component();

    /** As text, blank for the default. */
    String value();

    /** Sets what was found in the data; blank goes back to the default. */
    void fill(String value);

    /** Whether there is nothing wrong; says what is, beside the field. */
    boolean check();

    static OptionField of(OptionSpec spec, Tariff tariff, String start, Consumer<String> typed) {
        if (spec.name().equals(OptionSpec.PRESET) && spec.choices().equals(OptionSpec.PRESETS)) {
            return new PresetField(spec, tariff, start, typed);
        }
        return switch (spec.type()) {
            case BOOLEAN -> new Switch(spec, start, typed);
            case CHOICE -> new Choice(spec, start, typed);
            case INTEGER, DECIMAL, TEXT -> new Typed(spec, start, typed);
        };
    }

    /** Text and numbers. */
    final class Typed implements OptionField {

        private final OptionSpec spec;
        private final TextField field;

        private Typed(OptionSpec spec, String start, Consumer<String> typed) {
            this.spec = spec;
            this.field = new TextField(spec.title());
            field.setHelperText(spec.description());
            field.setPlaceholder(tr("train.usual", Formats.option(spec.defaultValue())));
            field.setValue(spec.type() == OptionSpec.Type.TEXT ? start : Formats.option(start));
            field.setMaxLength(OptionRules.MAX_TEXT);
            field.setValueChangeMode(ValueChangeMode.LAZY);
            if (spec.type() != OptionSpec.Type.TEXT) {
                field.getElement().setAttribute("inputmode", "decimal");
            }
            field.addValueChangeListener(change -> {
                check();
                typed.accept(change.getValue());
            });
        }

        @Override
        public OptionSpec spec() {
            return spec;
        }

        @Override
        public Component component() {
            return field;
        }

        @Override
        public String value() {
            return field.getValue().strip();
        }

        @Override
        public void fill(String value) {
            field.setValue(value);
        }

        @Override
        public boolean check() {
            var wrong = OptionRules.problem(spec, field.getValue());
            field.setInvalid(wrong.isPresent());
            field.setErrorMessage(wrong.orElse(""));
            return wrong.isEmpty();
        }
    }

    /** One of some: a list to open for few, one to search by typing for many. */
    final class Choice implements OptionField {

        private static final int FEW = 12;

        private final OptionSpec spec;
        private final AbstractField<?, String> field;

        private Choice(OptionSpec spec, String start, Consumer<String> typed) {
            this.spec = spec;
            this.field = spec.choices().size() <= FEW ? opened(spec) : searched(spec);
            fill(start);
            field.addValueChangeListener(change -> {
                if (change.getValue() == null) {
                    fill("");
                } else {
                    typed.accept(change.getValue());
                }
            });
        }

        private static Select<String> opened(OptionSpec spec) {
            var field = new Select<String>();
            field.setLabel(spec.title());
            field.setHelperText(spec.description());
            field.setItems(spec.choices());
            return field;
        }

        private static ComboBox<String> searched(OptionSpec spec) {
            var field = new ComboBox<String>(spec.title());
            field.setHelperText(spec.description());
            field.setItems(query -> likest(spec.choices(), query.getFilter().orElse(""))
                    .skip(query.getOffset())
                    .limit(query.getLimit()));
            return field;
        }

        /** Choices that hold what was typed; first those that begin with it. */
        static Stream<String> likest(List<String> choices, String typed) {
            var wanted = typed.strip().toLowerCase(Locale.ROOT);
            return choices.stream()
                    .filter(choice -> choice.toLowerCase(Locale.ROOT).contains(wanted))
                    .sorted(Comparator.comparing(
                            choice -> !choice.toLowerCase(Locale.ROOT).startsWith(wanted)));
        }

        @Override
        public OptionSpec spec() {
            return spec;
        }

        @Override
        public Component component() {
            return field;
        }

        @Override
        public String value() {
            return field.getValue();
        }

        @Override
        public void fill(String value) {
            field.setValue(spec.choices().contains(value) ? value : spec.defaultValue());
        }

        @Override
        public boolean check() {
            return true;
        }
    }

    /** Yes or no. */
    final class Switch implements OptionField {

        private final OptionSpec spec;
        private final Checkbox field;

        private Switch(OptionSpec spec, String start, Consumer<String> typed) {
            this.spec = spec;
            this.field = new Checkbox(spec.title());
            field.setHelperText(spec.description());
            field.setValue(Boolean.parseBoolean(start.isBlank() ? spec.defaultValue() : start));
            field.addValueChangeListener(
                    change -> typed.accept(change.getValue().toString()));
        }

        @Override
        public OptionSpec spec() {
            return spec;
        }

        @Override
        public Component component() {
            return field;
        }

        @Override
        public String value() {
            return field.getValue().toString();
        }

        @Override
        public void fill(String value) {
            field.setValue(Boolean.parseBoolean(value.isBlank() ? spec.defaultValue() : value));
        }

        @Override
        public boolean check() {
            return true;
        }
    }
}
