package io.millwright.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Random;

/** Simulated card transactions for the browser story: with frauds that can be found, and the same every time. */
final class Transactions {

    private Transactions() {}

    /**
     * Writes a CSV with time, customer, terminal, amount and fraud: 60 days, some 18,000 rows. Fraud is an unusually large
     * amount, or happens at one of a few terminals for two weeks.
     */
    static Path write(Path file) throws IOException {
        var random = new Random(11);
        var text = new StringBuilder("transaction_time,customer,terminal,amount,fraud\n");
        for (var minute = 0; minute < 60 * 24 * 60; minute += 4 + random.nextInt(2)) {
            var customer = random.nextInt(250);
            var terminal = random.nextInt(90);
            var usual = 10 + customer % 60;
            var large = random.nextDouble() < 0.006;
            var amount = Math.abs(usual + random.nextGaussian() * usual / 3) * (large ? 6 : 1) + 1;
            var captured = terminal % 18 == (minute / (14 * 24 * 60)) && random.nextDouble() < 0.6;
            text.append(LocalDateTime.of(2024, 3, 1, 0, 0).plusMinutes(minute))
                    .append(":00,C")
                    .append(customer)
                    .append(",T")
                    .append(terminal)
                    .append(',')
                    .append(Math.round(amount * 100) / 100.0)
                    .append(',')
                    .append(large || captured ? 1 : 0)
                    .append('\n');
        }
        return Files.writeString(file, text.toString());
    }
}
