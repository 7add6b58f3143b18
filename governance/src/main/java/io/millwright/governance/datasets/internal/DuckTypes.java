package io.millwright.governance.datasets.internal;

import io.millwright.governance.datasets.ColumnType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Our types and those of DuckDB. */
final class DuckTypes {

    private DuckTypes() {}

    static String of(ColumnType type) {
        return switch (type) {
            case INTEGER -> "BIGINT";
            case DECIMAL -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case TEXT -> "VARCHAR";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
        };
    }

    /** Our type for one of DuckDB's; null when there is none. */
    static @Nullable ColumnType from(String type) {
        var name = type.toUpperCase(Locale.ROOT);
        if (name.endsWith("]") || name.startsWith("STRUCT") || name.startsWith("MAP")) {
            return null;
        }
        if (name.startsWith("DECIMAL")) {
            return ColumnType.DECIMAL;
        }
        if (name.startsWith("ENUM")) {
            return ColumnType.TEXT;
        }
        return switch (name) {
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" -> ColumnType.INTEGER;
            case "FLOAT", "DOUBLE" -> ColumnType.DECIMAL;
            case "BOOLEAN" -> ColumnType.BOOLEAN;
            case "VARCHAR", "UUID", "UBIGINT", "HUGEINT", "UHUGEINT" -> ColumnType.TEXT;
            case "DATE" -> ColumnType.DATE;
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE" ->
                ColumnType.TIMESTAMP;
            default -> null;
        };
    }

    /** A name as an SQL identifier. */
    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text as an SQL literal. */
    static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
