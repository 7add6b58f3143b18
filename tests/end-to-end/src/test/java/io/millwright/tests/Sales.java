package io.millwright.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Simulated: what six shops sold of bread and cakes, day by day, more at weekends; with semicolons, as spreadsheets here write. */
final class Sales {

    private static final int DAYS = 200;

    private Sales() {}

    static Path write(Path file) throws IOException {
        var random = new SplittableRandom(7);
        var text = new StringBuilder("Tag;Filiale;Artikel;Absatz\n");
        for (var shop = 1; shop <= 6; shop++) {
            for (var article : List.of("Brot", "Kuchen")) {
                for (var day = 0; day < DAYS; day++) {
                    var date = LocalDate.of(2025, 1, 6).plusDays(day);
                    var weekend = date.getDayOfWeek().getValue() >= 6 ? 1.6 : 1;
                    var usual = (20 + 6 * shop) * weekend * (1 + day / 1000.0);
                    text.append(date)
                            .append(";Filiale ")
                            .append(shop)
                            .append(';')
                            .append(article)
                            .append(';')
                            .append(Math.max(0, Math.round(usual * (1 + .1 * random.nextGaussian()))))
                            .append('\n');
                }
            }
        }
        return Files.writeString(file, text.toString());
    }
}
