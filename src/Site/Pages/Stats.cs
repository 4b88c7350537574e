using System.Text.Json.Serialization;
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
        stats.MapGet("/stats", async (IEnumerable<IPublicFigures> modules, TimeProvider clock, CancellationToken ct) => Html.View<StatsPage, StatsModel>(await Gather(modules, clock, ct)));
        stats.MapGet("/stats.json", async (IEnumerable<IPublicFigures> modules, TimeProvider clock, CancellationToken ct) => TypedResults.Ok(StatsFile.Of(await Gather(modules, clock, ct))));
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

    static async Task<StatsModel> Gather(IEnumerable<IPublicFigures> modules, TimeProvider clock, CancellationToken ct)
    {
        var subjects = new List<StatsSubject>();
        foreach (var module in modules.OrderBy(m => m.Order))
        {
            subjects.Add(new(module.Subject, await module.Read(ct)));
        }

        return new(clock.GetUtcNow(), subjects);
    }
}

public sealed record StatsModel(DateTimeOffset At, IReadOnlyList<StatsSubject> Subjects);

public sealed record StatsSubject(string Name, IReadOnlyList<PublicFigure> Figures);

/// <summary>The same for machines.</summary>
public sealed record StatsFile(
    [property: JsonPropertyName("date")] DateTimeOffset At,
    [property: JsonPropertyName("seuil")] int Least,
    [property: JsonPropertyName("indicateurs")] IReadOnlyList<StatsLine> Lines)
{
    public static StatsFile Of(StatsModel stats) => new(stats.At, PublicFigure.Least, [.. stats.Subjects.SelectMany(s => s.Figures).Select(f => new StatsLine
    {
        Name = f.Name,
        Label = f.Label,
        Unit = f.Unit,
        Masked = f.IsMasked,
        N = f.N,
        Value = f.Value,
        Low = f.Interval?.Low,
        High = f.Interval?.High,
    })]);
}

public sealed record StatsLine
{
    [JsonPropertyName("nom")]
    public required string Name { get; init; }

    [JsonPropertyName("libelle")]
    public required string Label { get; init; }

    [JsonPropertyName("unite")]
    public required string Unit { get; init; }

    [JsonPropertyName("masque")]
    public required bool Masked { get; init; }

    [JsonPropertyName("n")]
    public required int? N { get; init; }

    [JsonPropertyName("valeur")]
    public required double? Value { get; init; }

    /// <summary>Bounds of the 95 % interval.</summary>
    [JsonPropertyName("bas")]
    public required double? Low { get; init; }

    [JsonPropertyName("haut")]
    public required double? High { get; init; }
}
