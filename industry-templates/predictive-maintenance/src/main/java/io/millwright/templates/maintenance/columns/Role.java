package io.millwright.templates.maintenance.columns;

import io.millwright.plugins.api.ColumnRole;
import io.millwright.plugins.api.ColumnType;
import java.util.List;
import java.util.Set;

/** The parts that columns play, as forms ask for them. Hints are in the languages of those who bring files. */
public final class Role {

    public static final ColumnRole ASSET = new ColumnRole(
            "asset",
            "Machine",
            "Which machine a row is about, e.g. pump 17; without it the file is about one machine.",
            false,
            Set.of(ColumnType.TEXT, ColumnType.INTEGER, ColumnType.DECIMAL),
            List.of(
                    "asset",
                    "machine",
                    "unit",
                    "engine",
                    "maschine",
                    "anlage",
                    "aggregat",
                    "equipo",
                    "maquina",
                    "máquina",
                    "machine_id",
                    "moteur",
                    "macchina",
                    "pump",
                    "pumpe",
                    "turbine",
                    "motor",
                    "bearing",
                    "device",
                    "equipment",
                    "unit_nr",
                    "unit_number",
                    "serial",
                    "vehicle",
                    "truck",
                    "file"));
    public static final ColumnRole TIME = new ColumnRole(
            "time",
            "Time or cycle",
            "When the row was measured: a cycle or hour that counts up for each machine, or a date and time.",
            false,
            Set.of(ColumnType.INTEGER, ColumnType.DECIMAL, ColumnType.DATE, ColumnType.TIMESTAMP, ColumnType.TEXT),
            List.of(
                    "timestamp",
                    "datetime",
                    "zeitstempel",
                    "zeitpunkt",
                    "time",
                    "cycle",
                    "cycles",
                    "time_cycles",
                    "zyklus",
                    "ciclo",
                    "cycle_nr",
                    "zeit",
                    "datum",
                    "date",
                    "fecha",
                    "heure",
                    "hour",
                    "hours",
                    "stunde",
                    "betriebsstunden",
                    "tiempo",
                    "temps",
                    "ora",
                    "step",
                    "day"));
    public static final ColumnRole FAILURE = new ColumnRole(
            "failure",
            "Failure",
            "Says in which rows the machine failed: 1 or yes. Without it, a machine's last row is taken for its failure.",
            false,
            Set.of(ColumnType.INTEGER, ColumnType.BOOLEAN, ColumnType.TEXT, ColumnType.DECIMAL),
            List.of(
                    "failure",
                    "failed",
                    "machine_failure",
                    "ausfall",
                    "defekt",
                    "panne",
                    "fallo",
                    "averia",
                    "guasto",
                    "breakdown",
                    "fault",
                    "event",
                    "fail",
                    "target",
                    "label"));

    public static final List<ColumnRole> ALL = List.of(ASSET, TIME, FAILURE);

    /** Beginnings of names of columns that say under which conditions a machine runs. */
    static final List<String> SETTINGS = List.of(
            "setting",
            "op_setting",
            "operating",
            "os_",
            "regime",
            "mode",
            "betriebsart",
            "betriebs",
            "altitude",
            "speed_set",
            "setpoint",
            "load_set",
            "condition",
            "condicion",
            "last_soll",
            "sollwert");

    private Role() {}
}
