package io.ringback.presence;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Has the calls of the desk noted. What writes down by itself that a desk is there is left out. */
@Configuration(proxyBeanMethods = false)
class SignsOfLifeConfiguration {

    @Bean
    WebMvcConfigurer signsOfLifeOfDesks(ObjectProvider<SignsOfLife> signs) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Heard(signs))
                        .addPathPatterns("/desk", "/desk/**", "/api/v1/desk", "/api/v1/desk/**")
                        .excludePathPatterns(
                                "/api/v1/desk/events",
                                "/api/v1/desk/presence",
                                "/api/v1/desk/take-over",
                                "/desk/lists/**");
            }
        };
    }

    /** @param signs asked for late: the web server is configured before the database is there */
    private record Heard(ObjectProvider<SignsOfLife> signs) implements HandlerInterceptor {

        /** Not for what the server itself goes on with, such as the end of an answer after the agent has signed out. */
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            var agent = request.getUserPrincipal();
            if (agent != null && request.getDispatcherType() == DispatcherType.REQUEST) {
                signs.getObject().heard(agent.getName());
            }
            return true;
        }
    }
}
