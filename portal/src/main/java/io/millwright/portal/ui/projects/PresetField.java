package io.millwright.portal.ui.projects;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.millwright.broker.JobResources;
import io.millwright.broker.Tariff;
import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.Understanding.Estimate;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** How much effort a training may take, as cards: what each choice gives, and what it takes as soon as that is known. */
final class PresetField implements OptionField {

    private static final double GIBIBYTE = 1L << 30;
    private static final BigDecimal LEAST = new BigDecimal("0.0001");

    private final OptionSpec spec;
    private final Tariff tariff;
    private final RadioButtonGroup<String> field = new RadioButtonGroup<>();
    private List<Estimate> estimates = List.of();

    PresetField(OptionSpec spec, Tariff tariff, String start, Consumer<String> typed) {
        this.spec = spec;
        this.tariff = tariff;
        field.addClassName("mw-presets");
        field.setLabel(spec.title());
        field.setHelperText(spec.description());
        field.setItems(spec.choices());
        field.setValue(spec.choices().contains(start) ? start : spec.defaultValue());
        field.addValueChangeListener(change -> typed.accept(change.getValue()));
        estimated(List.of(), JobResources.DEFAULT);
    }

    /** Tells what each choice takes; nothing where nobody knows. */
    void estimated(List<Estimate> known, JobResources resources) {
        estimates = known;
        field.setRenderer(new ComponentRenderer<Component, String>(choice -> card(choice, resources)));
    }

    private Component card(String choice, JobResources resources) {
        var card = new Span(El.strong(tr("preset." + choice)));
        card.add(El.span("what", tr("preset." + choice + ".what")));
        estimates.stream()
                .filter(one -> one.preset().equals(choice))
                .findFirst()
                .ifPresent(one -> card.add(El.span("takes", takes(one, resources))));
        card.addClassName("mw-preset");
        return card;
    }

    private String takes(Estimate estimate, JobResources resources) {
        var seconds = Math.max(1, Math.round(estimate.seconds()));
        return tr(
                "preset.takes",
                // An estimate has no tenths of a second.
                seconds < 60 ? seconds + " s" : Formats.duration(Duration.ofSeconds(seconds)),
                Formats.memory(estimate.memoryBytes()),
                cost(estimate, resources));
    }

    /** By the tariff, for the cores and the memory that are held meanwhile. */
    private String cost(Estimate estimate, JobResources resources) {
        var memory = Math.max(resources.memoryBytes(), estimate.memoryBytes()) / GIBIBYTE;
        var amount = tariff.cpuHour()
                .multiply(BigDecimal.valueOf(resources.cpus()))
                .add(tariff.gpuHour().multiply(BigDecimal.valueOf(resources.gpus())))
                .add(tariff.gibibyteHour().multiply(BigDecimal.valueOf(memory)))
                .multiply(BigDecimal.valueOf(estimate.seconds() / 3600));
        var currency = tariff.currency().equals("EUR") ? "€ " : tariff.currency() + " ";
        if (amount.compareTo(LEAST) < 0) {
            return tr("preset.cost.least", currency + LEAST.toPlainString());
        }
        var digits = amount.doubleValue() < 1 ? LEAST.scale() : 2;
        return currency + amount.setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }

    @Override
    public OptionSpec spec() {
        return spec;
    }

    @Override
    public Component component() {
        return El.classed(field, "wide");
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
