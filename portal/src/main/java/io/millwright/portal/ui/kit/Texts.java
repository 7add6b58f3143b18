package io.millwright.portal.ui.kit;

import com.vaadin.flow.i18n.I18NProvider;

/** Words for people, from the one catalogue {@code messages.properties}. Called on threads that hold a session's lock. */
public final class Texts {

    private Texts() {}

    /** The text of a key, with its arguments put in. */
    public static String tr(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
