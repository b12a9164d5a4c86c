package io.ringback.platform.web;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.cache.AlwaysValidCacheEntryValidity;
import org.thymeleaf.cache.ICacheEntryValidity;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;

/** Templates that are read once; those that are files of their own, rather than in a jar, again when they have changed. */
final class WatchedTemplates extends SpringResourceTemplateResolver {

    private static final String PROTOCOL_OF_FILES = "file";

    private @Nullable ApplicationContext files;

    @Override
    public void setApplicationContext(ApplicationContext context) throws BeansException {
        super.setApplicationContext(context);
        files = context;
    }

    @Override
    protected ICacheEntryValidity computeValidity(
            IEngineConfiguration configuration,
            @Nullable String ownerTemplate,
            String template,
            @Nullable Map<String, Object> attributes) {
        var usual = super.computeValidity(configuration, ownerTemplate, template, attributes);
        if (files == null || !(usual instanceof AlwaysValidCacheEntryValidity)) {
            return usual;
        }
        var file = files.getResource(getPrefix() + template + getSuffix());
        try {
            return file.getURL().getProtocol().equals(PROTOCOL_OF_FILES)
                    ? new Unchanged(file, file.lastModified())
                    : usual;
        } catch (IOException e) {
            return usual; // whoever reads it will say that it is not there
        }
    }

    private record Unchanged(Resource file, long since) implements ICacheEntryValidity {

        @Override
        public boolean isCacheable() {
            return true;
        }

        @Override
        public boolean isCacheStillValid() {
            try {
                return file.lastModified() == since;
            } catch (IOException e) {
                return false;
            }
        }
    }
}
