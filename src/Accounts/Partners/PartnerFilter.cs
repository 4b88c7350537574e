using Beffroi.Accounts.Prospects;
using Beffroi.Accounts.Support;
using Beffroi.Dsfr;
using Beffroi.Kit;

namespace Beffroi.Accounts.Partners;

/// <summary>Which partners are listed, by the words of the address. A word that is no choice filters nothing.</summary>
public sealed record PartnerFilter(SitePart? Part, PartnerStage? Stage)
{
    public static readonly IReadOnlyList<Option> Parts = RequestWords.Parts(Lang.French);

    public static readonly IReadOnlyList<Option> Stages = [.. Enum.GetValues<PartnerStage>().Select(s => new Option(s.ToString(), s.Label()))];

    public static PartnerFilter Read(string? part, string? stage) =>
        new(SiteParts.Read(part), Enum.GetValues<PartnerStage>().Where(s => string.Equals(s.ToString(), stage, StringComparison.Ordinal)).Select(s => (PartnerStage?)s).FirstOrDefault());

    public bool Keeps(PartnerLine line, DateTimeOffset now) => (Part is null || line.Part == Part) && (Stage is null || line.Stage(now) == Stage);

    public string Query => $"service={Part?.Word()}&etape={Stage}";
}
