# Exact versions; a registry can tell their digests, by which to pin them where that is asked for.
FROM maven:3.9.16-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml .
RUN mvn -B -q dependency:go-offline || true
COPY . .
# The tests need a PostgreSQL of their own and have run before anybody builds an image: mvn verify.
RUN mvn -B -q -DskipTests package

FROM eclipse-temurin:17.0.20.1_1-jre-noble
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --user-group --no-create-home ringback \
 && install -d -o ringback -g ringback -m 0700 /var/lib/ringback
# Inside a container "this machine" is the container; which addresses reach it is decided where its port is published.
ENV TZ=UTC \
    SERVER_ADDRESS=0.0.0.0 \
    RINGBACK_DATA_FOLDER=/var/lib/ringback/data \
    JAVA_TOOL_OPTIONS="-Duser.timezone=UTC -XX:+UseParallelGC -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
# Where and with what the server will run, for its archive of classes holds for that only; the server is not root there, since
# the PostgreSQL that it brings for this would not be.
RUN --mount=type=bind,from=build,source=/build,target=/build \
    install -d -o ringback /opt/ringback \
 && setpriv --reuid=ringback --regid=ringback --clear-groups env -C /tmp \
    /build/.ci/share-classes /build/target/ringback.jar /opt/ringback \
 && chown -R root:root /opt/ringback \
 && chmod -R a-w,a+rX /opt/ringback
USER ringback
WORKDIR /var/lib/ringback
EXPOSE 8080
VOLUME /var/lib/ringback
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
    CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:8080/actuator/health/readiness"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "-XX:SharedArchiveFile=/opt/ringback/ringback.jsa", "-jar", "/opt/ringback/ringback.jar"]
