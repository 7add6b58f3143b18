package io.millwright.templates.fraud.ledger;

import io.millwright.plugins.api.RowCursor;
import io.millwright.plugins.api.TableInput;
import io.millwright.plugins.api.TemplateException;
import io.millwright.templates.fraud.columns.ColumnPlan;
import io.millwright.templates.learning.encoding.LabelReader;
import io.millwright.templates.learning.encoding.MomentReader;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.metrics.Order;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a file into memory, behind what a model remembers, in the order of time. */
public final class TransactionReader {

    private final TableInput table;
    private final ColumnPlan plan;
    private final Readers readers;
    private final Dictionary customers = new Dictionary();
    private final Dictionary terminals = new Dictionary();
    private int strays;

    /**
     * @param labels how to read outcomes; null where the file has none
     * @throws TemplateException of kind USER when a column of the plan is missing or cannot be read
     */
    public TransactionReader(TableInput table, TableProfile profile, ColumnPlan plan, @Nullable LabelReader labels)
            throws TemplateException {
        this.table = table;
        this.plan = plan;
        this.readers = Readers.of(profile, plan, labels);
    }

    /** Further columns of the plan that the file lacks; they count as missing values. */
    public List<String> missingExtras() {
        return readers.missingExtras();
    }

    /** Rows of the file whose time was so far from all others that it counts as none. */
    public int strays() {
        return strays;
    }

    public Dictionary customers() {
        return customers;
    }

    public Dictionary terminals() {
        return terminals;
    }

    /** Reads the file; of what is remembered counts what is before the file's first moment. */
    public Transactions read(Remembered memory) {
        FileColumns file = readFile();
        int[] order = order(file);
        int before = plan.time() == null ? 0 : before(memory, file, order);
        Transactions all = new Transactions(before + file.size, file.extras);
        for (int row = 0; row < before; row++) {
            all.fileRow[row] = -1;
            all.time[row] = memory.time()[row];
            all.amount[row] = memory.amount()[row];
            all.customer[row] = customers.number(memory.customer()[row]);
            all.owner[row] = all.customer[row];
            all.terminal[row] = terminals.number(memory.terminal()[row]);
            all.label[row] = memory.label()[row];
            all.ratio[row] = memory.ratio()[row];
            all.deviation[row] = memory.deviation()[row];
        }
        for (int at = 0; at < file.size; at++) {
            int row = before + at;
            int from = order[at];
            boolean timed = file.time[from] != Transactions.NO_TIME;
            all.fileRow[row] = from;
            all.time[row] = file.time[from];
            all.amount[row] = file.amount[from];
            all.customer[row] = timed ? file.customer[from] : Transactions.NOBODY;
            all.owner[row] = file.customer[from];
            all.terminal[row] = timed ? file.terminal[from] : Transactions.NOBODY;
            all.label[row] = file.label[from];
        }
        return all;
    }

    private FileColumns readFile() {
        List<String> names = new ArrayList<>(readers.names());
        FileColumns file = new FileColumns((int) table.rowCount(), plan.extras().size());
        try (RowCursor row = table.open(names)) {
            while (row.next()) {
                file.reserve();
                int at = file.size++;
                file.time[at] = readers.time(row);
                file.amount[at] = readers.amount(row);
                file.customer[at] = customers.number(readers.customer(row));
                file.terminal[at] = terminals.number(readers.terminal(row));
                file.label[at] = readers.label(row);
                for (int extra = 0; extra < file.extras.length; extra++) {
                    file.extras[extra][at] = readers.extra(extra, row, file.time[at]);
                }
            }
        }
        strays = StrayTimes.forget(file.time, file.size);
        return file;
    }

    /** By time, rows without one last; rows of the same moment in the order of the file. */
    private static int[] order(FileColumns file) {
        long[] keys = new long[file.size];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = file.time[row] == Transactions.NO_TIME ? Long.MAX_VALUE : file.time[row];
        }
        return Order.ascending(keys);
    }

    private static int before(Remembered memory, FileColumns file, int[] order) {
        if (file.size == 0 || file.time[order[0]] == MomentReader.MISSING) {
            return memory.size();
        }
        int count = 0;
        while (count < memory.size() && memory.time()[count] < file.time[order[0]]) {
            count++;
        }
        return count;
    }
}
