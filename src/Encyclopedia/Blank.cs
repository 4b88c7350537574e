using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>What takes the place of words that had to go.</summary>
public static class Blank
{
    public const string Words = "…";

    /// <summary>An entry of the same type that says nothing and keeps to the rules: a file of all versions is read again whole.</summary>
    public static EntryContent Of(EntryContent content)
    {
        var nothing = new Wording { Fr = Words, En = Words };
        return new()
        {
            Type = content.Type,
            Original = content.Original,
            Phases = content.Phases,
            Criteria = content.Type is EntryType.Case ? [.. Enum.GetValues<Criterion>().Select(c => new CriterionNote { Criterion = c, Stand = Stand.Unknown, Why = nothing })] : [],
            Texts = new EntryTexts().With(content.Original, new()
            {
                Title = Words,
                Summary = Words,
                Fields = Template.Of(content.Type).Where(f => f.Required).ToDictionary(f => f.Name, _ => Words, StringComparer.Ordinal),
            }),
            Sources = [new() { Title = Words }],
        };
    }

    /// <summary>The proposal and its decision stay, with their days; what anybody wrote there goes.</summary>
    public static void Out(Proposal proposal)
    {
        proposal.Content = EntryJson.Write(Of(EntryJson.Read(proposal.Content)));
        (proposal.Comment, proposal.AuthorName) = (Words, null);
        if (proposal.Decision is { } decision)
        {
            // Its checklist repeats the names that were answered for.
            (decision.Reason, decision.Checklist) = (decision.Reason.Length == 0 ? "" : Words, "");
        }
    }
}
