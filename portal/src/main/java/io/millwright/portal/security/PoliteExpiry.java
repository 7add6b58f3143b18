package io.millwright.portal.security;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/**
 * What a page says when its session is gone. Without an address of their own, both messages lead back to the page they
 * appeared on: it asks the identity provider, often without a word to the person, and shows itself again.
 */
@Component
class PoliteExpiry implements VaadinServiceInitListener {

    @Override
    @SuppressWarnings("NullAway") // Flow's way of saying "this same page" is null
    public void serviceInit(ServiceInitEvent event) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption("You were signed out after a while without use");
        messages.setSessionExpiredMessage("Press here or ESC to sign in again. You come back to this page.");
        messages.setSessionExpiredURL(null);
        messages.setInternalErrorCaption("Something went wrong");
        messages.setInternalErrorMessage("Press here or ESC to load the page again. Nothing that was saved is lost.");
        event.getSource().setSystemMessagesProvider(info -> messages);
    }
}
