package io.millwright.broker.gateway;

import io.millwright.broker.JobKind;
import io.millwright.broker.JobTrial;
import io.millwright.broker.internal.JobChanges;
import io.millwright.broker.internal.LockedJob;
import io.millwright.broker.internal.TrialChanges;
import io.millwright.broker.internal.TrialChanges.Asked;
import io.millwright.tenancy.TenantTransactions;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes the trials that a training asks for, a line each: number, budget, then names and values of its parameters, apart by
 * tabs; and tells which have ended: number, state, objective, seconds, reason, then names and values of figures.
 */
final class TrialIntake {

    private static final int MAX_NUMBER = 10_000;
    private static final int MAX_PARAMETERS = 100;
    private static final int MAX_TEXT = 8_000;

    private final TenantTransactions transactions;
    private final JobChanges changes;
    private final TrialChanges trials;

    TrialIntake(TenantTransactions transactions, JobChanges changes, TrialChanges trials) {
        this.transactions = transactions;
        this.changes = changes;
        this.trials = trials;
    }

    /** @throws Refusal 400 when a line is malformed or the attempt is not a training's own, 409 when fenced */
    void ask(AttemptFacts attempt, String body) {
        var asked = body.lines()
                .filter(line -> !line.isEmpty())
                .map(TrialIntake::parse)
                .toList();
        withJob(attempt, job -> {
            try {
                trials.ask(job, asked);
                return "";
            } catch (IllegalArgumentException other) {
                throw Refusal.malformed("This cannot be asked for: " + other.getMessage() + ".");
            }
        });
    }

    String ended(AttemptFacts attempt) {
        return withJob(
                attempt,
                job -> trials.ended(job).stream().map(TrialIntake::line).collect(Collectors.joining()));
    }

    private <T> T withJob(AttemptFacts attempt, Function<LockedJob, T> work) {
        if (attempt.kind() != JobKind.TRAIN || attempt.trial() != null) {
            throw Refusal.malformed("Only a training asks for trials.");
        }
        return transactions.call(
                attempt.tenant(),
                () -> work.apply(changes.running(changes.lock(attempt.job())
                        .filter(locked -> locked.attempt() == attempt.number()
                                && locked.state().isActive())
                        .orElseThrow(Refusal::fenced))));
    }

    private static Asked parse(String line) {
        var fields =
                List.of(line.split("\t", -1)).stream().map(EventLine::unescape).toList();
        try {
            int number = Integer.parseInt(fields.get(0));
            double budget = Double.parseDouble(fields.get(1));
            var parameters = new TreeMap<String, String>();
            for (int i = 2; i < fields.size(); i += 2) {
                parameters.put(fields.get(i), fields.get(i + 1));
            }
            int length = parameters.toString().length();
            if (number < 1
                    || number > MAX_NUMBER
                    || !(budget > 0 && budget <= 1)
                    || parameters.size() > MAX_PARAMETERS
                    || length > MAX_TEXT) {
                throw new IllegalArgumentException("out of bounds");
            }
            return new Asked(number, parameters, budget);
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw Refusal.malformed("This is not a trial: " + line.substring(0, Math.min(80, line.length())));
        }
    }

    private static String line(JobTrial trial) {
        var line = new StringBuilder();
        line.append(trial.number())
                .append('\t')
                .append(trial.state())
                .append('\t')
                .append(trial.objective() == null ? Double.NaN : trial.objective())
                .append('\t')
                .append(trial.seconds())
                .append('\t')
                .append(escaped(trial.reason()));
        new TreeMap<>(trial.figures())
                .forEach((name, value) ->
                        line.append('\t').append(escaped(name)).append('\t').append(value));
        return line.append('\n').toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
