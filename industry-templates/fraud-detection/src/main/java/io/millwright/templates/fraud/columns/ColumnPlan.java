package io.millwright.templates.fraud.columns;

import io.millwright.templates.fraud.features.Parts;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which column plays which part; kept with the model.
 *
 * @param timeFormat how moments are written
 * @param clock the time of day, where the time is a day only
 * @param protectedColumn never learnt from; groups of it are compared
 * @param extras further columns to learn from
 * @param series what the further columns are to each other
 */
public record ColumnPlan(
        String label,
        @Nullable String time,
        @Nullable String timeFormat,
        @Nullable String clock,
        @Nullable String amount,
        @Nullable String customer,
        @Nullable String terminal,
        @Nullable String transaction,
        @Nullable String protectedColumn,
        List<Extra> extras,
        SeriesPlan series) {

    public ColumnPlan {
        extras = List.copyOf(extras);
    }

    /** Before anything is known of series. */
    public ColumnPlan(
            String label,
            @Nullable String time,
            @Nullable String timeFormat,
            @Nullable String clock,
            @Nullable String amount,
            @Nullable String customer,
            @Nullable String terminal,
            @Nullable String transaction,
            @Nullable String protectedColumn,
            List<Extra> extras) {
        this(
                label,
                time,
                timeFormat,
                clock,
                amount,
                customer,
                terminal,
                transaction,
                protectedColumn,
                extras,
                SeriesPlan.NONE);
    }

    public ColumnPlan with(SeriesPlan found) {
        return new ColumnPlan(
                label,
                time,
                timeFormat,
                clock,
                amount,
                customer,
                terminal,
                transaction,
                protectedColumn,
                extras,
                found);
    }

    public Parts parts() {
        return new Parts(time != null, amount != null, customer != null, terminal != null);
    }

    public ColumnPlan with(List<Extra> others) {
        return new ColumnPlan(
                label,
                time,
                timeFormat,
                clock,
                amount,
                customer,
                terminal,
                transaction,
                protectedColumn,
                others,
                series);
    }

    /** The columns that tell one row from another, repeated in results. */
    public List<String> keys() {
        return Stream.of(transaction, time, clock, amount, customer, terminal)
                .flatMap(Stream::ofNullable)
                .toList();
    }
}
