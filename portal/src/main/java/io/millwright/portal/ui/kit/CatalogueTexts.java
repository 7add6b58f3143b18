package io.millwright.portal.ui.kit;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/**
 * Reads the catalogue. A translation is one more file beside {@code messages.properties}; a key that is missing there is
 * shown as it is, so that it is seen and mended.
 */
@Component
class CatalogueTexts implements I18NProvider {

    private static final ResourceBundle.Control ROOT_AS_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Locale.UK);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        try {
            var pattern = ResourceBundle.getBundle("messages", locale, ROOT_AS_FALLBACK)
                    .getString(key);
            return arguments.length == 0
                    ? pattern.replace("''", "'")
                    : new MessageFormat(pattern, locale).format(arguments);
        } catch (MissingResourceException missing) {
            return key;
        }
    }
}
