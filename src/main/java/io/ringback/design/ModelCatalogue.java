package io.ringback.design;

import java.util.List;
import java.util.Optional;

/** The deployed versions of processes, decisions and forms. */
public interface ModelCatalogue {

    /** The newest version of each by kind and key, with the open instances over all versions. */
    List<DeployedModel> newest();

    /** The versions of processes that have open instances, the newest first. */
    List<DeployedModel> withOpenInstances();

    /** All versions, the newest first; none when there is no such key. */
    List<DeployedModel> versions(String key);

    Optional<DeployedFile> file(String key, int version);

    /**
     * The flow nodes of a process in the order of its file; none of what is no process. The numbers are at most two seconds
     * old. Empty when there is no such version.
     */
    Optional<List<WaitingElement>> elements(String key, int version);

    /** The rules of a decision; none when there is no such version, or it is no table. */
    List<TableRule> rules(String key, int version);
}
