using System.Text.Json.Serialization;

namespace Beffroi.Eva.Scoring;

/// <summary>How much of a campaign's parcours was played to the end.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ParcoursCompleteness>))]
public enum ParcoursCompleteness
{
    [JsonStringEnumMemberName("incomplete")] Incomplete,
    [JsonStringEnumMemberName("competences_transversales_incompletes")] CompetencesTransversalesIncompletes,
    [JsonStringEnumMemberName("competences_de_base_incompletes")] CompetencesDeBaseIncompletes,
    [JsonStringEnumMemberName("complete")] Complete,
}

/// <summary>The two families of situations, and what is missing of those that a campaign wants.</summary>
public static class SituationFamilies
{
    public static IReadOnlyList<string> Transversal { get; } = ["tri", "inventaire", "securite", "controle"];

    public static IReadOnlyList<string> Base { get; } = ["maintenance", "livraison", "objets_trouves"];

    /// <param name="wanted">Technical names of the campaign's situations: a family counts by those of its situations that are there.</param>
    /// <param name="finished">Those played to the end.</param>
    public static ParcoursCompleteness Completeness(IEnumerable<string> wanted, IEnumerable<string> finished)
    {
        var (asked, done) = (wanted.ToHashSet(StringComparer.Ordinal), finished.ToHashSet(StringComparer.Ordinal));
        var (transversal, basic) = (StateOf(Transversal), StateOf(Base));
        return (transversal, basic) switch
        {
            (State.Unfinished, State.Finished) => ParcoursCompleteness.CompetencesTransversalesIncompletes,
            (State.Finished, State.Unfinished) => ParcoursCompleteness.CompetencesDeBaseIncompletes,
            (State.Unfinished, _) or (_, State.Unfinished) => ParcoursCompleteness.Incomplete,
            _ => ParcoursCompleteness.Complete,
        };

        State StateOf(IReadOnlyList<string> family) =>
            !family.Any(asked.Contains) ? State.Unwanted : family.Where(asked.Contains).All(done.Contains) ? State.Finished : State.Unfinished;
    }

    enum State
    {
        Unwanted,
        Finished,
        Unfinished,
    }
}
