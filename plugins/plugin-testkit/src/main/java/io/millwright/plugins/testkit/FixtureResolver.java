package io.millwright.plugins.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the {@link Fixture} of a test class to its tests. */
final class FixtureResolver implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Fixture.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Fixture.class;
    }

    @Override
    public Fixture resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var contract = (TemplateContract) test.getRequiredTestInstance();
        var testClass = test.getParent().orElseThrow();
        return testClass
                .getStore(NAMESPACE)
                .computeIfAbsent(Fixture.class, key -> new Fixture(contract), Fixture.class);
    }
}
