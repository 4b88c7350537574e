using System.Text.Json.Serialization;

namespace Beffroi.Eva.Orientation;

/// <summary>A way on, as an adviser may propose it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Way>))]
public enum Way
{
    [JsonStringEnumMemberName("reapprentissage")] Reapprentissage,
    [JsonStringEnumMemberName("alphabetisation")] Alphabetisation,
    [JsonStringEnumMemberName("fle")] Fle,
    [JsonStringEnumMemberName("ocb")] Ocb,
    [JsonStringEnumMemberName("clea_modules")] CleaModules,
    [JsonStringEnumMemberName("formation_metier")] FormationMetier,
    [JsonStringEnumMemberName("emploi_direct")] EmploiDirect,
    [JsonStringEnumMemberName("a_confirmer")] AConfirmer,
}

/// <summary>What is known of the gaps by sub-domain of CléA (domain 2).</summary>
public enum CleaGaps
{
    /// <summary>No positioning by the published rules: the sub-domains are unknown.</summary>
    NonMesures,
    Aucun,
    Des,
}

/// <param name="Reasons">Why it is proposed, for an adviser.</param>
public sealed record ProposedWay(Way Way, IReadOnlyList<string> Reasons);

/// <summary>From the base, the public and the gaps to the ways that are proposed (docs/eva-orientation.md has the whole table). Nothing is decided here.</summary>
public static class WayRule
{
    public static IReadOnlyList<Way> Of(BaseState state, PublicCategory category, CleaGaps gaps) => state switch
    {
        BaseState.NonMesure or BaseState.Incertain => [Way.AConfirmer],
        BaseState.Fragile => [ForFragile(category)],
        BaseState.Intermediaire => [Way.Ocb, Way.CleaModules],
        BaseState.Solide => gaps switch
        {
            CleaGaps.Des => [Way.CleaModules, Way.FormationMetier, Way.EmploiDirect],
            CleaGaps.Aucun or CleaGaps.NonMesures => [Way.FormationMetier, Way.EmploiDirect],
        },
    };

    /// <summary>The same with its reasons; a domain that is not known adds what to do to know.</summary>
    public static IReadOnlyList<ProposedWay> Propose(BaseReading reading, PublicProposal audience, CleaGaps gaps, IReadOnlyList<string> gapTitles)
    {
        var ways = Of(reading.State, audience.Category, gaps);
        List<ProposedWay> proposed = [.. ways.Select(way => new ProposedWay(way, Reasons(way, reading, audience, gaps, gapTitles)))];
        if (reading.Unknown.Any() && !ways.Contains(Way.AConfirmer))
        {
            proposed.Add(new(Way.AConfirmer, ToKnow(reading)));
        }

        return proposed;
    }

    static Way ForFragile(PublicCategory category) => category switch
    {
        PublicCategory.Illettrisme => Way.Reapprentissage,
        PublicCategory.Alphabetisation => Way.Alphabetisation,
        PublicCategory.Fle => Way.Fle,
        PublicCategory.APreciser => Way.AConfirmer,
    };

    static IReadOnlyList<string> Reasons(Way way, BaseReading reading, PublicProposal audience, CleaGaps gaps, IReadOnlyList<string> gapTitles) => way switch
    {
        Way.Reapprentissage or Way.Alphabetisation or Way.Fle => [.. Domains(reading, BaseState.Fragile), audience.Reason],
        Way.Ocb => [.. Domains(reading, BaseState.Intermediaire)],
        Way.CleaModules => gaps is CleaGaps.Des
            ? [.. gapTitles.Select(title => $"À travailler : {title}.")]
            : ["La certification CléA peut venir après la formation aux compétences de base, pour reconnaître les acquis."],
        Way.FormationMetier or Way.EmploiDirect => [.. Domains(reading, BaseState.Solide), .. gaps is CleaGaps.NonMesures ? ["Les sous-domaines de CléA ne sont pas mesurés ici : un positionnement en numératie, aux questions historiques, les dirait."] : (string[])[]],
        Way.AConfirmer => ToKnow(reading) is { Count: > 0 } toKnow && reading.State is not BaseState.Fragile
            ? toKnow
            : [.. Domains(reading, BaseState.Fragile), audience.Reason, .. audience.Question is { } question ? [$"À demander : {question}"] : (string[])[], .. ToKnow(reading)],
    };

    static IEnumerable<string> Domains(BaseReading reading, BaseState state) => reading.Domains.Where(d => d.State == state).Select(d => $"{d.Domain.Title()} : {d.Reason}");

    static IReadOnlyList<string> ToKnow(BaseReading reading) => [.. reading.Unknown.Select(d => $"{d.Domain.Title()} : {d.Reason} {d.ToKnowMore}")];
}
