package io.millwright.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DependencyLineTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.millwright");

    /** The line: each may use those before it. */
    private static final List<String> LINE = List.of("tenancy", "governance", "broker", "plugins", "portal");

    /** Rules over nothing hold always: this test is about how many classes were looked at. */
    @Test
    void enough_was_imported_to_mean_anything() {
        var counted =
                CLASSES.stream().collect(Collectors.groupingBy(DependencyLineTest::module, Collectors.counting()));
        assertThat(CLASSES.size()).isGreaterThan(300);
        Map.of("tenancy", 30L, "governance", 60L, "broker", 60L, "plugins", 40L, "portal", 100L)
                .forEach((module, least) -> assertThat(counted)
                        .extractingByKey(module)
                        .as(module)
                        .satisfies(count -> assertThat(count).isGreaterThan(least)));
    }

    @Test
    void modules_use_what_comes_before_them_in_the_line() {
        for (var i = 0; i < LINE.size(); i++) {
            var later = LINE.subList(i + 1, LINE.size()).stream()
                    .map(module -> "io.millwright." + module + "..")
                    .toArray(String[]::new);
            if (later.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage("io.millwright." + LINE.get(i) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(later)
                        .because("the line is " + String.join(" ← ", LINE))
                        .check(CLASSES);
            }
        }
    }

    @Test
    void only_the_portal_sees_vaadin() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.millwright.portal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .check(CLASSES);
    }

    @Test
    void only_the_ray_backend_sees_ray() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.millwright.broker.ray..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.ray..")
                .check(CLASSES);
    }

    @Test
    void the_spi_for_templates_needs_the_jdk_and_nothing_else() {
        classes()
                .that()
                .resideInAPackage("io.millwright.plugins.api..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.millwright.plugins.api..", "org.jspecify.annotations..")
                .check(CLASSES);
    }

    @Test
    void what_is_internal_stays_in_its_module() {
        for (var module : LINE) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.millwright." + module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.millwright." + module + "..internal..")
                    .check(CLASSES);
        }
    }

    @Test
    void transactions_begin_in_services_and_not_in_views() {
        noClasses()
                .that()
                .resideInAPackage("io.millwright.portal.ui..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.millwright.tenancy.TenantTransactions")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "jakarta.persistence..")
                .check(CLASSES);
    }

    @Test
    void nothing_reads_java_serialisation() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(CLASSES);
    }

    private static String module(JavaClass type) {
        return type.getPackageName().split("\\.")[2];
    }
}
