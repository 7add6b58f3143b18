package io.millwright.portal.ui.datasets;

import static io.millwright.portal.ui.kit.Texts.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.millwright.governance.datasets.DatasetVersion;
import io.millwright.governance.datasets.Datasets;
import io.millwright.governance.datasets.ImagePage;
import io.millwright.governance.datasets.Profile;
import io.millwright.portal.ui.kit.Card;
import io.millwright.portal.ui.kit.El;
import io.millwright.portal.ui.kit.Formats;
import io.millwright.tenancy.Caller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The images of a set, a page at a time, of all parts and labels or of one. */
final class GalleryCard extends Div {

    private static final int IMAGES = 24;
    private static final int SIDE = 192;
    private static final int WHOLE = 1024;
    private static final int PIXELS = 64;

    private final Supplier<Caller> caller;
    private final DatasetVersion version;
    private final Datasets datasets;
    private final Div place = El.div("mw-pictures");
    private final Div range = El.div("mw-muted");
    private final Button back = new Button(tr("rows.back"), click -> turn(-IMAGES));
    private final Button on = new Button(tr("rows.on"), click -> turn(IMAGES));
    private final Select<String> part;
    private final Select<String> label;
    private long offset;

    /** @param caller asked each time, since rights may change while the page is open */
    GalleryCard(Supplier<Caller> caller, DatasetVersion version, Profile profile, Datasets datasets) {
        this.caller = caller;
        this.version = version;
        this.datasets = datasets;
        part = choice(profile, "part");
        label = choice(profile, "label");
        range.getElement().setAttribute("aria-live", "polite");
        place.setClassName("pixels", isSmall(profile));
        var filters = El.div("mw-filters");
        Stream.of(part, label).filter(Select::isVisible).forEach(filters::add);
        add(new Card(tr("gallery"), filters, place, El.div("mw-row mw-between", range, El.div("mw-row", back, on))));
        show();
    }

    /** Whether images are so small that their pixels should stay sharp when they are drawn larger. */
    private static boolean isSmall(Profile profile) {
        return profile.columns().stream()
                .filter(column -> column.name().equals("width"))
                .map(Profile.ColumnProfile::numbers)
                .anyMatch(numbers -> numbers != null && numbers.median() <= PIXELS);
    }

    private Select<String> choice(Profile profile, String column) {
        var values = profile.columns().stream()
                .filter(found -> found.name().equals(column))
                .flatMap(found -> found.top().stream())
                .map(Profile.TopValue::value)
                .toList();
        var choice = new Select<String>();
        choice.setLabel(tr("gallery." + column));
        choice.setItems(values);
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(tr("gallery.all"));
        choice.setVisible(!values.isEmpty());
        choice.addValueChangeListener(change -> {
            offset = 0;
            show();
        });
        return choice;
    }

    private void turn(int images) {
        offset = Math.clamp(offset + images, 0, version.rows() - 1);
        show();
    }

    private void show() {
        var page = read();
        place.removeAll();
        page.images().forEach(image -> place.add(picture(image)));
        range.setText(
                page.total() == 0
                        ? tr("list.nothing")
                        : tr(
                                "gallery.range",
                                Formats.count(offset + 1),
                                Formats.count(offset + page.images().size()),
                                Formats.count(page.total())));
        back.setEnabled(offset > 0);
        on.setEnabled(offset + page.images().size() < page.total());
    }

    private ImagePage read() {
        try {
            var filter = new ImagePage.Filter(part.getValue(), label.getValue());
            return datasets.images(caller.get(), version.id(), filter, offset, IMAGES);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A picture that opens larger; its words are what is known of it. */
    private Anchor picture(ImagePage.Shown shown) {
        var words =
                Stream.of(shown.label(), shown.part()).filter(Objects::nonNull).collect(Collectors.joining(" · "));
        var image = new Image(bytes(shown.row(), SIDE), tr("gallery.image", shown.path(), words));
        image.getElement().setAttribute("loading", "lazy");
        image.getElement().setAttribute("title", shown.path());
        var anchor = new Anchor(bytes(shown.row(), WHOLE), "");
        anchor.setTarget("_blank");
        anchor.add(image, El.span("mw-muted", caption(shown, words)));
        return anchor;
    }

    private static String caption(ImagePage.Shown shown, String words) {
        return words.isEmpty() ? shown.path().substring(shown.path().lastIndexOf('/') + 1) : words;
    }

    private DownloadHandler bytes(long row, int side) {
        return DownloadHandler.fromInputStream(event -> {
                    var image = datasets.image(caller.get(), version.id(), row, side);
                    return new DownloadResponse(
                            new ByteArrayInputStream(image.bytes()),
                            row + ".png",
                            image.mediaType(),
                            image.bytes().length);
                })
                .inline();
    }
}
