package io.ringback.auditor;

import io.ringback.audit.LooksAt;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcRegistrations;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/**
 * Records what is looked at, for every controller alike: when the answer is there, and before anything of it is sent. One
 * that cannot be recorded is not given; what is refused or not found was not looked at.
 */
@Component
class ReadingHandlers implements WebMvcRegistrations {

    private final ObjectProvider<AuditReads> reads;

    ReadingHandlers(ObjectProvider<AuditReads> reads) {
        this.reads = reads;
    }

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod handler) {
                var looks = handler.getMethodAnnotation(LooksAt.class);
                return looks == null
                        ? super.createInvocableHandlerMethod(handler)
                        : new Recorded(handler, looks, reads.getObject());
            }
        };
    }

    private static final class Recorded extends ServletInvocableHandlerMethod {

        private final LooksAt looks;
        private final AuditReads reads;

        Recorded(HandlerMethod handler, LooksAt looks, AuditReads reads) {
            super(handler);
            this.looks = looks;
            this.reads = reads;
        }

        @Override
        protected @Nullable Object doInvoke(@Nullable Object... arguments) throws Exception {
            var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
            var reading = RequestedReading.of(looks, request, arguments);
            reads.checkPurpose(reading);
            if (isVoid()) {
                return sentByItself(reading, arguments);
            }
            var answer = super.doInvoke(arguments);
            if (shows(answer)) {
                reads.record(reading);
            }
            return answer;
        }

        private @Nullable Object sentByItself(Reading reading, @Nullable Object... arguments) throws Exception {
            for (int place = 0; place < arguments.length; place++) {
                if (arguments[place] instanceof HttpServletResponse response) {
                    var answer = new RecordedAnswer(response, () -> reads.record(reading));
                    arguments[place] = answer;
                    var nothing = super.doInvoke(arguments);
                    answer.record();
                    return nothing;
                }
            }
            throw new IllegalStateException("Expected a response to send the answer with: " + this);
        }

        /** Someone who is sent to another address sees what there is there. */
        private static boolean shows(@Nullable Object answer) {
            if (answer instanceof ResponseEntity<?> entity) {
                return entity.getStatusCode().is2xxSuccessful();
            }
            return !Objects.toString(answer, "").startsWith("redirect:");
        }
    }
}
