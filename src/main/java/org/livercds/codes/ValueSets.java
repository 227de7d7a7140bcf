package org.livercds.codes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a code means to this service: in which of its value sets it is. Read once at start. */
public final class ValueSets {

    private final CodeSystems systems;
    private final Map<ConceptSet, ValueSetFile> files;
    private final SiteCodes siteCodes;
    private final LiverSegments segments;
    private final Map<Coding, Set<ConceptSet>> byCoding;
    private final Map<String, List<Member>> rangesBySystem;

    private record Member(ConceptSet set, ValueSetFile.Range range) {}

    private ValueSets(
            CodeSystems systems, Map<ConceptSet, ValueSetFile> files, LiverSegments segments, SiteCodes siteCodes) {
        this.systems = systems;
        this.files = files;
        this.siteCodes = siteCodes;
        this.segments = segments;
        this.byCoding = new HashMap<>();
        this.rangesBySystem = new HashMap<>();
        files.forEach((set, file) -> {
            file.codes()
                    .forEach(code -> byCoding.computeIfAbsent(code, any -> EnumSet.noneOf(ConceptSet.class))
                            .add(set));
            file.ranges()
                    .forEach(range -> rangesBySystem
                            .computeIfAbsent(range.system(), any -> new ArrayList<>())
                            .add(new Member(set, range)));
        });
        byCoding.replaceAll((coding, sets) -> Collections.unmodifiableSet(sets));
    }

    public static ValueSets read(ContentFolder folder) {
        Map<ConceptSet, ValueSetFile> files = new EnumMap<>(ConceptSet.class);
        for (ConceptSet set : ConceptSet.values()) {
            files.put(set, ValueSetFile.read(folder, set));
        }
        CodeSystems systems = CodeSystems.read(folder);
        LiverSegments segments = LiverSegments.read(folder, files.get(ConceptSet.LIVER_SEGMENT));
        ValueSets standard = new ValueSets(systems, files, segments, SiteCodes.NONE);
        return new ValueSets(systems, files, segments, SiteCodes.read(folder, systems, standard::setsOf));
    }

    /** All that keeps the value sets of a folder from being used; what joins them is looked at when each is good. */
    public static void check(ContentFolder folder, ContentProblems problems) {
        boolean good = true;
        for (ConceptSet set : ConceptSet.values()) {
            good &= problems.attempt(() -> ValueSetFile.read(folder, set)).isPresent();
        }
        if (good) {
            problems.attempt(() -> read(folder));
        }
    }

    /** The sets that hold the code, whatever name its system is given and however the code is written. */
    public Set<ConceptSet> setsOf(String system, String code) {
        return systems.canonical(system, code).map(this::setsOf).orElse(Set.of());
    }

    /** What a code stands for that is a site's own; of all others nothing. */
    public List<Coding> targets(String system, String code) {
        return systems.canonical(system, code).map(siteCodes::of).orElse(List.of());
    }

    /** The site's own codes that stand for such a code, as the site writes them. */
    public Stream<Coding> siteCodes(Predicate<Coding> target) {
        return siteCodes.sources(target);
    }

    public boolean hasSiteCodes() {
        return !siteCodes.isEmpty();
    }

    /** The segment of the liver that a code names, {@code I} to {@code VIII}. */
    public Optional<String> segment(String system, String code) {
        return systems.canonical(system, code).flatMap(segments::of);
    }

    /** Whether this service knows any code of the system. */
    public boolean isKnownSystem(String system) {
        return systems.isKnown(system);
    }

    /** The codes of a set that are listed one by one; ranges are not enumerated. */
    public Stream<Coding> codes(ConceptSet set) {
        return files.get(set).codes().stream();
    }

    /** What the codes of a set are called, in lower case, and names for which no code was verified. */
    public Collection<String> names(ConceptSet set) {
        return files.get(set).names().values();
    }

    public Optional<String> name(ConceptSet set, String code) {
        return Optional.ofNullable(files.get(set).names().get(code));
    }

    private Set<ConceptSet> setsOf(Coding coding) {
        Set<ConceptSet> listed = byCoding.getOrDefault(coding, Set.of());
        List<Member> ranges = rangesBySystem.getOrDefault(coding.system(), List.of());
        if (ranges.isEmpty()) {
            return listed;
        }
        Set<ConceptSet> sets = EnumSet.noneOf(ConceptSet.class);
        sets.addAll(listed);
        for (Member member : ranges) {
            if (member.range().codes().matcher(coding.code()).matches()) {
                sets.add(member.set());
            }
        }
        return sets;
    }
}
