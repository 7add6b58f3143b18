import io.millwright.plugins.api.Resources;
import io.millwright.plugins.api.Template;
import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.ImageSets;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateRun;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.zip.ZipFile;

/**
 * Trains the template on the class path and scores with it, in a JVM of its own. Arguments: what to learn from, what to score (files
 * one after the other, joined as a class path is), the folder for results, the seed, and options as name=value. A table is a CSV file, a
 * set of images a zip. Writes result-0.csv and so on, and prints what it took, as lines of name=value.
 */
final class TrainAndScore {

    private TrainAndScore() {}

    public static void main(String[] arguments) throws Exception {
        var out = Path.of(arguments[2]);
        var options = new HashMap<String, String>();
        for (var option : List.of(arguments).subList(4, arguments.length)) {
            options.put(option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
        }
        var learn = read(Path.of(arguments[0]));
        var asks = new ArrayList<MemoryTable>();
        for (var file : arguments[1].split(File.pathSeparator)) {
            asks.add(read(Path.of(file)));
        }
        var known = new HashMap<String, String>();
        ServiceLoader.load(Template.class).findFirst().orElseThrow().descriptor().options().stream()
                .filter(option -> options.containsKey(option.name()))
                .forEach(option -> known.put(option.name(), options.get(option.name())));
        options.forEach((name, value) -> {
            if (name.startsWith("column.")) {
                known.put(name, value);
            }
        });
        var run = TemplateRun.of(() -> ServiceLoader.load(Template.class).findFirst().orElseThrow(), out.resolve("run"))
                .withResources(new Resources(Integer.getInteger("threads", 1), 0, 2L << 30))
                .withSeed(Long.parseLong(arguments[3]))
                .withOptions(known);
        var begin = System.nanoTime();
        var model = run.train(learn);
        var trained = System.nanoTime();
        var rows = 0L;
        for (var at = 0; at < asks.size(); at++) {
            write(run.score(model, asks.get(at)).result(), out.resolve("result-" + at + ".csv"));
            rows += asks.get(at).rowCount();
        }
        var once = System.nanoTime();
        for (var ask : asks) {
            run.score(model, ask);
        }
        var twice = System.nanoTime();
        System.out.println("options=" + known);
        System.out.printf("train=%.2f%n", (trained - begin) / 1e9);
        System.out.printf("score=%.2f%n", (once - trained) / 1e9);
        System.out.printf("micros=%.2f%n", (twice - once) / 1e3 / rows);
        System.out.println("cpu=" + ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1000.0);
        System.out.println("peak=" + Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:")).findFirst().orElseThrow().replaceAll("[^0-9]", ""));
        model.report().metrics().forEach(metric -> System.out.println("told." + metric.name() + "=" + metric.value()));
    }

    private static MemoryTable read(Path file) throws IOException {
        return file.toString().endsWith(".zip") ? images(file) : CsvFiles.read(file);
    }

    private static MemoryTable images(Path file) throws IOException {
        Map<String, byte[]> images = new LinkedHashMap<>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().filter(one -> !one.isDirectory()).toList()) {
                images.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return ImageSets.of(images);
    }

    private static void write(MemoryTable table, Path file) throws IOException {
        var columns = new ArrayList<List<String>>();
        for (var column : table.columns()) {
            columns.add(table.texts(column.name()).stream()
                    .map(text -> text == null ? "" : '"' + text.replace("\"", "\"\"") + '"')
                    .toList());
        }
        try (var out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", table.columns().stream().map(column -> '"' + column.name() + '"').toList()) + "\n");
            for (var row = 0; row < table.rowCount(); row++) {
                for (var column = 0; column < columns.size(); column++) {
                    out.write((column == 0 ? "" : ",") + columns.get(column).get(row));
                }
                out.write("\n");
            }
        }
    }
}
