package io.millwright.portal.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.VirtualChildrenList;
import io.millwright.portal.ui.world.FakeJobs;
import io.millwright.portal.ui.world.FakeProjects;
import io.millwright.portal.ui.world.Lab;
import io.millwright.portal.ui.world.Person;
import io.millwright.portal.ui.world.Stories;
import io.millwright.portal.ui.world.World;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.core.context.SecurityContextHolder;

/** A person before the views, without a browser: {@link #visit} goes somewhere, {@link #page} is what they read. */
@SpringBootTest(classes = Lab.class)
@ViewPackages(packages = "io.millwright.portal.ui")
public abstract class ViewTest extends SpringBrowserlessTest {

    private static final List<String> SAID_BY_PROPERTIES =
            List.of("label", "headerTitle", "helperText", "errorMessage", "text");

    @Autowired
    protected World world;

    @Autowired
    protected FakeJobs jobs;

    @Autowired
    protected FakeProjects projects;

    /** The story that has been told before each test. */
    protected void tell(World world) {
        Stories.week(world);
    }

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        tell(world);
        begin("acme-engineer");
    }

    /** Somebody else comes, with a session of their own. */
    protected final void signIn(String user) {
        cleanVaadinEnvironment();
        begin(user);
    }

    private void begin(String user) {
        SecurityContextHolder.getContext().setAuthentication(Person.named(user));
        super.initVaadinEnvironment();
    }

    /** What waits for the page is done, news that came from other threads first. */
    private static void settle() {
        var session = UI.getCurrent().getSession();
        session.getService().runPendingAccessTasks(session);
        roundTrip();
    }

    protected final void visit(String path) {
        UI.getCurrent().navigate(path);
        settle();
    }

    /** All that is to be read now, dialogs and notices included. */
    protected final String page() {
        settle();
        var words = new StringBuilder();
        read(UI.getCurrent().getElement(), words);
        return words.toString();
    }

    private static void read(Element element, StringBuilder words) {
        if (element.isTextNode()) {
            words.append(element.getText()).append(' ');
            return;
        }
        if (!element.isVisible()) {
            return;
        }
        SAID_BY_PROPERTIES.forEach(
                name -> words.append(element.getProperty(name, "")).append(' '));
        element.getChildren().forEach(child -> read(child, words));
        element.getNode()
                .getFeatureIfInitialized(VirtualChildrenList.class)
                .ifPresent(hidden -> hidden.forEachChild(child -> read(Element.get(child), words)));
    }

    protected final void press(String text) {
        test($(Button.class).withText(text).last()).click();
        settle();
    }

    protected final boolean offers(String text) {
        return $(Button.class).withText(text).exists();
    }

    protected final <C extends Component & HasValue<?, String>> void type(C field, String text) {
        ((HasValue<?, String>) field).setValue(text);
        settle();
    }
}
