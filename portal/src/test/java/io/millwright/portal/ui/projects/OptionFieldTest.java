package io.millwright.portal.ui.projects;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import io.millwright.broker.Tariff;
import io.millwright.plugins.api.OptionSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Options of which one is chosen. */
class OptionFieldTest {

    private final List<String> heard = new ArrayList<>();

    @Test
    void fewChoicesAreOpenedAndManyAreSearched() {
        assertThat(field(5).component()).isInstanceOf(Select.class);
        assertThat(field(200).component()).isInstanceOf(ComboBox.class);
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatIsClearedIsTheDefaultAgain() {
        var field = field(200);
        field.fill("choice 7");
        assertThat(field.value()).isEqualTo("choice 7");

        ((ComboBox<String>) field.component()).clear();

        assertThat(field.value()).isEqualTo("choice 0");
        assertThat(heard).last().isEqualTo("choice 0");
    }

    @Test
    void whatIsNoChoiceIsTheDefault() {
        var field = field(200);
        field.fill("choice 7");

        field.fill("elsewhere");

        assertThat(field.value()).isEqualTo("choice 0");
    }

    @Test
    void whatBeginsWithWhatWasTypedComesFirst() {
        var countries =
                List.of("none", "Central African Republic (CF)", "France (FR)", "Guinea (GN)", "South Africa (ZA)");

        assertThat(OptionField.Choice.likest(countries, " fr"))
                .containsExactly("France (FR)", "Central African Republic (CF)", "South Africa (ZA)");
        assertThat(OptionField.Choice.likest(countries, "")).containsExactlyElementsOf(countries);
        assertThat(OptionField.Choice.likest(countries, "nowhere")).isEmpty();
    }

    private OptionField field(int choices) {
        var names = IntStream.range(0, choices).mapToObj(at -> "choice " + at).toList();
        return OptionField.of(
                OptionSpec.choice("country", "Country", "Whose holidays count.", "choice 0", names),
                new Tariff(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, "EUR"),
                "",
                heard::add);
    }
}
