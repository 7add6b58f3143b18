package io.millwright.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.millwright.portal.testing.Api;
import io.millwright.portal.testing.PortalTest;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class UploadsTest {

    private static final String FILE = "amount,fraud\n1.5,false\n2.5,true\n,false\n";

    @Autowired
    Api api;

    @Test
    void a_file_becomes_a_dataset_to_look_at_and_to_take_away() {
        var engineer = api.as("acme-engineer");
        var created = engineer.upload("/tenants/acme/datasets", "name", "Cards", "file", FILE);
        var dataset = created.expect(201);
        var path = created.header("Location");
        assertThat(dataset.get("name").asString()).isEqualTo("Cards");
        assertThat(dataset.get("rows").asLong()).isEqualTo(3);
        assertThat(dataset.get("columns").size()).isEqualTo(2);
        var profile = engineer.get(path + "/profile").expect(200);
        assertThat(profile.get("columns").get(0).get("missing").asLong()).isEqualTo(1);
        assertThat(engineer.get(path + "/versions/1/rows")
                        .expect(200)
                        .get("items")
                        .size())
                .isEqualTo(3);
        assertThat(engineer.get(path + "/lineage").expect(200).get("kind").asString())
                .isEqualTo("UPLOADED");
        var content = engineer.get(path + "/content");
        assertThat(content.text()).isEqualTo(FILE);
        assertThat(content.header("Content-Disposition")).startsWith("attachment");
        assertThat(content.header("Content-Length")).isEqualTo("" + FILE.length());
        assertThat(engineer.get(path + "/content?format=word").code()).isEqualTo("field-invalid");
        assertThat(engineer.send("DELETE", path + "?reason=test", null, null).status())
                .isEqualTo(204);
        assertThat(engineer.get(path).status()).isEqualTo(404);
    }

    @Test
    void a_profile_says_which_series_a_table_holds() {
        var engineer = api.as("acme-engineer");
        var file = new StringBuilder("day,shop,sold\n");
        for (var day = LocalDate.parse("2025-01-01"); day.getMonthValue() < 3; day = day.plusDays(1)) {
            file.append(day).append(",north,5\n").append(day).append(",south,7\n");
        }
        var path = engineer.upload("/tenants/acme/datasets", "name", "Shops", "file", file.toString())
                .header("Location");

        var series = engineer.get(path + "/profile").expect(200).get("series");

        assertThat(series.get("layout").asString()).isEqualTo("LONG");
        assertThat(series.get("keys").get(0).asString()).isEqualTo("shop");
        assertThat(series.get("frequency").get("unit").asString()).isEqualTo("DAY");
        assertThat(series.get("count").asLong()).isEqualTo(2);
        assertThat(series.get("gaps").asLong()).isZero();
    }

    @Test
    void the_name_may_come_after_the_file() {
        var dataset = api.as("acme-engineer")
                .upload("/tenants/acme/datasets", "file", FILE, "name", "Late name")
                .expect(201);
        assertThat(dataset.get("name").asString()).isEqualTo("Late name");
    }

    @Test
    void a_bad_file_is_refused_with_the_line() {
        var answer = api.as("acme-engineer")
                .upload("/tenants/acme/datasets", "name", "Ragged", "file", "a,b,c\n1,2,3\n4,5\n");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("detail").asString()).contains("3");
        assertThat(api.as("acme-engineer").get("/tenants/acme/datasets").text()).doesNotContain("Ragged");
    }

    @Test
    void what_is_no_form_or_holds_no_file_is_refused() {
        var engineer = api.as("acme-engineer");
        assertThat(engineer.post("/tenants/acme/datasets", "{}").status()).isEqualTo(415);
        assertThat(engineer.upload("/tenants/acme/datasets", "name", "Empty").code())
                .isEqualTo("file-missing");
        assertThat(engineer.upload("/tenants/acme/datasets", "nmae", "X", "file", FILE)
                        .code())
                .isEqualTo("field-unknown");
    }

    @Test
    void an_upload_sent_again_is_one_upload() {
        var engineer = api.as("acme-engineer")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        var first = engineer.upload("/tenants/acme/datasets", "name", "Twice", "file", FILE);
        var second = engineer.upload("/tenants/acme/datasets", "name", "Twice", "file", FILE);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.expect(201)).isEqualTo(first.expect(201));
        var other = engineer.upload("/tenants/acme/datasets", "name", "Twice", "file", FILE.replace("1.5", "9.5"));
        assertThat(other.status()).isEqualTo(422);
    }
}
