package io.millwright.templates.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.api.Understanding;
import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.plugins.testkit.MemoryTable;
import io.millwright.plugins.testkit.TemplateRun;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which question files of many layouts are found to answer, and which columns play which part. */
class QuestionsTest {

    @TempDir
    Path folder;

    @Test
    void livesOfDifferentLengthsHaveEnded() throws Exception {
        assertThat(options(machines("Motor-ID;Betriebsstunden;Schwingung;Öldruck", row -> "")))
                .containsEntry("task", "remaining life")
                .containsEntry("column.asset", "Motor-ID")
                .containsEntry("column.time", "Betriebsstunden");
    }

    @Test
    void aSensorOfTheMotorIsNoMachine() throws Exception {
        assertThat(options(machines("équipement;cycles;motor_current;vibration", row -> "")))
                .containsEntry("column.asset", "équipement")
                .containsEntry("column.time", "cycles");
    }

    @Test
    void remainingLifeMayBeGiven() throws Exception {
        MemoryTable file = machines("unit;cycle;vibration;pressure;RUL", row -> ";" + (200 - row));
        assertThat(options(file)).containsEntry("task", "remaining life").containsEntry("column.life", "RUL");
    }

    @Test
    void theTimeOfFailureMayBeGiven() throws Exception {
        MemoryTable file = machines("unit;cycle;vibration;pressure;failure_time", row -> ";170");
        assertThat(options(file))
                .containsEntry("task", "remaining life")
                .containsEntry("column.failureTime", "failure_time");
    }

    @Test
    void filesThatEachCountTheirOwnMachines() throws Exception {
        StringBuilder csv = new StringBuilder("file,unit,cycle,vibration\n");
        Random random = new Random(1);
        for (int file = 1; file <= 3; file++) {
            for (int unit = 1; unit <= 3; unit++) {
                int life = 30 + random.nextInt(30);
                for (int cycle = 1; cycle <= life; cycle++) {
                    csv.append("plant")
                            .append(file)
                            .append(".csv,")
                            .append(unit)
                            .append(',')
                            .append(cycle);
                    csv.append(',')
                            .append(number(1.0 * cycle / life + 0.1 * random.nextGaussian()))
                            .append('\n');
                }
            }
        }
        Understanding understood = inspect(CsvFiles.parse(csv.toString()));
        assertThat(understood.facts().get("Machines")).startsWith("9,");
        assertThat(notes(understood)).contains("told apart by the file");
    }

    @Test
    void aFileForEachMachine() throws Exception {
        assertThat(options(machines("file;zeit;vibration;pressure", row -> "")))
                .containsEntry("task", "remaining life")
                .containsEntry("column.asset", "file");
    }

    @Test
    void machinesWatchedForTheSameTimeHaveNotFailed() throws Exception {
        StringBuilder csv = new StringBuilder("machine,cycle,vibration,pressure\n");
        Random random = new Random(1);
        for (int machine = 1; machine <= 6; machine++) {
            for (int cycle = 1; cycle <= 100; cycle++) {
                csv.append(machine).append(',').append(cycle).append(',');
                csv.append(number(random.nextGaussian())).append(',');
                csv.append(number(random.nextGaussian())).append('\n');
            }
        }
        Understanding understood = inspect(CsvFiles.parse(csv.toString()));
        assertThat(understood.options()).containsEntry("task", "odd behaviour");
        assertThat(notes(understood)).contains("watched until the same time");
    }

    @Test
    void workpiecesWithoutNames() throws Exception {
        MemoryTable file = Simulated.milling("column1,column2,column3,column4,column5,column6", 1_000, 1, false);
        Understanding understood = inspect(file);
        assertThat(understood.options()).containsEntry("task", "failure").containsEntry("column.failure", "column6");
        assertThat(notes(understood)).contains("\"column6\" was taken for the failure");
    }

    @Test
    void repairedMachinesInFrench() throws Exception {
        MemoryTable file = Simulated.repaired("équipement,heure,modèle,vibration,pression,courant,panne", 12, 400, 1);
        Understanding understood = inspect(file);
        assertThat(understood.options())
                .containsEntry("task", "failure")
                .containsEntry("column.asset", "équipement")
                .containsEntry("column.failure", "panne");
        assertThat(understood.task()).contains("will fail within");
    }

    @Test
    void mostDrivesThatNeverFailAreNotLives() throws Exception {
        StringBuilder csv = new StringBuilder("date,serial_number,smart_5,smart_187,failure\n");
        Random random = new Random(1);
        for (int drive = 0; drive < 60; drive++) {
            int days = drive < 12 ? 20 + random.nextInt(40) : 60;
            for (int day = 0; day < days; day++) {
                boolean fails = drive < 12 && day == days - 1;
                csv.append(String.format(Locale.ROOT, "2024-%02d-%02d,Z%03d,", 1 + day / 28, 1 + day % 28, drive));
                csv.append(drive < 12 && days - day < 10 ? 5 + random.nextInt(9) : random.nextInt(4))
                        .append(',');
                csv.append(random.nextInt(3)).append(',').append(fails ? 1 : 0).append('\n');
            }
        }
        assertThat(options(CsvFiles.parse(csv.toString())))
                .containsEntry("task", "failure")
                .containsEntry("column.asset", "serial_number")
                .containsEntry("column.time", "date");
    }

    @Test
    void theQuestionCanBeChosen() throws Exception {
        MemoryTable file = machines("unit;cycle;vibration;pressure", row -> "");
        assertThat(run(Map.of("task", "odd behaviour")).inspect(file).options()).containsEntry("task", "odd behaviour");
        assertThatThrownBy(() -> run(Map.of("task", "failure")).inspect(file))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("No column says where machines failed");
        assertThatThrownBy(() -> run(Map.of("task", "weather")).inspect(file))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("\"task\" is \"weather\"");
    }

    @Test
    void wordsTellConditionsApart() throws Exception {
        MemoryTable file = machines("unit;cycle;vibration;pressure;regime", row -> row % 3 == 0 ? ";cool" : ";hot");
        assertThat(inspect(file).facts()).containsEntry("Conditions", "2");
    }

    @Test
    void aTextOfAMillionSortsIsNotLearntFrom() throws Exception {
        int[] row = {0};
        MemoryTable file = machines("unit;cycle;vibration;pressure;remark", number -> ";remark " + row[0]++);
        assertThat(notes(inspect(file))).contains("Not learnt from").contains("\"remark\"");
    }

    @Test
    void theOrderOfRowsDoesNotMatter() throws Exception {
        MemoryTable stream = Simulated.stream("time,mode,current,heat,humidity", 300, 1, Simulated.Trouble.NONE, 0, 0);
        StringBuilder csv = new StringBuilder("time,mode,current,heat,humidity\n");
        for (int row = 299; row >= 0; row--) {
            csv.append(stream.texts("time").get(row))
                    .append(',')
                    .append(stream.texts("mode").get(row))
                    .append(',');
            csv.append(stream.texts("current").get(row))
                    .append(',')
                    .append(stream.texts("heat").get(row))
                    .append(',');
            csv.append(stream.texts("humidity").get(row)).append('\n');
        }
        assertThat(run(Map.of()).train(CsvFiles.parse(csv.toString())).report().metrics())
                .isEqualTo(run(Map.of()).train(stream).report().metrics());
    }

    @Test
    void aTimeThatCannotBeReadIsRefused() throws Exception {
        MemoryTable file = machines("unit;cycle;vibration;pressure;when", row -> ";soon");
        assertThatThrownBy(() -> run(Map.of("column.time", "when")).inspect(file))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("\"when\" holds no moments that can be read");
    }

    @Test
    void tooManySortsOfFailureAreRefused() throws Exception {
        int[] row = {0};
        MemoryTable file = machines("unit;cycle;vibration;pressure;remark", number -> ";remark " + row[0]++);
        assertThatThrownBy(() -> run(Map.of("column.failure", "remark")).inspect(file))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("too many for sorts of failures");
    }

    @Test
    void aColumnOfFailuresThatTellsOfNoneLeavesOddBehaviour() throws Exception {
        MemoryTable file = machines("unit;cycle;vibration;pressure;failure", row -> ";0");
        Understanding understood = inspect(file);
        assertThat(understood.options()).containsEntry("task", "odd behaviour");
        assertThat(notes(understood)).contains("\"failure\" tells of no failure");
        Map<String, String> chosen = Map.of("task", "remaining life", "column.failure", "failure");
        assertThat(notes(run(chosen).inspect(file))).contains("each machine's last row is its failure");
    }

    @Test
    void aStateThatIsAlwaysTheSameIsLookedPast() throws Exception {
        Understanding understood = inspect(machines("unit;cycle;vibration;pressure;status", row -> ";OK"));
        assertThat(understood.options()).containsEntry("task", "remaining life").doesNotContainKey("column.failure");
        assertThat(notes(understood)).contains("\"status\" is the same in every row");
    }

    @Test
    void maintenanceIsNoFailure() throws Exception {
        Random random = new Random(2);
        StringBuilder csv = new StringBuilder("machine,cycle,vibration,event\n");
        for (int machine = 1; machine <= 12; machine++) {
            int life = 50 + random.nextInt(50);
            for (int cycle = 1; cycle <= life; cycle++) {
                String last = machine % 2 == 0 ? "Ausfall" : "geplante Wartung";
                csv.append(machine).append(',').append(cycle).append(',');
                csv.append(number(2.0 * cycle / life + random.nextGaussian())).append(',');
                csv.append(cycle == life ? last : cycle % 40 == 0 ? "Inspektion" : "")
                        .append('\n');
            }
        }
        Understanding understood = inspect(CsvFiles.parse(csv.toString()));
        assertThat(understood.options()).containsEntry("task", "remaining life");
        assertThat(understood.facts()).containsEntry("Machines", "12, of which 6 were seen to fail");
        assertThat(notes(understood)).contains("tell of maintenance").contains("\"geplante Wartung\"");
    }

    @Test
    void theStateOfAPartIsASensor() throws Exception {
        assertThat(options(machines("unit;cycle;vibration;pressure;heater_status", row -> row % 3 == 0 ? ";1" : ";0")))
                .containsEntry("task", "remaining life")
                .doesNotContainKey("column.failure");
    }

    @Test
    void aFanOfAPumpIsAPart() throws Exception {
        assertThat(options(machines("pump;cycle;vibration;pressure;fan_status", row -> row % 3 == 0 ? ";1" : ";0")))
                .doesNotContainKey("column.failure");
        assertThat(options(machines("fan_id;cycle;vibration;pressure;fan_status", row -> row % 30 == 0 ? ";1" : ";0")))
                .containsEntry("column.failure", "fan_status");
        assertThat(options(machines("unit;cycle;vibration;pressure;status", row -> row % 3 == 0 ? ";on" : ";off")))
                .doesNotContainKey("column.failure");
    }

    @Test
    void aDayAndATimeOfDayAreTheTime() throws Exception {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("Anlage,Datum,Uhrzeit,Schwingung\n");
        for (int row = 0; row < 400; row++) {
            csv.append("%d,%02d.03.2022,%02d:00,".formatted(row % 2, 1 + row / 48, row / 2 % 24));
            csv.append(number(random.nextGaussian())).append('\n');
        }
        MemoryTable file = CsvFiles.parse(csv.toString());
        Understanding understood = inspect(file);
        assertThat(notes(understood)).contains("\"Datum Uhrzeit\" is the time");
        assertThat(notes(run(Map.of("column.time", "Datum")).inspect(file))).contains("\"Datum Uhrzeit\" is the time");
        assertThat(understood.options()).doesNotContainKey("column.time");
    }

    @Test
    void aDateInThreeColumnsIsTheTime() throws Exception {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("Drive,Year,Month,Day,temperature,errors,failure\n");
        for (int machine = 1; machine <= 12; machine++) {
            int life = 40 + random.nextInt(60);
            for (int day = 0; day < life; day++) {
                LocalDate date = LocalDate.of(2021, 11, 1).plusDays(day);
                csv.append(machine + "," + date.getYear() + "," + date.getMonthValue() + "," + date.getDayOfMonth());
                csv.append("," + number(30 + random.nextGaussian()) + "," + number(1.0 * day / life));
                csv.append(day == life - 1 ? ",1\n" : ",0\n");
            }
        }
        MemoryTable file = CsvFiles.parse(csv.toString());
        Understanding understood = inspect(file);
        assertThat(notes(understood)).contains("\"Year-Month-Day\" is the time");
        assertThat(understood.options()).containsEntry("task", "remaining life").doesNotContainKey("column.time");
        assertThat(understood.facts().get("Typical life")).endsWith("days");
        TemplateRun run = run(Map.of("preset", "quick"));
        assertThat(run.score(run.train(file), file.without("failure")).result().texts("Year-Month-Day"))
                .startsWith("2021-11-01");
    }

    @Test
    void aPumpThatIsOnOrOffIsASensor() throws Exception {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("timestamp,pump,temperature\n");
        for (int row = 0; row < 400; row++) {
            csv.append(String.format(Locale.ROOT, "2025-03-%02d %02d:00:00,", 1 + row / 24, row % 24));
            csv.append(random.nextInt(2))
                    .append(',')
                    .append(number(random.nextGaussian()))
                    .append('\n');
        }
        assertThat(options(CsvFiles.parse(csv.toString()))).doesNotContainKey("column.asset");
    }

    @Test
    void filesOfDaysAreNoLives() throws Exception {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("file,timestamp,temperature,pressure\n");
        for (int day = 1; day <= 12; day++) {
            int rows = 15 + random.nextInt(9);
            for (int row = 0; row < rows; row++) {
                csv.append(String.format(Locale.ROOT, "log%02d.csv,2025-03-%02d %02d:00:00,", day, day, row));
                csv.append(number(random.nextGaussian()))
                        .append(',')
                        .append(number(random.nextGaussian()))
                        .append('\n');
            }
        }
        MemoryTable file = CsvFiles.parse(csv.toString());
        Understanding understood = inspect(file);
        assertThat(understood.options()).containsEntry("task", "odd behaviour");
        assertThat(notes(understood)).contains("may be a stretch of time");
        assertThat(run(Map.of("task", "remaining life")).inspect(file).options())
                .containsEntry("task", "remaining life");
    }

    /** Twelve machines that vibrate more and more; further columns by row. */
    private static MemoryTable machines(String header, IntFunction<String> more) {
        Random random = new Random(3);
        StringBuilder csv = new StringBuilder(header.replace(';', ',')).append('\n');
        for (int machine = 1; machine <= 12; machine++) {
            int life = 60 + random.nextInt(90);
            for (int row = 1; row <= life; row++) {
                csv.append('M').append(machine).append(',').append(row).append(',');
                csv.append(number(2 + 2.0 * row / life + 0.2 * random.nextGaussian()))
                        .append(',');
                csv.append(number(5 + random.nextGaussian()));
                csv.append(more.apply(row).replace(';', ',')).append('\n');
            }
        }
        return CsvFiles.parse(csv.toString());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private Map<String, String> options(MemoryTable file) throws Exception {
        return inspect(file).options();
    }

    private Understanding inspect(MemoryTable file) throws Exception {
        return run(Map.of()).inspect(file);
    }

    private static String notes(Understanding understood) {
        return String.join(
                "\n", understood.notes().stream().map(Report.Note::text).toList());
    }

    private TemplateRun run(Map<String, String> options) {
        return TemplateRun.of(PredictiveMaintenance::new, folder).withOptions(new HashMap<>(options));
    }
}
