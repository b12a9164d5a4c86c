package io.ringback.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ringback.design.KindOfModel;
import io.ringback.process.JdbcModelVersions.Version;
import io.ringback.process.JdbcModels.Place;
import io.ringback.process.check.bpmn.BpmnVocabulary;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.check.xml.UnreadableXmlException;
import io.ringback.trace.Drawing;
import io.ringback.trace.Drawings;
import io.ringback.trace.ProcessVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Reads drawings from the files of versions, which never change: what was read once is kept. */
@Component
class DeployedDrawings implements Drawings {

    private static final int KEPT = 200;

    private final JdbcModels models;
    private final JdbcModelVersions versions;
    private final JdbcDeletedVersions deleted;
    private final JdbcDeployments deployments;
    private final Cache<String, Drawing> read =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    DeployedDrawings(
            JdbcModels models, JdbcModelVersions versions, JdbcDeletedVersions deleted, JdbcDeployments deployments) {
        this.versions = versions;
        this.models = models;
        this.deleted = deleted;
        this.deployments = deployments;
    }

    @Override
    public Drawing of(ProcessVersion version) {
        var known = read.getIfPresent(version.definitionId());
        if (known != null) {
            return known;
        }
        var found = models.place(version.definitionId())
                .or(() -> deleted.place(version.definitionId()))
                .flatMap(place -> deployments
                        .content(place.deploymentId(), place.file())
                        .map(content -> drawing(place.process(), content)));
        found.ifPresent(drawing -> read.put(version.definitionId(), drawing));
        return found.orElse(Drawing.NONE);
    }

    @Override
    public boolean isDeleted(ProcessVersion version) {
        return deleted.place(version.definitionId()).isPresent();
    }

    @Override
    public Optional<Drawing> of(String process, int version) {
        return versions.find(process, version)
                .filter(found -> found.kind() == KindOfModel.PROCESS)
                .map(Version::definitionId)
                .or(() -> deleted.definition(process, version))
                .map(definition -> of(new ProcessVersion(process, version, definition)))
                .filter(drawing -> !drawing.equals(Drawing.NONE));
    }

    @Override
    public Optional<byte[]> file(String process, int version) {
        return versions.find(process, version)
                .filter(found -> found.kind() == KindOfModel.PROCESS)
                .map(found -> new Place(found.key(), found.deploymentId(), found.file()))
                .or(() -> deleted.place(process, version))
                .flatMap(place -> deployments.content(place.deploymentId(), place.file()));
    }

    private static Drawing drawing(String process, byte[] content) {
        var elements = new LinkedHashMap<String, Drawing.Element>();
        var flows = new ArrayList<Drawing.Flow>();
        try {
            SafeXml.descendants(SafeXml.parse(content), BpmnVocabulary.BPMN, "process").stream()
                    .filter(one -> process.equals(one.getAttribute("id")))
                    .forEach(one -> add(one, null, elements, flows));
        } catch (UnreadableXmlException e) {
            throw new IllegalStateException("a file that was deployed can be read", e);
        }
        return new Drawing(elements, flows);
    }

    private static void add(
            Element parent, @Nullable String scope, Map<String, Drawing.Element> elements, List<Drawing.Flow> flows) {
        for (var child : SafeXml.children(parent)) {
            var id = child.getAttribute("id");
            if (!BpmnVocabulary.BPMN.equals(child.getNamespaceURI()) || id.isEmpty()) {
                continue;
            }
            if (child.getLocalName().equals("sequenceFlow")) {
                flows.add(new Drawing.Flow(
                        id,
                        name(child),
                        SafeXml.withoutPrefix(child.getAttribute("sourceRef")),
                        SafeXml.withoutPrefix(child.getAttribute("targetRef"))));
            } else {
                elements.put(id, new Drawing.Element(id, name(child), child.getLocalName(), scope));
                add(child, id, elements, flows);
            }
        }
    }

    private static @Nullable String name(Element element) {
        var name = element.getAttribute("name").replaceAll("\\s+", " ").strip();
        return name.isEmpty() ? null : name;
    }
}
