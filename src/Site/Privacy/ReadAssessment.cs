using Beffroi.Kit;

namespace Beffroi.Site.Privacy;

/// <summary>The assessment of a service whole, with what the controller recorded: for everybody, to read and to print.</summary>
static class ReadAssessment
{
    public const string Address = "/donnees-personnelles/analyses/{service}";

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet(Address, Show);

    static async Task<IResult> Show(string service, IEnumerable<IRegister> registers, IRecords records, TimeProvider clock, CancellationToken ct) =>
        registers.FirstOrDefault(r => string.Equals(r.Assessment?.Key, service, StringComparison.Ordinal)) is { Assessment: { } template } register
            ? Html.View<AssessmentPage, AssessmentModel>(new(template, (await records.Last(ct)).GetValueOrDefault(service), [.. register.Treatments.Where(t => t.NeedsAssessment)], DateOnly.ParseExact(French.IsoDay(clock.GetUtcNow()), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))
            : TypedResults.NotFound();
}

/// <param name="Treatments">Those of the register that it is about.</param>
public sealed record AssessmentModel(AssessmentTemplate Template, TreatmentRecord? Record, IReadOnlyList<Treatment> Treatments, DateOnly Today);
