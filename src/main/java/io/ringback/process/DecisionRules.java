package io.ringback.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ringback.design.TableRule;
import io.ringback.process.JdbcModelVersions.Version;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.check.xml.UnreadableXmlException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** The rules of deployed tables, which never change: what was read once is kept. */
@Component
class DecisionRules {

    private static final int KEPT = 200;

    private final JdbcDeployments deployments;
    private final Cache<String, List<TableRule>> read =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    DecisionRules(JdbcDeployments deployments) {
        this.deployments = deployments;
    }

    /** None of a decision that is no table. */
    List<TableRule> of(Version decision) {
        return read.get(
                decision.definitionId(),
                id -> deployments
                        .content(decision.deploymentId(), decision.file())
                        .map(content -> rules(decision.key(), content))
                        .orElse(List.of()));
    }

    private static List<TableRule> rules(String key, byte[] content) {
        var found = new ArrayList<TableRule>();
        try {
            SafeXml.children(SafeXml.parse(content)).stream()
                    .filter(element -> key.equals(element.getAttribute("id")))
                    .flatMap(decision -> named(decision, "decisionTable"))
                    .flatMap(table -> named(table, "rule"))
                    .forEach(rule -> found.add(new TableRule(
                            rule.getAttribute("id"),
                            found.size() + 1,
                            texts(rule, "description").findFirst().orElse(null),
                            entries(rule, "inputEntry"),
                            entries(rule, "outputEntry"))));
        } catch (UnreadableXmlException e) {
            throw new IllegalStateException("a file that was deployed can be read", e);
        }
        return List.copyOf(found);
    }

    private static List<String> entries(Element rule, String name) {
        return named(rule, name)
                .map(entry -> texts(entry, "text").findFirst().orElse(""))
                .toList();
    }

    private static Stream<String> texts(Element element, String name) {
        return named(element, name).map(child -> child.getTextContent().strip());
    }

    private static Stream<Element> named(Element element, String name) {
        return SafeXml.children(element).stream().filter(child -> name.equals(child.getLocalName()));
    }
}
