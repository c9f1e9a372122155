package org.trivsel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trivsel.architecture.ModelDiagram.Label;
import org.trivsel.architecture.ModelDiagram.Line;
import org.trivsel.architecture.ModelDiagram.Shape;

/** A stranger reads the diagrams: nothing lies over anything else, and time runs from left to right. */
class ModelLayoutTest {

    static Stream<ModelDiagram> diagrams() throws Exception {
        return ModelDiagram.all();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyStepAndEveryFlowIsDrawn(ModelDiagram diagram) {
        assertThat(diagram.shapes()).extracting(Shape::node).containsExactlyInAnyOrderElementsOf(diagram.nodes());
        assertThat(diagram.lines())
                .extracting(Line::flow)
                .containsExactlyInAnyOrderElementsOf(diagram.model().getModelElementsByType(SequenceFlow.class));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyNameBesideAShapeHasItsPlace(ModelDiagram diagram) {
        var named = diagram.shapes().stream()
                .filter(shape -> shape.node() instanceof Event || shape.node() instanceof Gateway)
                .filter(shape -> shape.node().getName() != null && shape.label() == null)
                .map(Shape::id);
        var answers = diagram.lines().stream()
                .filter(line -> line.flow().getName() != null && line.label() == null)
                .map(Line::id);

        assertThat(Stream.concat(named, answers)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void shapesLieApartOrInsideTheirContainer(ModelDiagram diagram) {
        var wrong = pairs(diagram.shapes())
                .filter(pair -> !pair.first().isHostOf(pair.second().node()))
                .filter(pair -> !pair.second().isHostOf(pair.first().node()))
                .filter(pair -> pair.first().surrounds(pair.second().node())
                        ? !pair.first().box().contains(pair.second().box())
                        : pair.second().surrounds(pair.first().node())
                                ? !pair.second().box().contains(pair.first().box())
                                : pair.first().box().overlaps(pair.second().box()))
                .map(pair -> pair.first().id() + " and " + pair.second().id());

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void linesRunStraightAndAroundTheShapesOfOthers(ModelDiagram diagram) {
        var wrong = new ArrayList<String>();
        for (Line line : diagram.lines()) {
            if (line.runsAskew()) {
                wrong.add(line.id() + " runs askew");
            }
            diagram.shapes().stream()
                    .filter(shape -> !line.isAttachedTo(shape) && !shape.surrounds(line.flow()))
                    .filter(shape -> !shape.isHostOf(line.flow().getSource()))
                    .filter(shape -> line.segments().stream().anyMatch(shape.box()::overlaps))
                    .forEach(shape -> wrong.add(line.id() + " runs through " + shape.id()));
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void linesBeginAndEndAtTheBordersOfTheirShapes(ModelDiagram diagram) {
        var wrong = diagram.lines().stream()
                .filter(line -> !boxOf(diagram, line.flow().getSource().getId()).hasOnBorder(line.start())
                        || !boxOf(diagram, line.flow().getTarget().getId()).hasOnBorder(line.end()))
                .map(Line::id);

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noTwoLinesCross(ModelDiagram diagram) {
        var wrong = pairs(diagram.lines())
                .filter(pair -> !pair.first().meets(pair.second()))
                .filter(pair -> pair.first().segments().stream()
                        .anyMatch(one -> pair.second().segments().stream().anyMatch(other -> touches(one, other))))
                .map(pair -> pair.first().id() + " and " + pair.second().id());

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void labelsCoverNothingAndStayInsideTheirContainer(ModelDiagram diagram) {
        var wrong = new ArrayList<String>();
        for (Label label : diagram.labels()) {
            for (Shape shape : diagram.shapes()) {
                boolean covers = shape.surrounds(label.of())
                        ? !shape.box().contains(label.box())
                        : shape.box().overlaps(label.box());
                if (covers) {
                    wrong.add("label of " + label.id() + " on " + shape.id());
                }
            }
            diagram.lines().stream()
                    .filter(line -> line.segments().stream().anyMatch(label.box()::overlaps))
                    .forEach(line -> wrong.add("label of " + label.id() + " on " + line.id()));
        }
        pairs(diagram.labels())
                .filter(pair -> pair.first().box().overlaps(pair.second().box()))
                .forEach(pair -> wrong.add("labels of " + pair.first().id() + " and "
                        + pair.second().id()));

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void onlyALoopRunsFromRightToLeft(ModelDiagram diagram) {
        var wrong = diagram.lines().stream()
                .filter(line -> boxOf(diagram, line.flow().getTarget().getId()).centre()
                        < boxOf(diagram, line.flow().getSource().getId()).centre())
                .filter(line -> !diagram.after(line.flow().getTarget())
                        .contains(line.flow().getSource()))
                .map(Line::id);

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void startEventsStandLeftOfAllThatFollows(ModelDiagram diagram) {
        var wrong = diagram.model().getModelElementsByType(StartEvent.class).stream()
                .filter(start -> diagram.after(start).stream()
                        .anyMatch(next -> boxOf(diagram, next.getId()).centre()
                                <= boxOf(diagram, start.getId()).centre()))
                .map(StartEvent::getId);

        assertThat(wrong).isEmpty();
    }

    private static ModelDiagram.Box boxOf(ModelDiagram diagram, String id) {
        return diagram.shapes().stream()
                .filter(shape -> Objects.equals(shape.id(), id))
                .findAny()
                .orElseThrow()
                .box();
    }

    /** Unlike boxes, lines have no inside: they cross already where they touch. */
    private static boolean touches(ModelDiagram.Box one, ModelDiagram.Box other) {
        return one.x() <= other.x() + other.width()
                && other.x() <= one.x() + one.width()
                && one.y() <= other.y() + other.height()
                && other.y() <= one.y() + one.height();
    }

    private record Pair<T>(T first, T second) {}

    private static <T> Stream<Pair<T>> pairs(List<T> all) {
        var pairs = new ArrayList<Pair<T>>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                pairs.add(new Pair<>(all.get(i), all.get(j)));
            }
        }
        return pairs.stream();
    }
}
