package io.millwright.plugins.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What template authors depend on stays small, free of libraries, and changes only when somebody meant it to. */
class ApiSurfaceTest {

    private static final int MOST_TYPES = 60;
    private static final String RECORD = "/api-surface.txt";

    @Test
    void surfaceIsSmall() throws Exception {
        assertThat(publicTypes()).hasSizeBetween(20, MOST_TYPES);
    }

    @Test
    void surfaceIsMadeOfTypesOfTheJdk() throws Exception {
        for (var type : publicTypes()) {
            assertThat(mentioned(type))
                    .describedAs(type.getName())
                    .allMatch(named -> named.isPrimitive()
                            || named.getName().startsWith("java.")
                            || named.getPackage().equals(Template.class.getPackage()));
        }
    }

    /**
     * A difference here is a change of the contract with authors. Additions that old templates do not notice (types, default
     * methods) are recorded by putting the new text into {@code api-surface.txt}; anything else needs a new major version.
     */
    @Test
    void surfaceIsAsRecorded() throws Exception {
        var surface = String.join("\n", surface()) + "\n";
        try (var recorded = ApiSurfaceTest.class.getResourceAsStream(RECORD)) {
            assertThat(recorded).describedAs(RECORD).isNotNull();
            assertThat(surface).isEqualTo(new String(recorded.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static List<String> surface() throws Exception {
        var lines = new ArrayList<String>();
        for (var type : publicTypes()) {
            lines.add(type.toGenericString());
            members(type)
                    .map(member -> "    "
                            + switch (member) {
                                case Executable executable -> executable.toGenericString();
                                case Field field -> field.toGenericString();
                                default -> throw new IllegalStateException(member.toString());
                            })
                    .sorted()
                    .forEach(lines::add);
        }
        return lines;
    }

    private static List<Class<?>> publicTypes() throws IOException, URISyntaxException, ClassNotFoundException {
        var root = Path.of(Template.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var types = new ArrayList<Class<?>>();
        try (var files = Files.walk(root)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                var name = root.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                if (!name.endsWith("package-info")) {
                    types.add(Class.forName(name));
                }
            }
        }
        return types.stream()
                .filter(type -> Modifier.isPublic(type.getModifiers()) && !type.isAnonymousClass())
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }

    private static Stream<Object> members(Class<?> type) {
        Stream<Method> methods = Arrays.stream(type.getDeclaredMethods());
        Stream<Constructor<?>> constructors = Arrays.stream(type.getDeclaredConstructors());
        Stream<Field> fields = Arrays.stream(type.getDeclaredFields());
        return Stream.of(
                        methods.filter(each -> visible(each.getModifiers()) && !each.isSynthetic()),
                        constructors.filter(each -> visible(each.getModifiers()) && !each.isSynthetic()),
                        fields.filter(each -> visible(each.getModifiers()) && !each.isSynthetic()))
                .flatMap(each -> each);
    }

    private static boolean visible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static List<Class<?>> mentioned(Class<?> type) {
        var found = new ArrayList<Class<?>>();
        if (type.getGenericSuperclass() != null) {
            collect(type.getGenericSuperclass(), found);
        }
        Arrays.stream(type.getGenericInterfaces()).forEach(each -> collect(each, found));
        members(type).forEach(member -> {
            switch (member) {
                case Field field -> collect(field.getGenericType(), found);
                case Executable executable -> {
                    Arrays.stream(executable.getGenericParameterTypes()).forEach(each -> collect(each, found));
                    Arrays.stream(executable.getGenericExceptionTypes()).forEach(each -> collect(each, found));
                    if (executable instanceof Method method) {
                        collect(method.getGenericReturnType(), found);
                    }
                }
                default -> throw new IllegalStateException(member.toString());
            }
        });
        return found;
    }

    private static void collect(Type type, List<Class<?>> found) {
        switch (type) {
            case Class<?> plain -> found.add(plain.isArray() ? plain.componentType() : plain);
            case ParameterizedType generic -> {
                collect(generic.getRawType(), found);
                Arrays.stream(generic.getActualTypeArguments()).forEach(each -> collect(each, found));
            }
            case GenericArrayType array -> collect(array.getGenericComponentType(), found);
            case WildcardType wildcard ->
                Arrays.stream(wildcard.getUpperBounds()).forEach(each -> collect(each, found));
            case TypeVariable<?> variable -> Arrays.stream(variable.getBounds()).forEach(each -> collect(each, found));
            default -> throw new IllegalStateException(type.toString());
        }
    }
}
