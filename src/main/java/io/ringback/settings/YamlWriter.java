package io.ringback.settings;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes plain data as YAML that people read and every YAML library reads alike. */
final class YamlWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private YamlWriter() {}

    static String write(ObjectNode data) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        return new Yaml(options).dump(JSON.convertValue(data, new TypeReference<LinkedHashMap<String, Object>>() {}));
    }
}
