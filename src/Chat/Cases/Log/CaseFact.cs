using System.Text.Json.Serialization;
using Beffroi.Kit;

namespace Beffroi.Chat.Cases;

/// <summary>What an event says. Each fact knows what it refers to, what it changes in the state, and what would make it wrong.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(CaseOpened), "opened")]
[JsonDerivedType(typeof(CaseTitled), "titled")]
[JsonDerivedType(typeof(PhaseEntered), "phase")]
[JsonDerivedType(typeof(CaseClosed), "closed")]
[JsonDerivedType(typeof(CaseReopened), "reopened")]
[JsonDerivedType(typeof(CaseJoined), "joined")]
[JsonDerivedType(typeof(MarkingChanged), "marking")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(SectionWritten), "section")]
[JsonDerivedType(typeof(TechniqueNoted), "technique")]
[JsonDerivedType(typeof(TimelineNoted), "timeline")]
[JsonDerivedType(typeof(ThingLinked), "link")]
[JsonDerivedType(typeof(CriterionAssessed), "criterion")]
[JsonDerivedType(typeof(ArgumentMade), "argument")]
[JsonDerivedType(typeof(ObservableNoted), "observable")]
[JsonDerivedType(typeof(EvidenceKept), "evidence")]
[JsonDerivedType(typeof(EvidenceHandled), "custody")]
[JsonDerivedType(typeof(DecisionTaken), "decision")]
[JsonDerivedType(typeof(ReactionProposed), "reaction")]
[JsonDerivedType(typeof(ReactionDecided), "reaction-decided")]
[JsonDerivedType(typeof(ReactionEnded), "reaction-ended")]
[JsonDerivedType(typeof(ExposureEstimated), "exposure")]
[JsonDerivedType(typeof(RunStarted), "run")]
[JsonDerivedType(typeof(RunStepSet), "run-step")]
[JsonDerivedType(typeof(RunEnded), "run-ended")]
[JsonDerivedType(typeof(AttributionProposed), "attribution")]
[JsonDerivedType(typeof(AttributionBacked), "attribution-backed")]
[JsonDerivedType(typeof(RetrospectiveWritten), "retrospective")]
[JsonDerivedType(typeof(DossierSent), "dossier")]
[JsonDerivedType(typeof(DossierAnswered), "dossier-answered")]
[JsonDerivedType(typeof(AlertSent), "alert")]
[JsonDerivedType(typeof(AlertAcknowledged), "alert-acknowledged")]
[JsonDerivedType(typeof(ReuseTold), "reuse")]
[JsonDerivedType(typeof(CaseExported), "exported")]
public abstract record CaseFact
{
    /// <summary>Events of the same log that this one needs: who may not read them may not read this one.</summary>
    [JsonIgnore]
    public virtual IEnumerable<Guid> Refers => [];

    /// <summary>The event that this one only amends: it is read by exactly those who read that one, whatever its own marking.</summary>
    [JsonIgnore]
    public virtual Guid? Amends => null;

    /// <summary>Lines that leave the site with this one: above TLP:GREEN, only their source lets them.</summary>
    [JsonIgnore]
    public virtual IEnumerable<Guid> Leaves => [];

    /// <summary>What a person got wrong, judged by what they see and nothing else: a refusal must not betray what is hidden.</summary>
    public virtual IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) => [];

    /// <summary>The state after this event.</summary>
    public abstract CaseState Apply(CaseState state, CaseEvent line);
}

/// <summary>A mistake, in both languages.</summary>
/// <param name="Field">Property of the fact or of the draft that it is about.</param>
public sealed record Fault(string Field, string French, string English)
{
    public string In(Lang language) => language.Say(French, English);
}
