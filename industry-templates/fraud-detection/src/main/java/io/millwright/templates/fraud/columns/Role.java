package io.millwright.templates.fraud.columns;

import io.millwright.plugins.api.ColumnRole;
import io.millwright.plugins.api.ColumnType;
import java.util.List;
import java.util.Set;

/** The parts that columns play, as forms ask for them. Hints are in the languages of those who bring files. */
public final class Role {

    private static final Set<ColumnType> ANY = Set.of(ColumnType.values());
    private static final Set<ColumnType> IDENTITY = Set.of(ColumnType.TEXT, ColumnType.INTEGER, ColumnType.DECIMAL);

    public static final ColumnRole LABEL = new ColumnRole(
            "label",
            "Known outcome",
            "Says yes or no: 1 for fraud and 0 for genuine, or words such as yes and no, fraud and ok.",
            true,
            ANY,
            List.of(
                    "fraud",
                    "betrug",
                    "fraude",
                    "frode",
                    "label",
                    "class",
                    "target",
                    "chargeback",
                    "default",
                    "outcome",
                    "oszustwo",
                    "bedrog",
                    "klasse",
                    "y",
                    "bedrägeri",
                    "svindel",
                    "petos",
                    "churn",
                    "delinquency",
                    "delinquent",
                    "ausfall",
                    "impago",
                    "défaut",
                    "bad",
                    "loan_status",
                    "attrition",
                    "exited",
                    "survived",
                    "death"));
    public static final ColumnRole TIME = new ColumnRole(
            "time",
            "Time",
            "When it happened, e.g. 2018-06-18 14:05:00; without it the split is by chance instead of by time.",
            false,
            ANY,
            List.of(
                    "timestamp",
                    "datetime",
                    "zeitpunkt",
                    "zeitstempel",
                    "horodatage",
                    "transaction_time",
                    "trans_date",
                    "time",
                    "date",
                    "datum",
                    "zeit",
                    "fecha",
                    "hora",
                    "heure",
                    "data_ora",
                    "data",
                    "tijd",
                    "step",
                    "when",
                    "unix",
                    "dt",
                    "ts",
                    "dato",
                    "czas",
                    "moment",
                    "tarih"));
    public static final ColumnRole AMOUNT = new ColumnRole(
            "amount",
            "Amount",
            "How much was paid, e.g. 57.16; currency signs and decimal commas are understood.",
            false,
            Set.of(ColumnType.DECIMAL, ColumnType.INTEGER, ColumnType.TEXT),
            List.of(
                    "amount", "amt", "betrag", "montant", "importe", "importo", "monto", "valor", "kwota", "bedrag",
                    "summe", "umsatz", "value", "price", "total", "sum"));
    public static final ColumnRole CUSTOMER = new ColumnRole(
            "customer",
            "Customer",
            "Who pays: a customer, card or account number that comes again and again.",
            false,
            IDENTITY,
            List.of(
                    "customer",
                    "client",
                    "kunde",
                    "cliente",
                    "klient",
                    "card",
                    "cc_num",
                    "karte",
                    "carte",
                    "tarjeta",
                    "account",
                    "konto",
                    "compte",
                    "cuenta",
                    "payer",
                    "sender",
                    "nameorig",
                    "user",
                    "holder",
                    "pan",
                    "carta",
                    "cartao",
                    "cartão",
                    "karta",
                    "kaart",
                    "conto",
                    "conta",
                    "rekening",
                    "klant",
                    "kund",
                    "member",
                    "subscriber",
                    "iban",
                    "cpf",
                    "titular",
                    "titolare",
                    "policyholder"));
    public static final ColumnRole TERMINAL = new ColumnRole(
            "terminal",
            "Terminal or merchant",
            "Where it was paid, or to whom: a terminal, merchant, shop or recipient that comes again and again.",
            false,
            IDENTITY,
            List.of(
                    "terminal",
                    "merchant",
                    "haendler",
                    "händler",
                    "comercio",
                    "comerciante",
                    "commercant",
                    "commerçant",
                    "esercente",
                    "shop",
                    "store",
                    "tienda",
                    "pos",
                    "payee",
                    "recipient",
                    "receiver",
                    "beneficiary",
                    "empfaenger",
                    "empfänger",
                    "namedest",
                    "device",
                    "estabelecimento",
                    "establecimiento",
                    "negozio",
                    "loja",
                    "winkel",
                    "sklep",
                    "butik",
                    "magasin",
                    "boutique",
                    "vendor",
                    "seller",
                    "counterparty",
                    "geschäft",
                    "filiale",
                    "atm"));
    public static final ColumnRole TRANSACTION = new ColumnRole(
            "transaction",
            "Transaction number",
            "A number or text that names the row; it is not learnt from but repeated in results.",
            false,
            IDENTITY,
            List.of("transaction_id", "transactionid", "trans_num", "tx_id", "txid", "reference", "uuid", "id"));

    /** Never guessed: whether a column is protected is for people to say. */
    public static final ColumnRole PROTECTED = new ColumnRole(
            "protected",
            "Protected attribute",
            "Left out of learning; the report compares what alerts mean for its groups, e.g. gender or age.",
            false,
            ANY,
            List.of());

    public static final List<ColumnRole> ALL = List.of(LABEL, TIME, AMOUNT, CUSTOMER, TERMINAL, TRANSACTION, PROTECTED);

    private Role() {}
}
