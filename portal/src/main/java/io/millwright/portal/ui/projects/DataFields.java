package io.millwright.portal.ui.projects;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import io.millwright.governance.datasets.Dataset;
import io.millwright.governance.datasets.Lineage;
import io.millwright.plugins.api.DataKind;
import io.millwright.portal.ui.kit.Formats;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks what to learn from, and for images also which weights to start from. */
final class DataFields extends Div {

    private final ComboBox<Dataset> data = new ComboBox<>(tr("train.data"));
    private final ComboBox<Dataset> weights = new ComboBox<>(tr("train.weights"));

    /**
     * @param every all data of the tenant
     * @param kind what the template learns from
     * @param chosen is given the data whenever others are chosen
     */
    DataFields(List<Dataset> every, DataKind kind, Consumer<@Nullable Dataset> chosen) {
        addClassName("mw-form");
        data.setItems(learntFrom(every, kind).toList());
        data.setItemLabelGenerator(one -> tr(
                "train.item." + one.latest().kind().name(),
                one.name(),
                one.latest().number(),
                Formats.count(one.latest().rows())));
        data.setRequiredIndicatorVisible(true);
        data.setHelperText(tr("train.data.help." + kind.name()));
        data.addValueChangeListener(change -> chosen.accept(change.getValue()));
        weights(ofKind(every, DataKind.WEIGHTS).toList(), kind);
        add(data, weights);
    }

    boolean isEmpty() {
        return data.getListDataView().getItemCount() == 0;
    }

    /** What somebody brought comes before what a model scored: that is rarely learnt from. */
    static Stream<Dataset> learntFrom(List<Dataset> every, DataKind kind) {
        return ofKind(every, kind)
                .sorted(Comparator.comparing(
                                (Dataset one) -> one.latest().lineage().kind() == Lineage.Kind.SCORED)
                        .thenComparing(one -> one.latest().createdAt(), Comparator.reverseOrder()));
    }

    private static Stream<Dataset> ofKind(List<Dataset> every, DataKind kind) {
        return every.stream().filter(one -> one.latest().kind().name().equals(kind.name()));
    }

    /** Only trainings from images start from weights that somebody brought. */
    private void weights(List<Dataset> offered, DataKind kind) {
        weights.setVisible(kind == DataKind.IMAGES && !offered.isEmpty());
        weights.setItems(offered);
        weights.setItemLabelGenerator(
                one -> tr("train.weights.item", one.name(), one.latest().number()));
        weights.setClearButtonVisible(true);
        weights.setPlaceholder(tr("train.weights.none"));
        weights.setHelperText(tr("train.weights.help"));
    }

    /** Chooses the data with this identity, or the likeliest; and the weights, or none. */
    void begin(@Nullable String wanted, @Nullable String start) {
        weights.getListDataView()
                .getItems()
                .filter(one -> one.id().toString().equals(start))
                .findFirst()
                .ifPresent(weights::setValue);
        var all = data.getListDataView().getItems().toList();
        data.setValue(all.stream()
                .filter(one -> one.id().toString().equals(wanted))
                .findFirst()
                .orElse(all.getFirst()));
    }

    boolean check() {
        data.setInvalid(data.getValue() == null);
        data.setErrorMessage(tr("score.data.missing"));
        return !data.isInvalid();
    }

    Dataset chosen() {
        return data.getValue();
    }

    Optional<Dataset> weights() {
        return weights.getOptionalValue();
    }
}
