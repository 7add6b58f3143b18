package io.millwright.templates.fraud.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millwright.plugins.api.OptionValues;
import io.millwright.plugins.api.Report;
import io.millwright.plugins.api.TemplateException;
import io.millwright.plugins.testkit.CsvFiles;
import io.millwright.templates.learning.encoding.TableProfile;
import io.millwright.templates.learning.report.Notes;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns as files of several countries and makers name them. */
class ColumnFinderTest {

    private static final int ROWS = 400;

    private interface Line {
        String of(Random random, int row, LocalDateTime moment);
    }

    private static ColumnPlan plan(String header, Line line) throws Exception {
        Random random = new Random(3);
        StringBuilder csv = new StringBuilder(header + "\n");
        for (int row = 0; row < ROWS; row++) {
            LocalDateTime moment = LocalDateTime.of(2024, 1, 1, 0, 0).plusMinutes(row * 57L);
            csv.append(line.of(random, row, moment)).append('\n');
        }
        TableProfile profile = TableProfile.of(CsvFiles.parse(csv.toString()));
        return new ColumnFinder(profile, new OptionValues(Map.of()), new Notes()).find();
    }

    @Test
    void aTimeOfDayInAColumnOfItsOwn() throws Exception {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("dd/MM/yyyy");
        ColumnPlan plan = plan(
                "fecha,hora,id_cliente,id_comercio,importe,fraude",
                (random, row, moment) -> moment.format(day)
                        + ",%s,C%d,T%d,%d,%s"
                                .formatted(
                                        moment.toLocalTime(),
                                        random.nextInt(30),
                                        random.nextInt(20),
                                        random.nextInt(90),
                                        row % 9 == 0 ? "SI" : "NO"));
        assertThat(plan.time()).isEqualTo("fecha");
        assertThat(plan.clock()).isEqualTo("hora");
        assertThat(plan.customer()).isEqualTo("id_cliente");
        assertThat(plan.terminal()).isEqualTo("id_comercio");
        assertThat(plan.extras()).isEmpty();
    }

    @Test
    void mobileMoneyCountsHoursFromAStart() throws Exception {
        ColumnPlan plan =
                plan("step,type,amount,nameOrig,nameDest,isFraud", (random, row, moment) -> "%d,T%d,%d.5,C%d,C%d,%d"
                        .formatted(
                                1 + row / 4,
                                row % 3,
                                random.nextInt(900),
                                10_000 + row,
                                random.nextInt(40),
                                row % 9 == 0 ? 1 : 0));
        assertThat(plan.time()).isEqualTo("step");
        assertThat(plan.terminal()).isEqualTo("nameDest");
        assertThat(plan.customer()).isNull();
        assertThat(plan.amount()).isEqualTo("amount");
    }

    @Test
    void shuffledPaymentsKeepTheirTime() throws Exception {
        ColumnPlan plan = plan(
                "TransactionID,isFraud,TransactionDT,TransactionAmt,card1", (random, row, moment) -> "%d,%d,%d,%d.5,%d"
                        .formatted(
                                900_000 + row,
                                row % 9 == 0 ? 1 : 0,
                                86_400 + row * 7_919 % ROWS * 900,
                                random.nextInt(90),
                                1_000 + random.nextInt(60)));
        assertThat(plan.time()).isEqualTo("TransactionDT");
        assertThat(plan.customer()).isEqualTo("card1");
    }

    /** A duration is no time, whatever its name has inside. */
    @Test
    void aTermIsNoTime() throws Exception {
        ColumnPlan credit = plan("Alter,Kredithöhe,Laufzeit,Kreditwürdig", (random, row, moment) -> "%d,%d,%d,%s"
                .formatted(
                        20 + random.nextInt(50),
                        random.nextInt(9_000),
                        random.nextInt(60),
                        row % 9 == 0 ? "schlecht" : "gut"));
        assertThat(credit.time()).isNull();
        assertThat(credit.extras()).extracting(Extra::name).contains("Alter", "Kredithöhe", "Laufzeit");
        ColumnPlan patients = plan("age,time,death", (random, row, moment) -> "%d,%d,%d"
                .formatted(40 + random.nextInt(50), random.nextInt(285), row % 4 == 0 ? 1 : 0));
        assertThat(patients.time()).isNull();
        ColumnPlan loans = plan(
                "loan_amount,time_employed,time_at_address,processing_time,default",
                (random, row, moment) -> "%d,%d,%d,%d,%d"
                        .formatted(
                                random.nextInt(9_000),
                                random.nextInt(480),
                                random.nextInt(50_000),
                                random.nextInt(90),
                                row % 9 == 0 ? 1 : 0));
        assertThat(loans.time()).isNull();
        assertThat(loans.extras())
                .extracting(Extra::name)
                .contains("time_employed", "time_at_address", "processing_time");
    }

    /** In a table without time, columns about cards and shops describe rows; only a number of a customer stands for one. */
    @Test
    void whatDescribesACustomerIsNoCustomer() throws Exception {
        ColumnPlan plan = plan(
                "client_number,credit_card_debt,account_turnover,store,default",
                (random, row, moment) -> "%d,%d,%d,Store %s,%d"
                        .formatted(
                                7_000 + row / 2,
                                random.nextInt(9_000),
                                random.nextInt(300),
                                (char) ('A' + random.nextInt(20)),
                                row % 9 == 0 ? 1 : 0));
        assertThat(plan.customer()).isEqualTo("client_number");
        assertThat(plan.terminal()).isNull();
        assertThat(plan.extras())
                .extracting(Extra::name)
                .containsExactly("credit_card_debt", "account_turnover", "store");
    }

    /** A birth, an opening or an expiry is a moment, but not the one of the row. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "birth_date",
                "Geburtsdatum",
                "dob",
                "DateOfBirth",
                "fecha_nacimiento",
                "account_opened",
                "AccountCreatedDate",
                "member_since",
                "signup_time",
                "card_expiry"
            })
    void aBirthIsNoTime(String name) throws Exception {
        ColumnPlan wide = plan("customer_id,income," + name + ",default", (random, row, moment) -> "%d,%d,%s,%d"
                .formatted(row, random.nextInt(9_000), day(random), row % 9 == 0 ? 1 : 0));
        assertThat(wide.time()).isNull();
        assertThat(wide.extras()).extracting(Extra::name).contains(name);
        ColumnPlan payments = plan(name + ",datetime,card,amount,fraud", (random, row, moment) -> "%s,%s,k%d,%d.5,%d"
                .formatted(
                        day(random),
                        moment.format(DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm")),
                        random.nextInt(40),
                        random.nextInt(90),
                        row % 9 == 0 ? 1 : 0));
        assertThat(payments.time()).isEqualTo("datetime");
    }

    /** A name goes before a type. */
    @Test
    void aTimeByNameIsTakenBeforeAnyTimestamp() throws Exception {
        for (String name : List.of("datetime", "created", "created_at", "Buchungsdatum")) {
            ColumnPlan plan =
                    plan("settled," + name + ",card,amount,fraud", (random, row, moment) -> "%s,%s,k%d,%d.5,%d"
                            .formatted(
                                    moment.plusDays(2).format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")),
                                    name.startsWith("created")
                                            ? moment.toEpochSecond(ZoneOffset.UTC)
                                            : moment.format(DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm")),
                                    random.nextInt(40),
                                    random.nextInt(90),
                                    row % 9 == 0 ? 1 : 0));
            assertThat(plan.time()).isEqualTo(name);
        }
    }

    /** What was so before stays so: real timestamps go before days, and both before counts from a start. */
    @Test
    void timestampsGoBeforeDaysAndCounts() throws Exception {
        ColumnPlan days = plan("date,purchase_timestamp,amount,fraud", (random, row, moment) -> "%s,%s,%d.5,%d"
                .formatted(moment.toLocalDate(), moment, random.nextInt(90), row % 9 == 0 ? 1 : 0));
        assertThat(days.time()).isEqualTo("purchase_timestamp");
        ColumnPlan counts = plan("time,booked,amount,fraud", (random, row, moment) -> "%d,%s,%d.5,%d"
                .formatted(row * 31, moment, random.nextInt(90), row % 9 == 0 ? 1 : 0));
        assertThat(counts.time()).isEqualTo("booked");
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(1950, 1, 1).plusDays(random.nextInt(18_000));
    }

    /** A flag or a status of an outcome is the outcome; other columns of two values are not. */
    @Test
    void aFlagOfAnOutcomeIsTheOutcome() throws Exception {
        for (String name : List.of("fraud_flag", "FraudStatus", "default_flag", "loan_status", "chargeback_type")) {
            ColumnPlan plan =
                    plan("time,card,amount," + name + ",is_online", (random, row, moment) -> "%s,k%d,%d.5,%d,%d"
                            .formatted(
                                    moment,
                                    random.nextInt(40),
                                    random.nextInt(90),
                                    row % 9 == 0 ? 1 : 0,
                                    random.nextInt(2)));
            assertThat(plan.label()).isEqualTo(name);
        }
        ColumnPlan plainer = plan("fraud_flag,amount,is_fraud", (random, row, moment) -> "%d,%d.5,%d"
                .formatted(random.nextInt(2), random.nextInt(90), row % 9 == 0 ? 1 : 0));
        assertThat(plainer.label()).isEqualTo("is_fraud");
    }

    /** What is named like an outcome but is none is told, and no other column taken for it. */
    @ParameterizedTest
    @ValueSource(strings = {"0 1 2", "0 1 -1"})
    void anOutcomeOfSeveralNumbersIsRefused(String values) {
        String[] outcomes = values.split(" ");
        assertThatThrownBy(() -> plan("amount,is_online,fraud", (random, row, moment) -> "%d.5,%d,%s"
                        .formatted(random.nextInt(90), random.nextInt(2), outcomes[row % 3])))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("\"fraud\" is named like the outcome")
                .hasMessageContaining(String.join(", ", outcomes));
    }

    /** Files of bank customers know a default in the past beside the outcome. */
    @Test
    void ofSeveralNamesOfOutcomesTheLastColumnIsIt() throws Exception {
        ColumnPlan plan = plan("balance,default,housing,y", (random, row, moment) -> "%d,%s,%s,%s"
                .formatted(
                        random.nextInt(900),
                        row % 7 == 0 ? "yes" : "no",
                        row % 2 == 0 ? "yes" : "no",
                        row % 9 == 0 ? "yes" : "no"));
        assertThat(plan.label()).isEqualTo("y");
        for (String name : List.of("deny", "Purchase", "Bankrupt?", "Risk", "SeriousDlqin2yrs")) {
            assertThat(plan("balance,self," + name, (random, row, moment) -> "%d,%d,%d"
                                    .formatted(random.nextInt(900), random.nextInt(2), row % 9 == 0 ? 1 : 0))
                            .label())
                    .isEqualTo(name);
        }
    }

    @Test
    void whatNumbersThingsIsNotLearntFrom() throws Exception {
        ColumnPlan plan = plan("ID,dose,class", (random, row, moment) -> "%d,%d,%d"
                .formatted(1_000_000 + random.nextInt(3 * ROWS), random.nextInt(90), row % 3 == 0 ? 1 : 0));
        assertThat(plan.extras()).extracting(Extra::name).containsExactly("dose");
    }

    @Test
    void aBalanceAfterThePaymentIsWarnedOf() {
        Notes notes = new Notes();
        Hindsight.tell(List.of("oldbalanceOrg", "newbalanceOrig", "new_device", "Saldo vorher"), notes);
        assertThat(notes.all())
                .singleElement()
                .extracting(Report.Note::text)
                .asString()
                .endsWith(": \"newbalanceOrig\".");
        Notes german = new Notes();
        Hindsight.tell(List.of("Saldo_vor", "Saldo_nach", "limit"), german);
        assertThat(german.all())
                .singleElement()
                .extracting(Report.Note::text)
                .asString()
                .endsWith(": \"Saldo_nach\".");
    }

    @Test
    void ofSeveralColumnsWithTwoValuesNoneIsGuessed() {
        assertThatThrownBy(() -> plan("amount,is_online,is_abroad", (random, row, moment) -> "%d.5,%d,%d"
                        .formatted(random.nextInt(90), random.nextInt(2), random.nextInt(2))))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Columns with two values: is_online, is_abroad");
    }

    @Test
    void otherLanguages() throws Exception {
        ColumnPlan italian =
                plan("data_ora,carta,esercente,importo,frode", (random, row, moment) -> "%s:00,%d,neg%d,%d.10,%s"
                        .formatted(
                                moment,
                                4_000 + random.nextInt(40),
                                random.nextInt(30),
                                random.nextInt(90),
                                row % 9 == 0 ? "vero" : "falso"));
        assertThat(italian.customer()).isEqualTo("carta");
        assertThat(italian.terminal()).isEqualTo("esercente");
        ColumnPlan portuguese = plan(
                "data_hora,cpf_cliente,estabelecimento,valor_transacao,fraude",
                (random, row, moment) -> "%d,%d,loja%d,%d.10,%s"
                        .formatted(
                                moment.toEpochSecond(ZoneOffset.UTC),
                                10_000_000_000L + random.nextInt(50),
                                random.nextInt(30),
                                random.nextInt(90),
                                row % 9 == 0 ? "sim" : "não"));
        assertThat(portuguese.time()).isEqualTo("data_hora");
        assertThat(portuguese.customer()).isEqualTo("cpf_cliente");
        assertThat(portuguese.terminal()).isEqualTo("estabelecimento");
        assertThat(portuguese.amount()).isEqualTo("valor_transacao");
    }
}
