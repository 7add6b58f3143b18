package io.millwright.governance.datasets.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * Values of a workbook's cells as texts. Excel has no dates, only numbers of days that are shown as dates.
 *
 * @param from1904 whether days are counted from 1904, as on old Macs
 */
record WorkbookCells(boolean from1904) {

    private static final LocalDate FIRST = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_1904 = LocalDate.of(1904, 1, 1);
    private static final double LAST_DAY = 2_958_466;
    private static final double WHOLE = 1e15;
    private static final long MILLIS = 86_400_000;

    /** The value, of a formula its last result; null when there is none, or an error. */
    @Nullable
    String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return null;
        }
        return switch (cell.getValue()) {
            case null -> null;
            case Boolean truth -> truth.toString();
            case BigDecimal number -> number(number, isDate(cell));
            case Object other -> other.toString().isBlank() ? null : other.toString();
        };
    }

    /** Whether a cell holds text, as names of columns do. */
    boolean isName(@Nullable Cell cell) {
        return cell != null && cell.getType() == CellType.STRING;
    }

    private String number(BigDecimal number, boolean date) {
        var value = number.doubleValue();
        if (date && value >= 0 && value < LAST_DAY) {
            return moment(value);
        }
        return value == Math.rint(value) && Math.abs(value) < WHOLE
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private String moment(double days) {
        var millis = Math.round((days - Math.floor(days)) * MILLIS);
        var day = (from1904 ? FIRST_1904 : FIRST).plusDays((long) Math.floor(days));
        if (days < 1) {
            return LocalDateTime.of(day, java.time.LocalTime.MIN)
                    .plus(millis, ChronoUnit.MILLIS)
                    .toLocalTime()
                    .toString();
        }
        return millis == 0
                ? day.toString()
                : day.atStartOfDay().plus(millis, ChronoUnit.MILLIS).toString();
    }

    private static boolean isDate(Cell cell) {
        var id = cell.getDataFormatId();
        if (id == null) {
            return false;
        }
        if ((id >= 14 && id <= 22) || (id >= 45 && id <= 47)) {
            return true;
        }
        var pattern = cell.getDataFormatString();
        // Texts in quotes, colours and conditions in brackets, and escaped characters say nothing.
        return pattern != null
                && pattern.replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.", "")
                        .toLowerCase(java.util.Locale.ROOT)
                        .matches(".*[ymdhs].*")
                && !pattern.equalsIgnoreCase("general");
    }
}
