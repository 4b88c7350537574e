using System.Text.Json.Serialization;

namespace Beffroi.Chat.Cases;

/// <summary>Raises or lowers the marking of a line, or changes who may know it; of the opening: of the whole case. <see cref="CaseDoor"/> says who may.</summary>
public sealed record MarkingChanged : CaseFact
{
    public required Guid Target { get; init; }
    public required Marked To { get; init; }
    public required string Why { get; init; }

    [JsonIgnore]
    public override Guid? Amends => Target;

    public override CaseState Apply(CaseState state, CaseEvent line) =>
        state.Markings.ContainsKey(Target) ? state with { Markings = state.Markings.SetItem(Target, To) } : state;

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft)
    {
        foreach (var fault in Need.Words(nameof(Why), Why, Need.Text))
        {
            yield return fault;
        }

        if (To.IsTooWide)
        {
            yield return DraftFaults.TooWide;
        }

        if (To.Audience is null && Target == seen.Opened?.Id)
        {
            yield return new(nameof(To), "Dites qui peut lire ce dossier.", "Say who may read this case.");
        }
    }
}

/// <summary>Takes a line back, for those who read it: it stays in the log and counts no more.</summary>
public sealed record Withdrawn : CaseFact
{
    public required Guid Target { get; init; }
    public required string Why { get; init; }

    [JsonIgnore]
    public override Guid? Amends => Target;

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Withdrawn = state.Withdrawn.Add(line.Says(this)) };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft)
    {
        foreach (var fault in Need.Words(nameof(Why), Why, Need.Text))
        {
            yield return fault;
        }

        if (Target == seen.Opened?.Id)
        {
            yield return new(nameof(Target), "L’ouverture d’un dossier ne se retire pas\u00A0: fermez-le.", "The opening of a case cannot be taken back: close it.");
        }
    }
}
