package io.millwright.templates.imaging.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.TemplateException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassesTest {

    private static final int IMAGES = 60;

    @Test
    void oneOneInEachRowIsOneClass() throws Exception {
        Classes classes = of(images("")
                .with("MEL", at -> at % 3 == 0 ? "1.0" : "0.0")
                .with("NV", at -> at % 3 == 1 ? "1.0" : "0.0")
                .with("BCC", at -> at % 3 == 2 ? "1.0" : "0.0")
                .with("UNK", at -> "0.0"));
        assertThat(classes.exclusive()).isTrue();
        assertThat(classes.names()).containsExactly("MEL", "NV", "BCC");
    }

    @Test
    void ofTwoSuchColumnsTheOrdinaryOneIsNotLookedFor() throws Exception {
        Classes classes =
                of(images("").with("crack", at -> at % 2 == 0 ? "1" : "0").with("good", at -> "" + at % 2));
        assertThat(classes.exclusive()).isTrue();
        assertThat(classes.names()).containsExactly("good", "crack");
        assertThat(classes.truth()[0]).containsExactly(0, 1);
    }

    @Test
    void ofTwoNamesTheOneWithoutANegationIsLookedFor() throws Exception {
        assertThat(two("kein Gesicht", "Gesicht").names()).containsExactly("kein Gesicht", "Gesicht");
        assertThat(two("no_tumor", "tumor").names()).containsExactly("no_tumor", "tumor");
        assertThat(two("not ok", "ok").names()).containsExactly("ok", "not ok");
        assertThat(two("no entry", "stop").names()).containsExactly("stop", "no entry");
    }

    /** The first one is rarer. */
    private static Classes two(String rarer, String other) throws TemplateException {
        return of(images("").with("label", at -> at % 3 == 0 ? rarer : other));
    }

    @Test
    void aRowOfTwoOnesOrNoneIsNoMatterOfEitherOr() throws Exception {
        assertThat(of(images("").with("left", at -> "" + at % 2).with("below", at -> "" + at / 2 % 2))
                        .exclusive())
                .isFalse();
    }

    @Test
    void spellingsAreOneClassCalledAsItIsSpeltMostOften() throws Exception {
        String[] spelt = {"de\u0301faut", "OK ", "d\u00e9faut", "ok", "D\u00c9FAUT", "Ok", "d\u00e9faut", "Ok"};
        Classes classes = of(images("").with("label", at -> spelt[at % spelt.length]));
        assertThat(classes.names()).containsExactly("Ok", "d\u00e9faut");
        assertThat(of(images("").with("label", at -> at % 2 == 0 ? "a" : "A")).names())
                .containsExactly("A", "a");
        assertThat(Classes.of(
                                images("")
                                        .with("label", at -> at % 2 == 0 ? "Cat" : "Dog")
                                        .done(),
                                new OptionValues(Map.of("sought", "cat")))
                        .names())
                .containsExactly("Dog", "Cat");
    }

    @Test
    void aColumnGoesBeforeFoldersThatAreOne() throws Exception {
        Classes classes = of(images("images_001/images/")
                .with("label", at -> "images")
                .with("Finding Labels", at -> at % 3 == 0 ? "Mass|Nodule" : at % 3 == 1 ? "Mass" : "No Finding"));
        assertThat(classes.source()).isEqualTo("the column Finding Labels");
        assertThat(classes.exclusive()).isFalse();
    }

    @Test
    void aColumnCalledSoGoesBeforeFolders() throws Exception {
        Listings set = new Listings(IMAGES)
                .with("image", at -> (at < 30 ? "a/" : "b/") + at + ".png")
                .with("label", at -> at < 30 ? "a" : "b")
                .with("befund", at -> at % 2 == 0 ? "Riss" : "gut")
                .with("alter", at -> "" + at);
        assertThat(of(set).names()).containsExactly("gut", "Riss");
        assertThat(of(set).told(0)).isEqualTo("Riss");
    }

    @Test
    void foldersGoBeforeColumnsThatAreNotAboutEachImageOrCalledOtherwise() throws Exception {
        Listings set = new Listings(IMAGES)
                .with("image", at -> (at < 30 ? "a/" : "b/") + at + ".png")
                .with("label", at -> at < 30 ? "a" : "b")
                .with("finding", at -> at % 3 == 0 ? null : "f" + at % 2)
                .with("befund", at -> "free text " + at)
                .with("weight_class", at -> "w" + at % 2)
                .with("type", at -> "t" + at % 2);
        assertThat(of(set).names()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void theColumnLabelOfALabelFileGoesBeforeAllOthers() throws Exception {
        Listings set = images("a/").with("label", at -> "x" + at % 2).with("befund", at -> "y" + at % 2);
        assertThat(of(set).names()).containsExactly("x0", "x1");
    }

    @Test
    void theDiagnosisGoesBeforeHowItWasMade() throws Exception {
        Listings set = new Listings(IMAGES)
                .with("image", at -> "part_" + at % 2 + "/" + at + ".png")
                .with("label", at -> "part_" + at % 2)
                .with("lesion_id", at -> "L" + at / 2)
                .with("dx", at -> at % 3 == 0 ? "mel" : "nv")
                .with("dx_type", at -> at % 2 == 0 ? "histo" : "follow_up");
        assertThat(of(set).source()).isEqualTo("the column dx");
    }

    @Test
    void aTypeIsTakenWhereNothingElseIsThere() throws Exception {
        assertThat(of(images("").with("surface_type", at -> "t" + at % 2)).source())
                .isEqualTo("the column surface_type");
        assertThat(of(images("").with("idx", at -> "" + at).with("Type", at -> "t" + at % 2))
                        .source())
                .isEqualTo("the column Type");
    }

    private static Listings images(String folder) {
        return new Listings(IMAGES).with("image", at -> folder + at + ".png");
    }

    private static Classes of(Listings set) throws TemplateException {
        return Classes.of(set.done(), new OptionValues(Map.of()));
    }
}
