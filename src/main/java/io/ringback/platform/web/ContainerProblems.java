package io.ringback.platform.web;

import io.ringback.platform.problem.ProblemType;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Problem documents also for requests that Tomcat refuses before they reach the application. */
@Configuration(proxyBeanMethods = false)
class ContainerProblems {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerProblemDocuments() {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve()));
    }

    /** Answers with a problem where the application has no part in it. */
    static void write(Response response, int status, String detail) throws IOException {
        var type = isOurs(status) || status < 500 ? ProblemType.ofStatus(status) : ProblemType.MALFORMED_REQUEST;
        var problem = type.withDetail(detail);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getReporter()
                .write("{\"type\":\"%s\",\"title\":\"%s\",\"status\":%s,\"detail\":\"%s\"}"
                        .formatted(problem.getType(), problem.getTitle(), status, problem.getDetail()));
    }

    /** The others from 500 on are of a method, a version or a coding of HTTP that there is not. */
    private static boolean isOurs(int status) {
        return status == 500 || status == 503;
    }

    private static String detail(int status) {
        return isOurs(status) ? "The server failed. Try again in a moment." : "The request is not valid HTTP.";
    }

    private static final class ProblemValve extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable throwable) {
            var status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                write(response, status, detail(status));
                response.finishResponse();
            } catch (IOException | IllegalStateException e) {
                container.getLogger().debug("The caller closed the connection");
            }
        }
    }
}
