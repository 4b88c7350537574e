using Beffroi.Kit;

namespace Beffroi.Site.Pages;

/// <summary>Figures for everybody, gathered from the modules, as a page and as JSON: no personal data, small numbers masked.</summary>
public static class Stats
{
    public const string SchemaAddress = "/stats.schema.json";

    // Counting is not done again for each reader.
    static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public static void Map(IEndpointRouteBuilder app)
    {
        var stats = app.MapGroup("").ForEveryone().CacheOutput(policy => policy.Expire(Kept).SetVaryByQuery([]).VaryByValue(MayShow)).ExcludeFromDescription();
        stats.MapGet("/stats", async (IEnumerable<IPublicFigures> modules, IPublishedImpact impact, TimeProvider clock, CancellationToken ct) => Html.View<StatsPage, StatsModel>(await Gather(modules, impact, clock, ct)));
        stats.MapGet("/stats.json", async (IEnumerable<IPublicFigures> modules, IPublishedImpact impact, TimeProvider clock, CancellationToken ct) => TypedResults.Ok(StatsFile.Of(await Gather(modules, impact, clock, ct))));
        var schema = Schema();
        app.MapGet(SchemaAddress, () => TypedResults.File(schema, "application/schema+json")).ForEveryone().ExcludeFromDescription();
    }

    static byte[] Schema()
    {
        using var stream = typeof(Stats).Assembly.GetManifestResourceStream("stats.schema.json") ?? throw new InvalidOperationException("The schema of the figures is missing from the assembly.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    static KeyValuePair<string, string> MayShow(HttpContext http) => new("figures", string.Join('|', http.RequestServices.GetServices<IPublicFigures>().Select(m => m.Kept)));

    static async Task<StatsModel> Gather(IEnumerable<IPublicFigures> modules, IPublishedImpact impact, TimeProvider clock, CancellationToken ct)
    {
        var subjects = new List<StatsSubject>();
        foreach (var module in modules.OrderBy(m => m.Order))
        {
            subjects.Add(new(module.Subject, await module.Read(ct)));
        }

        return new(clock.GetUtcNow(), subjects, await impact.Read(ct));
    }
}

public sealed record StatsModel(DateTimeOffset At, IReadOnlyList<StatsSubject> Subjects, IReadOnlyList<PublishedImpact> Impacts);

public sealed record StatsSubject(string Name, IReadOnlyList<PublicFigure> Figures)
{
    public IReadOnlyList<PublicFigure> Shown => [.. Figures.Where(f => !f.IsMasked)];

    public IReadOnlyList<PublicFigure> Masked => [.. Figures.Where(f => f.IsMasked)];
}
