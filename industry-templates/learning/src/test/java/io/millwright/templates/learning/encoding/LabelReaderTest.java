package io.millwright.templates.learning.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.TemplateException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes no NA",
                "yes no N/A null",
                "1 0 unknown",
                "fraud genuine pending",
                "yes no none",
                "A B NaN",
            })
    void wordsForWhatIsMissingAreNeither(String spellings) throws TemplateException {
        String[] words = spellings.split(" ");
        Map<String, Integer> counts = new LinkedHashMap<>(Map.of(words[0], 5, words[1], 90));
        for (int at = 2; at < words.length; at++) {
            counts.put(words[at], 40);
        }
        LabelReader reader = LabelReader.of("label", counts);
        assertThat(reader.meaning(words[0])).isEqualTo((byte) 1);
        assertThat(reader.meaning(words[1])).isEqualTo((byte) 0);
        assertThat(reader.meaning(words[2])).isEqualTo(LabelReader.UNKNOWN);
    }

    /** Of two words one is the other sort, even if it would be missing beside two. */
    @Test
    void ofTwoWordsBothCount() throws TemplateException {
        assertThat(LabelReader.of("label", Map.of("fraud", 5, "none", 90)).meaning("none"))
                .isEqualTo((byte) 0);
        assertThat(LabelReader.of("label", Map.of("fraud", 5, "unknown", 90)).meaning("unknown"))
                .isEqualTo((byte) 0);
        assertThat(LabelReader.of("label", Map.of("fraud", 5, "chargeback", 5, "none", 90))
                        .meaning("none"))
                .isEqualTo((byte) 0);
    }

    @ParameterizedTest
    @CsvSource({
        "Y yes,N no",
        "true 1,false 0",
        "fraud chargeback,ok",
        "Charged Off|Default,Fully Paid|Current",
    })
    void severalSpellingsOfEachSort(String yes, String no) throws TemplateException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        String[] positives = yes.split(yes.contains("|") ? "\\|" : " ");
        String[] negatives = no.split(no.contains("|") ? "\\|" : " ");
        List.of(positives).forEach(word -> counts.put(word, 60));
        List.of(negatives).forEach(word -> counts.put(word, 40));
        LabelReader reader = LabelReader.of("label", counts);
        assertThat(reader.sure()).isTrue();
        assertThat(positives).allMatch(word -> reader.meaning(word) == 1);
        assertThat(negatives).allMatch(word -> reader.meaning(word) == 0);
        assertThat(reader.yes())
                .isEqualTo(Stream.of(positives)
                        .map(LabelReader::normal)
                        .sorted()
                        .findFirst()
                        .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 1 2", "0 1 -1", "fraud ok maybe", "fraud chargeback scam"})
    void whatIsNotSurelyTwoSortsIsRefused(String spellings) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List.of(spellings.split(" ")).forEach(word -> counts.put(word, 10));
        assertThatThrownBy(() -> LabelReader.of("label", counts)).hasMessageContaining("more than two");
    }

    @Test
    void oneSortBesideWhatIsMissingIsRefused() {
        Map<String, Integer> counts = new LinkedHashMap<>(Map.of("Fraud", 10, "N/A", 10, "null", 10));
        assertThatThrownBy(() -> LabelReader.of("label", counts)).hasMessageContaining("same label \"Fraud\"");
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
