package io.millwright.templates.maintenance.columns;

import io.millwright.templates.learning.encoding.TableProfile;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which column plays which part.
 *
 * @param asset the machine; null where the file is about one, or about things without a history
 * @param part the file that a row came from, where machines of different files have the same names; else null
 * @param time cycle, hour or moment; null where the order of the rows is the time
 * @param failure the column that says where a machine failed, or how; null without one
 * @param failureTime the column that says when a row's machine failed; null without one
 * @param life the column that says how long a machine still ran; null without one
 * @param settings numbers that say under which conditions a machine runs
 * @param sensors numbers that are measured
 * @param modes columns of a few words that tell conditions apart, where a question has a use for them
 * @param categories words that say of which sort a machine is or what it does
 */
public record ColumnPlan(
        @Nullable String asset,
        @Nullable String part,
        @Nullable String time,
        @Nullable String failure,
        @Nullable String failureTime,
        @Nullable String life,
        List<String> settings,
        List<String> sensors,
        List<Mode> modes,
        List<String> categories) {

    /** The column that says which file of an archive a row came from. */
    static final String FILE = "file";

    /** A column of words that are switched between; the words in the order of their codes. */
    public record Mode(String column, List<String> words) {
        public Mode {
            words = List.copyOf(words);
        }
    }

    public ColumnPlan {
        settings = List.copyOf(settings);
        sensors = List.copyOf(sensors);
        modes = List.copyOf(modes);
        categories = List.copyOf(categories);
    }

    /** The same without what is not known where rows are scored. */
    public ColumnPlan withoutAnswers() {
        return new ColumnPlan(asset, part, time, null, null, null, settings, sensors, modes, categories);
    }

    /** The same where no column tells of failures. */
    public ColumnPlan withoutFailure() {
        return new ColumnPlan(asset, part, time, null, failureTime, life, settings, sensors, modes, categories);
    }

    /** The same for a file that came alone and not in an archive: it is about one machine, or tells its machines apart itself. */
    public ColumnPlan forFile(TableProfile profile) {
        boolean alone = profile.column(FILE).isEmpty();
        return new ColumnPlan(
                alone && FILE.equalsIgnoreCase(asset) ? null : asset,
                alone ? null : part,
                time,
                failure,
                failureTime,
                life,
                settings,
                sensors,
                modes,
                categories);
    }

    /** The same with modes; their columns are no categories any more. */
    public ColumnPlan withModes(List<Mode> found) {
        List<String> names = found.stream().map(Mode::column).toList();
        return new ColumnPlan(
                asset,
                part,
                time,
                failure,
                failureTime,
                life,
                settings,
                sensors,
                found,
                categories.stream().filter(name -> !names.contains(name)).toList());
    }

    /** The same without some of the columns to learn from. */
    public ColumnPlan without(Set<String> leftOut) {
        return new ColumnPlan(
                asset,
                part,
                time,
                failure,
                failureTime,
                life,
                settings.stream().filter(name -> !leftOut.contains(name)).toList(),
                sensors.stream().filter(name -> !leftOut.contains(name)).toList(),
                modes,
                categories.stream().filter(name -> !leftOut.contains(name)).toList());
    }
}
