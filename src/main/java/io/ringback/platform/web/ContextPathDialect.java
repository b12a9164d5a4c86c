package io.ringback.platform.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Puts the context path, under which a server may be reached behind a proxy, before every address of this server that a
 * browser follows by itself. So all addresses in templates are written as they are in {@code @GetMapping}, and none can
 * be forgotten. What scripts read ({@code data-…}) is left as it is; {@code address.js} does the same for them.
 */
final class ContextPathDialect implements IPostProcessorDialect {

    private static final int LAST = 1_000;

    @Override
    public String getName() {
        return "context path";
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return LAST;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, Addresses.class, LAST));
    }

    /** Made by Thymeleaf, one for each page. */
    public static final class Addresses extends AbstractTemplateHandler {

        private static final Set<String> FOLLOWED =
                Set.of("href", "src", "action", "formaction", "hx-get", "hx-post", "hx-put", "hx-delete");

        private String contextPath = "";

        @Override
        public void setContext(ITemplateContext context) {
            super.setContext(context);
            if (context instanceof IWebContext web) {
                var path = web.getExchange().getRequest().getApplicationPath();
                contextPath = path == null || path.equals("/") ? "" : path;
            }
        }

        @Override
        public void handleOpenElement(IOpenElementTag element) {
            super.handleOpenElement(addressed(element));
        }

        @Override
        public void handleStandaloneElement(IStandaloneElementTag element) {
            super.handleStandaloneElement(addressed(element));
        }

        private <T extends IProcessableElementTag> T addressed(T element) {
            var addressed = element;
            if (!contextPath.isEmpty()) {
                for (var attribute : element.getAllAttributes()) {
                    var value = attribute.getValue();
                    if (FOLLOWED.contains(attribute.getAttributeCompleteName()) && isOwn(value)) {
                        addressed = getContext()
                                .getModelFactory()
                                .setAttribute(addressed, attribute.getAttributeCompleteName(), contextPath + value);
                    }
                }
            }
            return addressed;
        }

        private static boolean isOwn(@Nullable String value) {
            return value != null && value.startsWith("/") && !value.startsWith("//");
        }
    }
}
