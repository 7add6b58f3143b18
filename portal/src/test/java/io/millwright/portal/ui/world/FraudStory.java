package io.millwright.portal.ui.world;

import io.millwright.plugins.api.ColumnRole;
import io.millwright.plugins.api.ColumnType;
import io.millwright.plugins.api.DataKind;
import io.millwright.plugins.api.EngineRequirement;
import io.millwright.plugins.api.OptionSpec;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.Right;
import io.millwright.plugins.api.TemplateDescriptor;
import io.millwright.plugins.api.Understanding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A template as rich as real ones. */
final class FraudStory {

    static final TemplateDescriptor DESCRIPTOR = new TemplateDescriptor(
            "fraud-detection",
            "1.0.0",
            "Fraud detection",
            "Banking and payments",
            "Finds the cards that are being misused, and says what checking them is worth.",
            """
            Learns from past transactions which cards are compromised and ranks new transactions, so that a team that can \
            check a hundred cards a day checks the right hundred.

            It builds spending and terminal-risk features over 1, 7 and 30 days, splits by time and calibrates its scores.""",
            List.of(
                    new ColumnRole(
                            "label",
                            "Fraud",
                            "1 for fraud, 0 for genuine, e.g. TX_FRAUD",
                            true,
                            Set.of(ColumnType.INTEGER, ColumnType.BOOLEAN),
                            List.of("fraud", "label", "class")),
                    new ColumnRole(
                            "time",
                            "Time",
                            "When the payment was made, e.g. 2018-08-14 10:22",
                            false,
                            Set.of(ColumnType.TIMESTAMP, ColumnType.INTEGER),
                            List.of("datetime", "time", "date")),
                    new ColumnRole(
                            "amount",
                            "Amount",
                            "What was paid, e.g. 57.16",
                            false,
                            Set.of(ColumnType.DECIMAL, ColumnType.INTEGER),
                            List.of("amount", "value")),
                    new ColumnRole(
                            "customer",
                            "Customer",
                            "Who paid: card or customer number",
                            false,
                            Set.of(ColumnType.INTEGER, ColumnType.TEXT),
                            List.of("customer", "card")),
                    new ColumnRole(
                            "terminal",
                            "Terminal",
                            "Where: terminal or merchant number",
                            false,
                            Set.of(ColumnType.INTEGER, ColumnType.TEXT),
                            List.of("terminal", "merchant"))),
            List.of(
                    OptionSpec.integer(
                            "alertsPerDay",
                            "Alerts a day",
                            "Cards that your team can check each day.",
                            100,
                            1,
                            100_000),
                    OptionSpec.preset(),
                    OptionSpec.integer("labelDelayDays", "Label delay", "Days until a fraud is known.", 7, 0, 90)
                            .asAdvanced(),
                    OptionSpec.decimal("learningRate", "Learning rate", "Step of each tree.", .08, .001, 1)
                            .asAdvanced()),
            Set.of(Right.NATIVE_ENGINE, Right.GPU, Right.PERSONAL_DATA),
            List.of(new EngineRequirement("xgboost", "3.4.0")),
            DataKind.TABLE,
            TemplateDescriptor.Answers.ROWS,
            TemplateDescriptor.RiskClass.LIMITED);

    static final Understanding UNDERSTOOD = new Understanding(
            "Find the fraudulent ones among 403,204 payments of 58 days",
            facts(),
            List.of(
                    new Report.Note(
                            Report.Note.Level.INFO, "Judged on the last week, with labels that arrive 7 days late."),
                    new Report.Note(
                            Report.Note.Level.WARNING,
                            "COUNTRY is missing in 3 % of the rows; those are a group of their own.")),
            Map.of(
                    "column.label", "TX_FRAUD",
                    "column.time", "TX_DATETIME",
                    "column.amount", "TX_AMOUNT",
                    "column.customer", "CUSTOMER_ID",
                    "labelDelayDays", "14",
                    "alertsPerDay", "70"),
            List.of(
                    new Understanding.Estimate("quick", 31, 900L << 20),
                    new Understanding.Estimate("balanced", 95, 1_400L << 20),
                    new Understanding.Estimate("best", 1_900, 2_300L << 20)));

    private FraudStory() {}

    private static Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("Period", "18 June to 14 August 2018");
        facts.put("Entities", "4,990 customers pay at 9,981 terminals");
        facts.put("Fraud", "0.8 % of the payments");
        facts.put("Validation", "By time: the last 7 days");
        return facts;
    }
}
