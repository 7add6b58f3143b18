package io.millwright.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.millwright.plugins.api.ColumnRole;
import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.Right;
import io.millwright.plugins.api.Template;
import io.millwright.plugins.api.TemplateException;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The description is complete, constant and fit for the pages generated from it. */
public interface DescriptorContract extends TemplateContract {

    /** Longest summary, in characters: it stands on a card of the marketplace. */
    int MAX_SUMMARY = 240;

    @Test
    default void descriptorIsConstant() {
        assertThat(template().descriptor()).isEqualTo(template().descriptor());
    }

    @Test
    default void templateIsRegisteredAsAService() {
        var registered = ServiceLoader.load(Template.class).stream().map(ServiceLoader.Provider::type);
        assertThat(registered)
                .describedAs("META-INF/services/" + Template.class.getName())
                .contains(template().getClass());
    }

    @Test
    default void textsOfThePagesAreThere() {
        var descriptor = template().descriptor();
        assertThat(descriptor.name()).isNotBlank();
        assertThat(descriptor.industry()).isNotBlank();
        assertThat(descriptor.description()).isNotBlank();
        assertThat(descriptor.summary()).isNotBlank().hasSizeLessThanOrEqualTo(MAX_SUMMARY);
    }

    @Test
    default void rightsSayThatEnginesAreLoaded() {
        var descriptor = template().descriptor();
        assertThat(descriptor.rights().contains(Right.NATIVE_ENGINE))
                .describedAs("asks for the right NATIVE_ENGINE exactly when it names an engine")
                .isEqualTo(!descriptor.engines().isEmpty());
    }

    @Test
    default void rolesAreComplete() {
        var roles = template().descriptor().roles();
        assertThat(roles)
                .extracting(ColumnRole::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][A-Za-z0-9]*"));
        assertThat(roles).allSatisfy(role -> {
            assertThat(role.title()).isNotBlank();
            assertThat(role.description()).isNotBlank();
            assertThat(role.types()).isNotEmpty();
            assertThat(role.hints()).allMatch(hint -> hint.equals(hint.toLowerCase(java.util.Locale.ROOT)));
        });
    }

    @Test
    default void optionsAreCompleteAndTheirDefaultsAreAllowed() {
        var options = template().descriptor().options();
        assertThat(options)
                .extracting(OptionSpec::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][A-Za-z0-9]*"));
        assertThat(options).allSatisfy(option -> {
            assertThat(option.title()).isNotBlank();
            assertThat(option.description()).isNotBlank();
            assertThatCode(() -> readDefault(option)).doesNotThrowAnyException();
        });
    }

    private static void readDefault(OptionSpec option) throws TemplateException {
        var values = new OptionValues(Map.of(option.name(), option.defaultValue()));
        switch (option.type()) {
            case INTEGER ->
                assertThat((double) values.integer(option.name())).isBetween(option.minimum(), option.maximum());
            case DECIMAL -> assertThat(values.decimal(option.name())).isBetween(option.minimum(), option.maximum());
            case BOOLEAN -> values.flag(option.name());
            case CHOICE -> assertThat(option.choices()).contains(option.defaultValue());
            case TEXT -> assertThat(option.defaultValue()).isNotNull();
        }
    }
}
