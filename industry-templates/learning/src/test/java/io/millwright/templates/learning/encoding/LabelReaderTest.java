package io.millwright.templates.learning.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.TemplateException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelReaderTest {

    @ParameterizedTest
    @CsvSource({
        "1,0",
        "1,-1",
        "1.0,0.0",
        "true,false",
        "TRUE,FALSE",
        "yes,no",
        "Y,N",
        "ja,nein",
        "sí,no",
        "oui,non",
        "Fraud,OK",
        "fraud,genuine",
        "FRAUD,not_fraud",
        "Fraudulent,Legit",
        "betrug,kein Betrug",
        "bad,good",
        "default,paid",
        "fraud,something",
        "other,legit",
        "Charged Off,Fully Paid",
    })
    void knowsWhichMeansYes(String yes, String no) throws TemplateException {
        // Yes is the more frequent one here, so that frequency cannot have told.
        LabelReader reader = LabelReader.of("label", Map.of(yes, 60, no, 40));
        assertThat(reader.meaning(yes)).isEqualTo((byte) 1);
        assertThat(reader.meaning(no)).isEqualTo((byte) 0);
        assertThat(reader.sure()).isTrue();
    }

    @Test
    void theRarerOfUnknownSpellingsMeansYes() throws TemplateException {
        LabelReader reader = LabelReader.of("label", Map.of("A", 95, "B", 5));
        assertThat(reader.meaning("B")).isEqualTo((byte) 1);
        assertThat(reader.sure()).isFalse();
        assertThat(LabelReader.of("label", Map.of("1", 95, "2", 5)).meaning("2"))
                .isEqualTo((byte) 1);
    }

    @Test
    void spellingsOfTheSameWordAreOne() throws TemplateException {
        LabelReader reader = LabelReader.of("label", Map.of("Yes", 5, "yes ", 5, "NO", 50, "no", 50));
        assertThat(reader.meaning("YES")).isEqualTo((byte) 1);
        assertThat(reader.meaning("maybe")).isEqualTo(LabelReader.UNKNOWN);
    }

    @Test
    void oneClassIsRefused() {
        assertThatThrownBy(() -> LabelReader.of("fraud", Map.of("0", 100)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("same label \"0\"")
                .hasMessageContaining("fraud");
    }

    @Test
    void moreThanTwoClassesAreRefused() {
        Map<String, Integer> three = new LinkedHashMap<>(Map.of("low", 1, "middle", 1, "high", 1));
        assertThatThrownBy(() -> LabelReader.of("risk", three))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("more than two");
    }
}
