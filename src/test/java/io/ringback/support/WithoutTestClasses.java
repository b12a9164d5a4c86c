package io.ringback.support;

import java.io.IOException;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Keeps a server that is started outside of Spring's test framework from finding what only tests bring. */
public final class WithoutTestClasses extends TypeExcludeFilter {

    public static void excludeFrom(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("withoutTestClasses", new WithoutTestClasses());
    }

    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
        return reader.getResource().getURL().getPath().contains("/test-classes/");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WithoutTestClasses;
    }

    @Override
    public int hashCode() {
        return WithoutTestClasses.class.hashCode();
    }
}
