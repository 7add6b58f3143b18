package io.millwright.governance.datasets.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Excel workbooks, as spreadsheets write them. */
class WorkbookTest {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    @TempDir
    Path folder;

    private Reading reading;

    @BeforeEach
    void setUp() {
        reading = new Reading(folder);
    }

    @Test
    void readsDatesFormulasAndGapsBelowATitle() throws IOException {
        var result = reading.bytes(workbook("""
                <row r="2"><c r="B2" t="inlineStr"><is><t>Sales of 2026</t></is></c></row>
                <row r="4"><c r="B4" t="inlineStr"><is><t>day</t></is></c><c r="C4" t="inlineStr"><is><t>store</t></is></c>\
                <c r="D4" t="inlineStr"><is><t>amount</t></is></c></row>
                <row r="5"><c r="B5" s="1"><v>46053</v></c><c r="C5" t="inlineStr"><is><t>Köln</t></is></c>\
                <c r="D5"><v>2.5</v></c></row>
                <row r="7"><c r="B7" s="1"><v>46054</v></c><c r="D7"><f>D5*2</f><v>5</v></c></row>
                """));
        assertThat(result.types()).isEqualTo("[day:DATE, store:TEXT, amount:DECIMAL]");
        assertThat(result.canonical()).isEqualTo("day,store,amount\n2026-01-31,Köln,2.5\n2026-02-01,,5.0\n");
        assertThat(result.files().format().header()).isTrue();
        assertThat(result.files().format().notes())
                .containsExactly("The workbook has 2 sheets; \"Data\", the first with rows, was read.");
    }

    @Test
    void namesTheColumnsOfSheetsWithoutNames() throws IOException {
        var result = reading.bytes(workbook("""
                <row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>0.1</v></c></row>
                <row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>0.2</v></c></row>
                """));
        assertThat(result.canonical()).isEqualTo("column1,column2\n1,0.1\n2,0.2\n");
    }

    @Test
    void refusesWhatIsNoTable() throws IOException {
        assertThat(reading.refusal(workbook("")).code()).isEqualTo("file-empty");
        assertThat(reading.refusal(workbook("<row r=\"1\"><c r=\"A1\"><v>1</row>"))
                        .code())
                .isEqualTo("excel-invalid");
        assertThat(reading.refusal(workbook("<row r=\"1\"><c r=\"A1\"><v>&lol;</v></c></row>"))
                        .code())
                .isEqualTo("excel-invalid");
        assertThat(reading.refusal(workbook("<row r=\"1\"></row>" + " ".repeat(80 << 20)))
                        .code())
                .isEqualTo("file-expands-too-much");
    }

    private static byte[] workbook(String rows) throws IOException {
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType="
                        + "\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/styles.xml\" ContentType="
                        + "\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>");
        parts.put("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
        parts.put(
                "xl/workbook.xml",
                "<workbook " + MAIN + "><sheets><sheet name=\"Cover\" sheetId=\"1\" r:id=\"rId1\"/>"
                        + "<sheet name=\"Data\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations(
                        "worksheet",
                        "worksheets/sheet1.xml",
                        "worksheet",
                        "worksheets/sheet2.xml",
                        "styles",
                        "styles.xml"));
        parts.put(
                "xl/styles.xml",
                "<styleSheet " + MAIN
                        + "><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        parts.put("xl/worksheets/sheet1.xml", sheet(""));
        parts.put("xl/worksheets/sheet2.xml", sheet(rows));
        return zip(parts);
    }

    private static String sheet(String rows) {
        return "<worksheet " + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static String relations(String... typesAndTargets) {
        var xml = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (var i = 0; i < typesAndTargets.length; i += 2) {
            xml.append("<Relationship Id=\"rId").append(i / 2 + 1);
            xml.append("\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/");
            xml.append(typesAndTargets[i])
                    .append("\" Target=\"")
                    .append(typesAndTargets[i + 1])
                    .append("\"/>");
        }
        return xml.append("</Relationships>").toString();
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write((XML + part.getValue()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
