package org.trivsel.platform.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** Reads what a model says about its own elements beyond BPMN: `state`, `gate`, `startable`, `roles`. */
@Component
public class ModelProperties {

    private final RepositoryService repository;
    private final Map<String, Optional<String>> cache = new ConcurrentHashMap<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();

    ModelProperties(RepositoryService repository) {
        this.repository = repository;
    }

    public Optional<String> property(String processDefinitionId, String elementId, String name) {
        return cache.computeIfAbsent(
                processDefinitionId + "/" + elementId + "/" + name,
                key -> read(element(processDefinitionId, elementId), name));
    }

    /** The name a manager gave the element in the model. */
    public String authoredName(String processDefinitionId, String elementId) {
        return names.computeIfAbsent(
                processDefinitionId + "/" + elementId, key -> name(element(processDefinitionId, elementId), elementId));
    }

    private static String name(ModelElementInstance element, String elementId) {
        String name = element instanceof FlowElement flow ? flow.getName() : null;
        return name == null ? elementId : name;
    }

    private ModelElementInstance element(String processDefinitionId, String elementId) {
        return repository.getBpmnModelInstance(processDefinitionId).getModelElementById(elementId);
    }

    private static Optional<String> read(ModelElementInstance element, String name) {
        ExtensionElements extensions = ((BaseElement) element).getExtensionElements();
        if (extensions == null) {
            return Optional.empty();
        }
        return extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst();
    }
}
