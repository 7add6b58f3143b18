package io.millwright.broker.runner;

import io.millwright.broker.runner.table.ColumnLines;
import io.millwright.plugins.api.Column;
import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.Resources;
import io.millwright.plugins.api.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What the attempt is to do, as the gateway's spec says. */
final class Attempt {

    private final Properties facts;

    private Attempt(Properties facts) {
        this.facts = facts;
    }

    static Attempt read(AttemptFiles files) throws IOException {
        var facts = new Properties();
        try (var reader = Files.newBufferedReader(files.spec())) {
            facts.load(reader);
        }
        return new Attempt(facts);
    }

    /** {@code train}, {@code trial}, {@code score}, {@code sample} or {@code inspect}. */
    String kind() {
        return fact("kind");
    }

    long seed() {
        return Long.parseLong(fact("seed"));
    }

    Resources resources() {
        return new Resources(
                Integer.parseInt(fact("cpus")),
                Integer.parseInt(facts.getProperty("gpus", "0")),
                Long.parseLong(fact("memoryBytes")));
    }

    OptionValues options() {
        Map<String, String> options = new HashMap<>();
        for (String name : facts.stringPropertyNames()) {
            if (name.startsWith("option.")) {
                options.put(name.substring("option.".length()), facts.getProperty(name));
            }
        }
        return new OptionValues(options);
    }

    List<Column> columns() {
        var columns = new ArrayList<Column>();
        String key = "input.dataset.column.";
        // counted from 0 or from 1
        for (int i = facts.containsKey(key + 0) ? 0 : 1; facts.containsKey(key + i); i++) {
            columns.add(ColumnLines.parse(fact(key + i)));
        }
        return columns;
    }

    long rows() {
        return Long.parseLong(fact("input.dataset.rows"));
    }

    /** What is tried, in an attempt of the kind {@code trial}. */
    Trial trial() {
        var parameters = new HashMap<String, String>();
        String prefix = "trial.parameter.";
        for (String name : facts.stringPropertyNames()) {
            if (name.startsWith(prefix)) {
                parameters.put(name.substring(prefix.length()), facts.getProperty(name));
            }
        }
        return new Trial(Integer.parseInt(fact("trial.number")), parameters, Double.parseDouble(fact("trial.budget")));
    }

    String modelTemplateVersion() {
        return fact("model.templateVersion");
    }

    private String fact(String name) {
        String value = facts.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("the attempt's spec lacks \"" + name + "\"");
        }
        return value;
    }
}
